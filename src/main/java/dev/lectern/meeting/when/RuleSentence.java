package dev.lectern.meeting.when;

import dev.lectern.text.Dates;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;

/** Says a rule in words; in English in those that {@link RuleWords} reads as the same rule. Plain text. */
public final class RuleSentence {
    private static final Texts TEXTS = Texts.of(RuleSentence.class);
    private static final String WEEKDAYS = "MO,TU,WE,TH,FR";
    private static final int MOST_PLACES = 5;

    private RuleSentence() {}

    /** Such as {@code every second Thursday at 15:00}; goes on after "we meet". */
    public static String of(MeetingRule rule) {
        return of(rule.rrule(), rule.time());
    }

    /** As somebody would type it: in English, whatever is spoken. */
    public static String typed(MeetingRule rule) {
        return Language.speaking(Language.ENGLISH, () -> of(rule));
    }

    static String of(String rrule, LocalTime time) {
        return TEXTS.say("rule.at", "days", days(rrule), "time", Dates.clock(time));
    }

    /** Such as {@code the first Monday of the month}; what has no words of its own is said as its RRULE. */
    static String days(String rrule) {
        RecurrenceRule rule = Recurrence.of(rrule).rule();
        Optional<String> said = switch (rule.getFreq()) {
            case DAILY ->
                hasOnly(rule)
                        ? Optional.of(TEXTS.say("rule.days", "days", rule.getInterval()))
                        : Optional.<String>empty();
            case WEEKLY -> hasOnly(rule, Part.BYDAY) ? weekly(rule) : Optional.<String>empty();
            case MONTHLY -> monthly(rule);
            case YEARLY -> rule.getInterval() == 1 ? yearly(rule) : Optional.<String>empty();
            default -> Optional.<String>empty();
        };
        return said.orElseGet(() -> TEXTS.say("rule.as-rrule", "rrule", rrule));
    }

    private static boolean hasOnly(RecurrenceRule rule, Part... parts) {
        Set<Part> there = EnumSet.noneOf(Part.class);
        Arrays.stream(Part.values())
                .filter(part -> part != Part.FREQ && part != Part.INTERVAL)
                .filter(rule::hasPart)
                .forEach(there::add);
        return there.equals(parts.length == 0 ? Set.of() : EnumSet.copyOf(Arrays.asList(parts)));
    }

    private static Optional<String> weekly(RecurrenceRule rule) {
        if (rule.getByDayPart().stream().anyMatch(day -> day.pos != 0)) {
            return Optional.empty();
        }
        String codes =
                rule.getByDayPart().stream().map(day -> day.weekday.name()).collect(Collectors.joining(","));
        if (codes.equals(WEEKDAYS) && rule.getInterval() == 1) {
            return Optional.of(TEXTS.say("rule.weekdays"));
        }
        List<String> names = Stream.of(codes.split(",")).map(RuleSentence::name).toList();
        String days = Enumerations.and(names);
        int weeks = rule.getInterval();
        if (weeks == 1) {
            return Optional.of(TEXTS.say("rule.weekly", "days", days));
        }
        return Optional.of(
                weeks == 2 && names.size() == 1
                        ? TEXTS.say("rule.fortnight", "day", days)
                        : TEXTS.say("rule.weeks", "weeks", weeks, "days", days));
    }

    private static Optional<String> monthly(RecurrenceRule rule) {
        int months = rule.getInterval();
        if (hasOnly(rule, Part.BYDAY)) {
            return Places.of(rule)
                    .map(on -> months == 1
                            ? TEXTS.say("rule.places", "places", on.places(), "days", on.days())
                            : TEXTS.say(
                                    "rule.places.months", "months", months, "places", on.places(), "days", on.days()));
        }
        List<Integer> numbers = hasOnly(rule, Part.BYMONTHDAY) ? rule.getByPart(Part.BYMONTHDAY) : List.of();
        if (numbers.isEmpty() || !numbers.stream().allMatch(day -> day == -1 || day > 0)) {
            return Optional.empty();
        }
        String days =
                Enumerations.and(numbers.stream().map(RuleSentence::monthDay).toList());
        return Optional.of(
                months == 1
                        ? TEXTS.say("rule.month-days", "days", days)
                        : TEXTS.say("rule.month-days.months", "months", months, "days", days));
    }

    private static String monthDay(int day) {
        return day == -1 ? TEXTS.say("rule.month-day.last") : TEXTS.say("rule.month-day", "day", day);
    }

    private static Optional<String> yearly(RecurrenceRule rule) {
        if (hasOnly(rule, Part.BYMONTH, Part.BYDAY)) {
            String months = Enumerations.and(months(rule).map(Dates::name).toList());
            return Places.of(rule)
                    .map(on -> TEXTS.say(
                            "rule.places.of-months", "places", on.places(), "days", on.days(), "months", months));
        }
        if (!hasOnly(rule, Part.BYMONTH, Part.BYMONTHDAY)) {
            return Optional.empty();
        }
        List<Integer> days = rule.getByPart(Part.BYMONTHDAY);
        List<Month> months = months(rule).toList();
        return days.size() == 1
                        && months.size() == 1
                        && days.get(0) > 0
                        && days.get(0) <= months.get(0).maxLength()
                ? Optional.of(TEXTS.say("rule.yearly", "day", Dates.day(MonthDay.of(months.get(0), days.get(0)))))
                : Optional.empty();
    }

    /** The library counts months from 0. */
    private static Stream<Month> months(RecurrenceRule rule) {
        return rule.getByPart(Part.BYMONTH).stream().map(month -> Month.of(month + 1));
    }

    /**
     * Days by their place in a month, such as {@code first and third} and {@code Monday}.
     *
     * @param places enumerated
     * @param days enumerated
     */
    private record Places(String places, String days) {
        /** Several places with several days only where each goes with each. */
        static Optional<Places> of(RecurrenceRule rule) {
            List<Integer> places =
                    rule.getByDayPart().stream().map(day -> day.pos).distinct().toList();
            List<String> codes = rule.getByDayPart().stream()
                    .map(day -> day.weekday.name())
                    .distinct()
                    .toList();
            boolean each = rule.getByDayPart().size() == places.size() * codes.size();
            return each && places.stream().allMatch(Places::hasName)
                    ? Optional.of(new Places(
                            Enumerations.and(places.stream().map(Places::name).toList()),
                            Enumerations.and(
                                    codes.stream().map(RuleSentence::name).toList())))
                    : Optional.empty();
        }

        private static boolean hasName(int place) {
            return place == -1 || place >= 1 && place <= MOST_PLACES;
        }

        private static String name(int place) {
            return TEXTS.say("rule.place." + (place == -1 ? "last" : place));
        }
    }

    private static String name(String code) {
        return Dates.name(Arrays.stream(DayOfWeek.values())
                .filter(day -> MeetingRule.code(day).equals(code))
                .findFirst()
                .orElseThrow());
    }
}
