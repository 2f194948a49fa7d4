package dev.lectern.ballot;

import dev.lectern.paper.PaperId;

/** How many people approve of a paper. */
public record Tally(PaperId paper, int votes) {}
