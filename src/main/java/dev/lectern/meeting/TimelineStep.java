package dev.lectern.meeting;

import java.time.Instant;
import java.util.function.Function;

/** A step that every meeting has on its timeline; its key is the meeting's id. */
public record TimelineStep(String name, Function<Timeline, Instant> when) {}
