/** Connections to Redis (embedded or by URL), keys, and scripts. */
@NullMarked
package dev.lectern.redis;

import org.jspecify.annotations.NullMarked;
