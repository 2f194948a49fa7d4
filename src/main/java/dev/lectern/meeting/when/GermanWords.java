package dev.lectern.meeting.when;

import dev.lectern.text.Language;
import java.time.Month;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** German days, hours and rules in the English words that are read, such as {@code jeden Donnerstag um 15 Uhr}. */
final class GermanWords {
    private static final Pattern DATE =
            Pattern.compile("(?<![\\d.])(\\d{1,2})\\. ?(\\d{1,2})\\.(?: ?(\\d{4}))?(?!\\d)");
    private static final Pattern ORDINAL = Pattern.compile("(?<![\\d:.])(\\d{1,2})\\.(?!\\d)");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:.])(\\d{1,2})(?:[:.](\\d{2}))? ?uhr\\b");
    private static final Pattern RULE = Pattern.compile("\\bnach der regel (?=freq=)");
    /** With the stop of what is shortened. */
    private static final Pattern WORD = Pattern.compile("(\\p{L}+)\\.?");

    private static final Map<String, String> WORDS = words(
            "jede, jeden, jeder, jedes, jedem, alle: every",
            "und: and",
            "bis: until",
            "von, vom, ab: from",
            "im, in, des: of",
            "um: at",
            "für: for",
            "tag, tages: day",
            "tage, tagen: days",
            "woche: week",
            "wochen: weeks",
            "monat, monats: month",
            "monate, monaten: months",
            "jahr, jahres: year",
            "täglich: every day",
            "wöchentlich: weekly",
            "vierzehntäglich, zweiwöchentlich: fortnightly",
            "monatlich: monthly",
            "jährlich: yearly",
            "werktag, werktags, werktage: weekdays",
            "erste, ersten, erster, erstes: first",
            "zweite, zweiten, zweiter, zweites: second",
            "dritte, dritten, dritter, drittes: third",
            "vierte, vierten, vierter, viertes: fourth",
            "fünfte, fünften, fünfter, fünftes: fifth",
            "letzte, letzten, letzter, letztes: last",
            "ein, eine, einen: one",
            "zwei: two",
            "drei: three",
            "vier: four",
            "fünf: five",
            "sechs: six",
            "heute: today",
            "morgen: tomorrow",
            "diese, diesen: this",
            "nächste, nächsten: next",
            "mittags: noon",
            "mitternacht: midnight",
            "minute, minuten: minutes",
            "stunde, stunden: hours",
            "am, an, der, die, das, den, dem, zum, zur, wir, uns, treffen: ");

    private GermanWords() {}

    private static Map<String, String> words(String... lines) {
        Map<String, String> words = new HashMap<>(CalendarNames.months(Language.GERMAN));
        CalendarNames.days(Language.GERMAN).forEach((name, day) -> {
            words.put(name, day);
            words.put(name + "s", day);
        });
        for (String line : lines) {
            String[] parts = line.split(": ?", 2);
            Stream.of(parts[0].split(", ")).forEach(word -> words.put(word, parts[1]));
        }
        return Map.copyOf(words);
    }

    /** @param text in lower case; what is no German word of these stays */
    static String inEnglish(String text) {
        String ruled = RULE.matcher(text).replaceAll("by the rule ");
        if (!ruled.equals(text)) {
            return CLOCK.matcher(ruled).replaceAll(GermanWords::clock).replace(" um ", " at ");
        }
        String dated = DATE.matcher(text).replaceAll(GermanWords::date);
        String timed = CLOCK.matcher(dated).replaceAll(GermanWords::clock);
        String ordered = ORDINAL.matcher(timed).replaceAll("$1th");
        return WORD.matcher(ordered)
                .replaceAll(word -> Matcher.quoteReplacement(WORDS.getOrDefault(word.group(1), word.group())))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String date(MatchResult found) {
        int month = Integer.parseInt(found.group(2));
        if (month < 1 || month > 12) {
            return found.group();
        }
        String year = found.group(3) == null ? "" : " " + found.group(3);
        return found.group(1) + " " + CalendarNames.english(Month.of(month)) + year;
    }

    private static String clock(MatchResult found) {
        return found.group(1) + ":" + (found.group(2) == null ? "00" : found.group(2));
    }
}
