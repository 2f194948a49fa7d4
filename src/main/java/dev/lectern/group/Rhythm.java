package dev.lectern.group;

import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.DayOfWeek;
import java.util.Locale;

/** How often a group meets. */
public enum Rhythm {
    WEEKLY("every week"),
    FORTNIGHTLY("every two weeks"),
    /** The meeting day's first occurrence in each month. */
    MONTHLY("first of the month");

    private static final Texts TEXTS = Texts.of(Rhythm.class);

    private final String typed;

    Rhythm(String typed) {
        this.typed = typed;
    }

    /** In English, as people may type it. */
    String typed() {
        return typed;
    }

    /** For a list of choices: {@code every two weeks}. */
    public String label() {
        return TEXTS.say("rhythm.label." + name().toLowerCase(Locale.ROOT));
    }

    /** For a sentence: {@code the first Thursday of the month}. */
    public String on(DayOfWeek day) {
        return TEXTS.say("rhythm.on." + name().toLowerCase(Locale.ROOT), "day", Dates.name(day));
    }
}
