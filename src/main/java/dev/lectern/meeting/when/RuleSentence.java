package dev.lectern.meeting.when;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;

/** Says a rule in words that {@link RuleWords} reads as the same rule; plain text. */
public final class RuleSentence {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final String WEEKDAYS = "MO,TU,WE,TH,FR";
    private static final Map<Integer, String> PLACES =
            Map.of(1, "first", 2, "second", 3, "third", 4, "fourth", 5, "fifth", -1, "last");

    private RuleSentence() {}

    /** Such as {@code every second Thursday at 15:00}; goes on after "we meet". */
    public static String of(MeetingRule rule) {
        return of(rule.rrule(), rule.time());
    }

    static String of(String rrule, LocalTime time) {
        return days(rrule) + " at " + CLOCK.format(time);
    }

    /** Such as {@code the first Monday of the month}; what has no words of its own is said as its RRULE. */
    static String days(String rrule) {
        RecurrenceRule rule = Recurrence.of(rrule).rule();
        Optional<String> said = switch (rule.getFreq()) {
            case DAILY -> hasOnly(rule) ? Optional.of(counted(rule.getInterval(), "day")) : Optional.<String>empty();
            case WEEKLY -> hasOnly(rule, Part.BYDAY) ? weekly(rule) : Optional.<String>empty();
            case MONTHLY -> monthly(rule);
            case YEARLY -> hasOnly(rule, Part.BYMONTH, Part.BYMONTHDAY) ? yearly(rule) : Optional.<String>empty();
            default -> Optional.<String>empty();
        };
        return said.orElse("by the rule " + rrule);
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
            return Optional.of("every weekday");
        }
        String days = and(Stream.of(codes.split(",")).map(RuleSentence::name).toList());
        return Optional.of(
                rule.getInterval() == 2 && !days.contains(" ")
                        ? "every second " + days
                        : rule.getInterval() == 1
                                ? "every " + days
                                : "every " + rule.getInterval() + " weeks on " + days);
    }

    private static Optional<String> monthly(RecurrenceRule rule) {
        String months = rule.getInterval() == 1 ? " of the month" : " every " + rule.getInterval() + " months";
        if (hasOnly(rule, Part.BYDAY)) {
            return places(rule).map(places -> "the " + places + months);
        }
        if (!hasOnly(rule, Part.BYMONTHDAY)) {
            return Optional.empty();
        }
        List<Integer> days = rule.getByPart(Part.BYMONTHDAY);
        return days.stream().allMatch(day -> day == -1 || day > 0)
                ? Optional.of(
                        "the " + and(days.stream().map(RuleSentence::monthDay).toList()) + months)
                : Optional.empty();
    }

    private static String monthDay(int day) {
        return day == -1 ? "last day" : day + ending(day);
    }

    /** Several places with several days only where each goes with each. */
    private static Optional<String> places(RecurrenceRule rule) {
        List<Integer> places =
                rule.getByDayPart().stream().map(day -> day.pos).distinct().toList();
        List<String> codes = rule.getByDayPart().stream()
                .map(day -> day.weekday.name())
                .distinct()
                .toList();
        boolean each = rule.getByDayPart().size() == places.size() * codes.size();
        return each && PLACES.keySet().containsAll(places)
                ? Optional.of(and(places.stream().map(PLACES::get).toList()) + " "
                        + and(codes.stream().map(RuleSentence::name).toList()))
                : Optional.empty();
    }

    private static Optional<String> yearly(RecurrenceRule rule) {
        List<Integer> days = rule.getByPart(Part.BYMONTHDAY);
        List<Integer> months = rule.getByPart(Part.BYMONTH);
        // The library counts months from 0.
        return rule.getInterval() == 1 && days.size() == 1 && months.size() == 1 && days.get(0) > 0
                ? Optional.of("every " + days.get(0) + " "
                        + Month.of(months.get(0) + 1).getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                : Optional.empty();
    }

    private static String counted(int interval, String unit) {
        return interval == 1 ? "every " + unit : "every " + interval + " " + unit + "s";
    }

    private static String name(String code) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> MeetingRule.code(day).equals(code))
                .findFirst()
                .orElseThrow()
                .getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }

    private static String and(List<String> parts) {
        return parts.size() == 1
                ? parts.get(0)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.get(parts.size() - 1);
    }

    private static String ending(int day) {
        if (day >= 11 && day <= 13) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
