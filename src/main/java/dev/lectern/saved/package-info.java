/** Papers that members put aside for themselves. */
@NullMarked
package dev.lectern.saved;

import org.jspecify.annotations.NullMarked;
