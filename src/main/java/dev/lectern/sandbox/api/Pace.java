package dev.lectern.sandbox.api;

/**
 * How often a method may be called, by the sandbox's clock: {@code burst} at once, refilled evenly at {@code perMinute}
 * (docs.slack.dev/apis/web-api/rate-limits).
 */
record Pace(int burst, int perMinute, boolean perChannel) {
    static final Pace TIER_2 = new Pace(20, 20, false);
    static final Pace TIER_3 = new Pace(50, 50, false);
    static final Pace TIER_4 = new Pace(100, 100, false);
    /** One a second a channel, with short bursts. */
    static final Pace POSTING = new Pace(10, 60, true);
    /** Hundreds a minute. */
    static final Pace SPECIAL = new Pace(600, 600, false);

    String bucket(String method, Arguments arguments) {
        return perChannel ? method + " " + arguments.text("channel").orElse("") : method;
    }
}
