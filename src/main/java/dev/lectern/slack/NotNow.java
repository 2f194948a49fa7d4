package dev.lectern.slack;

/** What a message needs to know of Slack can't be asked just now: it is drawn later, rather than with a gap for ever. */
final class NotNow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SlackFailure failure;

    NotNow(SlackFailure failure) {
        super(failure.reason(), failure);
        this.failure = failure;
    }

    SlackFailure failure() {
        return failure;
    }
}
