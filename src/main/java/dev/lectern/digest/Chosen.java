package dev.lectern.digest;

import dev.lectern.paper.PaperId;

/** A paper for the digest, and why. */
public record Chosen(PaperId paper, Reason reason) {}
