/** Ballots and votes: which paper next? */
@NullMarked
package dev.lectern.ballot;

import org.jspecify.annotations.NullMarked;
