package dev.lectern.group;

import java.time.Duration;

/**
 * How long before a meeting its steps are, in the group's zone: a whole day before is at the same local hour.
 *
 * @param voteClosesDays how many days before the meeting its vote closes
 * @param presenterAskedDays how many days before the meeting somebody is first asked to present
 * @param reminderHours how many hours before the meeting the channel is reminded; not before the two others
 */
public record Lead(int voteClosesDays, int presenterAskedDays, int reminderHours) {
    /** Two days to read the paper and to prepare, and a reminder the day before. */
    public static final Lead USUAL = new Lead(2, 2, 24);

    public static final int MOST_DAYS = 14;

    /** With a paper chosen only then, nobody can read it. */
    public static final int FEWEST_DAYS = 1;

    private static final int HOURS_A_DAY = 24;

    public Lead {
        require(voteClosesDays >= FEWEST_DAYS && voteClosesDays <= MOST_DAYS, "the vote closes", voteClosesDays);
        require(
                presenterAskedDays >= FEWEST_DAYS && presenterAskedDays <= MOST_DAYS,
                "the presenter is asked",
                presenterAskedDays);
        require(
                reminderHours >= 1 && reminderHours <= latest(voteClosesDays, presenterAskedDays),
                "the reminder comes",
                reminderHours);
    }

    /** The most hours before a meeting at which its reminder follows the two other steps. */
    public static int latest(int voteClosesDays, int presenterAskedDays) {
        return HOURS_A_DAY * Math.min(voteClosesDays, presenterAskedDays);
    }

    public Duration reminder() {
        return Duration.ofHours(reminderHours);
    }

    private static void require(boolean fits, String what, int before) {
        if (!fits) {
            throw new IllegalArgumentException(what + " out of order: " + before + " before");
        }
    }
}
