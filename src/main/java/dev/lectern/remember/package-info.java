/** What a group has read, and what became of it: the archive, statistics, and what comes back by itself. */
@NullMarked
package dev.lectern.remember;

import org.jspecify.annotations.NullMarked;
