package dev.lectern.paper;

/**
 * What the world made of a paper so far. None is negative.
 *
 * @param upvotes on Daily Papers
 * @param comments on Daily Papers
 * @param citations as Semantic Scholar counts them
 */
public record Echo(int upvotes, int comments, int citations) {
    public static final Echo NONE = new Echo(0, 0, 0);

    public Echo {
        if (upvotes < 0 || comments < 0 || citations < 0) {
            throw new IllegalArgumentException("negative upvotes, comments or citations");
        }
    }

    /** The higher of each. */
    Echo merge(Echo newer) {
        return new Echo(
                Math.max(upvotes, newer.upvotes),
                Math.max(comments, newer.comments),
                Math.max(citations, newer.citations));
    }
}
