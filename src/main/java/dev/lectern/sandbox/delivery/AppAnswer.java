package dev.lectern.sandbox.delivery;

/** What came back from the app within 3 seconds, if anything did. */
public sealed interface AppAnswer {

    /** The app acknowledged with status 200. */
    record Acknowledged(String contentType, String body) implements AppAnswer {
        public boolean isJson() {
            return contentType.startsWith("application/json");
        }
    }

    /** The app did not; {@code error} is what Slack calls that, {@code retry} whether an event is worth repeating. */
    record Failed(String error, boolean retry) implements AppAnswer {}
}
