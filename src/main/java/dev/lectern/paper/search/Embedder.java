package dev.lectern.paper.search;

/** Makes vectors of texts, so that texts of like meaning have vectors of a small angle. Any thread. */
public interface Embedder {
    /** Names the model and how it is used: vectors of different names must not be compared. */
    String model();

    int dimensions();

    /**
     * The text's vector, of length 1. What is longer than the model reads is cut off at its end.
     *
     * @param text may be empty
     */
    float[] embed(String text);

    /** The vector of a question, to be compared with those of texts; some models want to be told which is which. */
    default float[] embedQuery(String query) {
        return embed(query);
    }
}
