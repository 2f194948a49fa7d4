package dev.lectern.taste;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.time.Instant;

/** Somebody said that such papers are not for them. */
public record Dismissal(PaperId paper, UserId by, Instant at) {}
