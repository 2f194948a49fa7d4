/** Where the organizer says when and where the group meets. */
@NullMarked
package dev.lectern.meeting.hub;

import org.jspecify.annotations.NullMarked;
