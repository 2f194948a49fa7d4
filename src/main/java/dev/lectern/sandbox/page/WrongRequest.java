package dev.lectern.sandbox.page;

/** A request of the page or a test that makes no sense; answered with its status and sentence. */
public final class WrongRequest extends RuntimeException {
    private final int status;

    private WrongRequest(int status, String sentence) {
        super(sentence, null, false, false);
        this.status = status;
    }

    public static WrongRequest bad(String sentence) {
        return new WrongRequest(400, sentence);
    }

    public static WrongRequest notFound(String sentence) {
        return new WrongRequest(404, sentence);
    }

    public int status() {
        return status;
    }
}
