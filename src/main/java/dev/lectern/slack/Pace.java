package dev.lectern.slack;

import dev.lectern.group.UserId;
import dev.lectern.work.Delivery.Receipt;
import java.time.Duration;
import java.util.List;

/**
 * How often Lectern calls a method of Slack by itself: one token from each bucket for a call, the narrower bucket
 * first. Below the limits that Slack documents (docs.slack.dev/apis/web-api/rate-limits), for a workspace and an app.
 */
record Pace(String method, List<Bucket> buckets) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * Full at first, refilled evenly: in any stretch of time at most {@code burst} calls and {@code more} for every
     * {@code every} of it.
     */
    record Bucket(String name, int burst, int more, Duration every) {}

    /** One a second in a channel with short bursts; three hundred in any minute, of Slack's "several hundred". */
    static Pace posting(String channel) {
        return new Pace(
                "chat.postMessage",
                List.of(
                        new Bucket("chat.postMessage:" + channel, 5, 1, Duration.ofSeconds(1)),
                        new Bucket("chat.postMessage", 60, 240, MINUTE)));
    }

    /**
     * Tier 3, fifty a minute, in any minute. And one message not sooner than every third second, after two at once: what
     * it shows is drawn when it is sent, so many votes become few redraws.
     */
    static Pace redrawing(Receipt place) {
        return new Pace(
                "chat.update",
                List.of(
                        new Bucket("chat.update:" + place.channel() + ":" + place.ts(), 2, 1, Duration.ofSeconds(3)),
                        tier3("chat.update")));
    }

    /** Showing what links are about. */
    static Pace unfurling() {
        return new Pace("chat.unfurl", List.of(tier3("chat.unfurl")));
    }

    /** Opening a conversation for direct messages. */
    static Pace opening() {
        return new Pace("conversations.open", List.of(tier3("conversations.open")));
    }

    /** Reading one page of what was posted. */
    static Pace lookingUp() {
        return new Pace("conversations.history", List.of(tier3("conversations.history")));
    }

    /** Reading one page of a thread. */
    static Pace lookingIntoThread() {
        return new Pace("conversations.replies", List.of(tier3("conversations.replies")));
    }

    /** Asking where a file goes, and bringing it there: tier 4, a hundred a minute. */
    static Pace uploading(String method) {
        return new Pace(method, List.of(new Bucket(method, 20, 80, MINUTE)));
    }

    /** Showing somebody's Home anew: tier 4, and one Home not sooner than every third second, after two at once. */
    static Pace showingHome(UserId user) {
        return new Pace(
                "views.publish",
                List.of(
                        new Bucket("views.publish:" + user, 2, 1, Duration.ofSeconds(3)),
                        new Bucket("views.publish", 20, 80, MINUTE)));
    }

    /** Showing uploaded files in a conversation: as posting there. */
    static Pace sharing(String channel) {
        return new Pace("files.completeUploadExternal", posting(channel).buckets());
    }

    private static Bucket tier3(String method) {
        return new Bucket(method, 10, 40, MINUTE);
    }
}
