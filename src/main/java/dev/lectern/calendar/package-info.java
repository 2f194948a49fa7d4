/** Meetings in people's calendars: feeds that they subscribe to, for a group and for a person. */
@NullMarked
package dev.lectern.calendar;

import org.jspecify.annotations.NullMarked;
