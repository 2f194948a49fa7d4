/** When a group meets: rules in people's words, holidays, pauses, and what was moved or added by hand. */
@NullMarked
package dev.lectern.meeting.when;

import org.jspecify.annotations.NullMarked;
