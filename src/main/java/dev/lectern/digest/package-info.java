/** What to post each day, and why. */
@NullMarked
package dev.lectern.digest;

import org.jspecify.annotations.NullMarked;
