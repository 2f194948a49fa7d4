/** Brings the lists that somebody follows in, by whichever process is free. */
@NullMarked
package dev.lectern.paper.harvest;

import org.jspecify.annotations.NullMarked;
