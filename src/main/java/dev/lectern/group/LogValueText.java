package dev.lectern.group;

import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Dates;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What a value of a {@link Setting} is called in the language that is spoken; mrkdwn. */
final class LogValueText {
    private static final Texts TEXTS = Texts.of(LogValueText.class);
    private static final int LONGEST_VALUE = 200;

    private LogValueText() {}

    /**
     * @param zone the group's
     * @throws IllegalArgumentException or DateTimeException for what is none of its kind
     */
    static String of(Setting.Kind kind, String value, ZoneId zone) {
        return switch (kind) {
            case WORDS, ELSEWHERE -> plain(value);
            case PEOPLE -> user(new UserId(value));
            case DAYS -> Dates.name(DayOfWeek.valueOf(value));
            case RHYTHM -> Rhythm.valueOf(value).label();
            case DURATION -> SetupModal.label(Duration.parse(value));
            case YES_NO -> TEXTS.say(Boolean.parseBoolean(value) ? "log.yes" : "log.no");
            case LANGUAGE -> Language.of(value).map(Language::ownName).orElseGet(() -> plain(value));
            case MOMENT -> date(Instant.parse(value), zone);
            case NAMED_DAY -> namedDay(value);
            case NAMED_DAYS -> namedDays(value);
        };
    }

    /** As it is. */
    static String plain(String value) {
        return line(Shorten.plain(value, LONGEST_VALUE));
    }

    private static String namedDay(String value) {
        String[] parts = value.split(" ", 2);
        return named(Dates.weekdayAndYear(LocalDate.parse(parts[0])), parts);
    }

    private static String namedDays(String value) {
        String[] parts = value.split(" ", 2);
        String[] days = parts[0].split("/", 2);
        if (days.length < 2) {
            throw new DateTimeException("no days: " + value);
        }
        return named(
                TEXTS.say(
                        "log.days",
                        "from",
                        Dates.weekdayAndYear(LocalDate.parse(days[0])),
                        "until",
                        Dates.weekdayAndYear(LocalDate.parse(days[1]))),
                parts);
    }

    private static String named(String days, String[] parts) {
        return parts.length < 2 ? days : days + " (" + plain(parts[1]) + ")";
    }
}
