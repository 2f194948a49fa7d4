package dev.lectern.text;

import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;

/** How days and times are written in the language that is spoken now, where the reader's Slack cannot do it. */
public final class Dates {
    private static final Texts TEXTS = Texts.of(Dates.class);

    private Dates() {}

    /** Such as {@code 9 April}. */
    public static String day(TemporalAccessor day) {
        return written("date.day", day);
    }

    /** Such as {@code 9 Apr 2026}. */
    public static String shortDay(TemporalAccessor day) {
        return written("date.day.short", day);
    }

    /** Such as {@code Thursday 9 April}. */
    public static String weekday(TemporalAccessor day) {
        return written("date.weekday", day);
    }

    /** Such as {@code Thu 9 April}. */
    public static String shortWeekday(TemporalAccessor day) {
        return written("date.weekday.short", day);
    }

    /** Such as {@code Thursday 9 April 2026}. */
    public static String weekdayAndYear(TemporalAccessor day) {
        return written("date.weekday.year", day);
    }

    /** Such as {@code Thu 9 Apr 2026, 15:00}. */
    public static String moment(TemporalAccessor wallClock) {
        return written("date.moment", wallClock);
    }

    /** Such as {@code Thu 9 Apr 2026, 15:00 (Europe/Berlin)}. */
    public static String momentAndZone(TemporalAccessor zoned) {
        return written("date.moment.zone", zoned);
    }

    /** Such as {@code April}. */
    public static String month(TemporalAccessor month) {
        return written("date.month", month);
    }

    /** Such as {@code April 2026}. */
    public static String monthAndYear(TemporalAccessor month) {
        return written("date.month.year", month);
    }

    /** Such as {@code 15:00}. */
    public static String clock(TemporalAccessor time) {
        return written("date.clock", time);
    }

    /** Such as {@code Thursday}. */
    public static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, Language.spoken().locale());
    }

    /** Such as {@code April}. */
    public static String name(Month month) {
        return month.getDisplayName(TextStyle.FULL_STANDALONE, Language.spoken().locale());
    }

    private static String written(String pattern, TemporalAccessor what) {
        return DateTimeFormatter.ofPattern(TEXTS.say(pattern), Language.spoken().locale())
                .format(what);
    }
}
