package dev.lectern.remember;

import dev.lectern.paper.PaperId;
import java.time.LocalDate;

/** A paper came back after that distance, on that day in the group's zone. */
record Recalled(PaperId paper, Spacing after, LocalDate on) {}
