package dev.lectern.paper.search;

/** There is no model on this machine; the message says why, in one sentence. */
public final class ModelUnavailable extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    public ModelUnavailable(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
