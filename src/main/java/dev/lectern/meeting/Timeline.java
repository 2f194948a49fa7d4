package dev.lectern.meeting;

import java.time.Duration;
import java.time.Instant;

/**
 * When the steps of one meeting are due, counted in elapsed time from its start, in this order: the ballot opens, closes
 * and the presenter is asked, the group is reminded, the meeting begins, and is wrapped up.
 */
public record Timeline(
        Instant ballotOpens,
        Instant ballotCloses,
        Instant presenterAsked,
        Instant reminder,
        Instant kickOff,
        Instant wrapUp) {
    /** Leaves two days to read the paper. */
    public static final Duration BALLOT_CLOSES_BEFORE = Duration.ofDays(2);

    public static final Duration REMINDER_BEFORE = Duration.ofDays(1);
    public static final Duration WRAP_UP_AFTER = Duration.ofHours(1);

    public Timeline {
        if (!ballotOpens.isBefore(ballotCloses)
                || presenterAsked.isBefore(ballotCloses)
                || reminder.isBefore(presenterAsked)
                || kickOff.isBefore(reminder)
                || wrapUp.isBefore(kickOff)) {
            throw new IllegalArgumentException("a timeline out of order, opening " + ballotOpens);
        }
    }

    /** The steps of a meeting that starts then; {@code votingWindow} is how long its ballot is open, longer than zero. */
    public static Timeline of(Instant start, Duration votingWindow) {
        Instant closes = start.minus(BALLOT_CLOSES_BEFORE);
        return new Timeline(
                closes.minus(votingWindow),
                closes,
                closes,
                start.minus(REMINDER_BEFORE),
                start,
                start.plus(WRAP_UP_AFTER));
    }
}
