package dev.lectern.remember;

/** How often at most something comes back to a group; its organizer chooses. */
enum Pace {
    WEEKLY("At most once a week", 7),
    MONTHLY("At most once in four weeks", 28),
    NEVER("Never", 0);

    private final String label;
    private final int days;

    Pace(String label, int days) {
        this.label = label;
        this.days = days;
    }

    String label() {
        return label;
    }

    /** How many days there are at least from one to the next. */
    int days() {
        return days;
    }
}
