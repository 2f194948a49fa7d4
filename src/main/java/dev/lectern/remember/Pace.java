package dev.lectern.remember;

/** How often at most something comes back to a group; its organizer chooses. */
enum Pace {
    WEEKLY(7),
    MONTHLY(28),
    NEVER(0);

    private final int days;

    Pace(int days) {
        this.days = days;
    }

    /** How many days there are at least from one to the next. */
    int days() {
        return days;
    }
}
