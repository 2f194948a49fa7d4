package dev.lectern.paper;

/** What became of a draft: a paper of its own, or a part of one that was known. */
public record Saved(PaperId id, Outcome outcome) {
    public enum Outcome {
        NEW,
        MERGED
    }
}
