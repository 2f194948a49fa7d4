/** Whose turn it is, for any task that goes round among members. */
@NullMarked
package dev.lectern.meeting.rotation;

import org.jspecify.annotations.NullMarked;
