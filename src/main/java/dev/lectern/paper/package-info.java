/** Papers, their identity, where they come from, and their place in Redis. */
@NullMarked
package dev.lectern.paper;

import org.jspecify.annotations.NullMarked;
