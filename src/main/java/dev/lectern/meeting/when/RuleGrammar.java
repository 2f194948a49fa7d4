package dev.lectern.meeting.when;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sentences of {@link RuleToken}'s signs that are rules, and the RRULE of each. */
final class RuleGrammar {
    private static final int MOST_DAYS = 60;
    private static final int MOST_WEEKS = 52;
    private static final int MOST_MONTHS = 12;

    private static final String DAYS = "(?<days>D[A-Z]{2}(?: (?:& )?D[A-Z]{2})*)";
    private static final String PLACES = "(?<places>O-?\\d+(?: (?:& )?O-?\\d+)*)";
    private static final String EACH = "(?:[ON](?<each>\\d+) )?";
    private static final String LAST_EACH = "(?: [ON](?<each>\\d+))?";
    private static final String MONTH_DAY = "[ON](?<day>\\d+)";
    private static final String MONTH = "J(?<month>\\d+)";
    private static final String MONTHS = "(?<months>J\\d+(?: (?:& )?J\\d+)*)";

    private static final Map<Pattern, Function<Matcher, Optional<String>>> RULES = rules();

    private RuleGrammar() {}

    /** The RRULE of a text's signs, with a space between each two; empty for what is no rule. */
    static Optional<String> rule(String signs) {
        return RULES.entrySet().stream()
                .flatMap(rule -> Stream.of(rule.getKey().matcher(signs))
                        .filter(Matcher::matches)
                        .flatMap(found -> rule.getValue().apply(found).stream()))
                .findFirst();
    }

    private static Map<Pattern, Function<Matcher, Optional<String>>> rules() {
        Map<Pattern, Function<Matcher, Optional<String>>> rules = new LinkedHashMap<>();
        add(rules, "(?:E )?(?:W )?" + DAYS + "(?: E W)?", found -> weekly(1, days(found)));
        add(rules, "(?:E )?(?<from>D[A-Z]{2}) - (?<to>D[A-Z]{2})", RuleGrammar::range);
        add(rules, "(?:E )?K", found -> weekly(1, "MO,TU,WE,TH,FR"));
        add(rules, "(?:E )?[ON](?<each>\\d+) (?:W )?" + DAYS, RuleGrammar::everyFewWeeks);
        add(rules, DAYS + " (?:E )?[ON](?<each>\\d+) W", RuleGrammar::everyFewWeeks);
        add(rules, "E " + EACH + "T", found -> every("DAILY", each(found), MOST_DAYS, ""));
        add(rules, "E O1 " + DAYS, found -> nth("O1", found, 1));
        add(rules, "E O-1 " + DAYS, found -> nth("O-1", found, 1));
        add(rules, "(?:E )?" + PLACES + " " + DAYS + "(?: F)?(?: E)?" + LAST_EACH + " M", RuleGrammar::nth);
        add(rules, "E " + EACH + "M (?:F )?" + PLACES + " " + DAYS, RuleGrammar::nth);
        add(rules, "(?:E )?" + PLACES + "(?: T)? (?:F |E |F E )" + EACH + "M", RuleGrammar::monthDays);
        add(rules, "E " + EACH + "M (?:F )?" + PLACES + "(?: T)?", RuleGrammar::monthDays);
        add(rules, "(?:E )?(?:Y )?" + MONTH_DAY + " (?:F )?" + MONTH + "(?: F)?(?: E Y)?", RuleGrammar::yearly);
        add(rules, "(?:E )?(?:Y )?" + MONTH + " " + MONTH_DAY + "(?: F)?(?: E Y)?", RuleGrammar::yearly);
        add(
                rules,
                "(?:E )?(?:Y )?" + PLACES + " " + DAYS + "(?: F)? " + MONTHS + "(?: F)?(?: E Y)?",
                RuleGrammar::nthOfMonths);
        return rules;
    }

    private static void add(
            Map<Pattern, Function<Matcher, Optional<String>>> rules,
            String signs,
            Function<Matcher, Optional<String>> rule) {
        rules.put(Pattern.compile(signs), rule);
    }

    private static Optional<String> weekly(int interval, String days) {
        return every("WEEKLY", interval, MOST_WEEKS, ";BYDAY=" + days);
    }

    /** "Every second Thursday" is every two weeks; "every first Thursday" is not every week. */
    private static Optional<String> everyFewWeeks(Matcher found) {
        return each(found) < 2 && !found.group().contains("W") ? Optional.empty() : weekly(each(found), days(found));
    }

    private static Optional<String> range(Matcher found) {
        List<String> week =
                Arrays.stream(DayOfWeek.values()).map(MeetingRule::code).toList();
        int from = week.indexOf(found.group("from").substring(1));
        int to = week.indexOf(found.group("to").substring(1));
        return from < to ? weekly(1, String.join(",", week.subList(from, to + 1))) : Optional.empty();
    }

    private static Optional<String> nth(Matcher found) {
        return nth(found.group("places"), found, each(found));
    }

    private static Optional<String> nth(String signs, Matcher found, int interval) {
        return placed(signs, found).flatMap(days -> every("MONTHLY", interval, MOST_MONTHS, ";BYDAY=" + days));
    }

    private static Optional<String> nthOfMonths(Matcher found) {
        String months = Stream.of(found.group("months").split(" (?:& )?"))
                .map(month -> Integer.valueOf(month.substring(1)))
                .distinct()
                .sorted()
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        return placed(found.group("places"), found)
                .flatMap(days -> every("YEARLY", 1, 1, ";BYMONTH=" + months + ";BYDAY=" + days));
    }

    /** Each place with each day; empty where no month has such a place. */
    private static Optional<String> placed(String signs, Matcher found) {
        List<Integer> places = places(signs);
        if (places.stream().anyMatch(place -> place > 5 || place == 0)) {
            return Optional.empty();
        }
        return Optional.of(places.stream()
                .flatMap(place -> Stream.of(days(found).split(",")).map(day -> place + day))
                .collect(Collectors.joining(",")));
    }

    private static Optional<String> monthDays(Matcher found) {
        List<Integer> places = places(found.group("places"));
        return places.stream().allMatch(RuleGrammar::isMonthDay)
                ? every(
                        "MONTHLY",
                        each(found),
                        MOST_MONTHS,
                        ";BYMONTHDAY=" + places.stream().map(String::valueOf).collect(Collectors.joining(",")))
                : Optional.empty();
    }

    private static Optional<String> yearly(Matcher found) {
        int day = Integer.parseInt(found.group("day"));
        return isMonthDay(day)
                ? every("YEARLY", 1, 1, ";BYMONTH=" + found.group("month") + ";BYMONTHDAY=" + day)
                : Optional.empty();
    }

    private static boolean isMonthDay(int day) {
        return day == -1 || day >= 1 && day <= 31;
    }

    private static Optional<String> every(String frequency, int interval, int most, String days) {
        if (interval < 1 || interval > most) {
            return Optional.empty();
        }
        return Optional.of("FREQ=" + frequency + (interval == 1 ? "" : ";INTERVAL=" + interval) + days);
    }

    private static int each(Matcher found) {
        return Optional.ofNullable(found.group("each")).map(Integer::parseInt).orElse(1);
    }

    /** In the order of the week, each once. */
    private static String days(Matcher found) {
        List<String> named = Arrays.asList(found.group("days").substring(1).split(" (?:& )?D"));
        return Arrays.stream(DayOfWeek.values())
                .map(MeetingRule::code)
                .filter(named::contains)
                .collect(Collectors.joining(","));
    }

    /** In their order in a month, each once; the last of all at the end. */
    private static List<Integer> places(String signs) {
        return Stream.of(signs.replace("O", "").split(" (?:& )?"))
                .map(Integer::valueOf)
                .distinct()
                .sorted(Comparator.comparingInt(place -> place < 0 ? Integer.MAX_VALUE : place))
                .toList();
    }
}
