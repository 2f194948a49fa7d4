/** The parts of a discussion besides presenting: which a group has, who has which, and handing them out. */
@NullMarked
package dev.lectern.meeting.part;

import org.jspecify.annotations.NullMarked;
