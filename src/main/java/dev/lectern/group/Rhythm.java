package dev.lectern.group;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Locale;

/** How often a group meets. */
public enum Rhythm {
    WEEKLY("every week", "every %s"),
    FORTNIGHTLY("every two weeks", "every second %s"),
    /** The meeting day's first occurrence in each month. */
    MONTHLY("first of the month", "the first %s of the month");

    private final String label;
    private final String sentence;

    Rhythm(String label, String sentence) {
        this.label = label;
        this.sentence = sentence;
    }

    /** For a list of choices: {@code every two weeks}. */
    public String label() {
        return label;
    }

    /** For a sentence: {@code the first Thursday of the month}. */
    public String on(DayOfWeek day) {
        return sentence.formatted(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }
}
