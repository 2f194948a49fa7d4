package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.time.LocalDate;

/** Somebody presented at a meeting; the date is the meeting's, in the group's zone. */
public record Presented(UserId who, LocalDate when) {}
