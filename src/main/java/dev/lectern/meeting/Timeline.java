package dev.lectern.meeting;

import dev.lectern.group.Lead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * When the steps of one meeting are due, in this order: the ballot opens and closes, the group is reminded, the meeting
 * begins, and is wrapped up; somebody is asked to present before the reminder. Whole days before are counted in the
 * group's zone, so that two days before is at the same local hour also where clocks change between; a rest of hours is
 * elapsed time.
 */
public record Timeline(
        Instant ballotOpens,
        Instant ballotCloses,
        Instant presenterAsked,
        Instant reminder,
        Instant kickOff,
        Instant wrapUp) {

    public Timeline {
        if (!ballotOpens.isBefore(ballotCloses)
                || reminder.isBefore(ballotCloses)
                || reminder.isBefore(presenterAsked)
                || kickOff.isBefore(reminder)
                || wrapUp.isBefore(kickOff)) {
            throw new IllegalArgumentException("a timeline out of order, opening " + ballotOpens);
        }
    }

    /**
     * The steps of a meeting that starts then.
     *
     * @param length how long the meeting lasts
     * @param votingWindow how long its ballot is open, longer than zero
     */
    public static Timeline of(Instant start, Duration length, ZoneId zone, Lead lead, Duration votingWindow) {
        if (votingWindow.isNegative() || votingWindow.isZero()) {
            throw new IllegalArgumentException("no time to vote: " + votingWindow);
        }
        Instant closes = before(start, Duration.ofDays(lead.voteClosesDays()), zone);
        Instant asked = before(start, Duration.ofDays(lead.presenterAskedDays()), zone);
        // Where a day is left out of a calendar, a local day can be no time at all.
        Instant opens = earlier(before(closes, votingWindow, zone), closes.minusMillis(1));
        return new Timeline(
                opens,
                closes,
                asked,
                later(later(before(start, lead.reminder(), zone), closes), asked),
                start,
                start.plus(length));
    }

    private static Instant before(Instant instant, Duration time, ZoneId zone) {
        Duration rest = time.minusDays(time.toDays());
        return instant.atZone(zone).minusDays(time.toDays()).toInstant().minus(rest);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
