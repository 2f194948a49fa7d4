package dev.lectern.meeting.when;

import dev.lectern.text.Language;
import java.time.Month;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Japanese days, hours and rules in the English words that are read, such as {@code 毎週木曜日 15:00}. */
final class JapaneseWords {
    private static final Pattern RULE = Pattern.compile("規則 ?(\\S+) ?による日");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\((?:[日月火水木金土](?:曜日?)?|祝)\\)");
    private static final Pattern FULL_DATE = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日");
    private static final Pattern UNTIL = Pattern.compile("^(?:から)?(.+?)まで");
    private static final Pattern RANGE = Pattern.compile("^(.+?)から(.+?)まで");
    /** English says the months last. */
    private static final Pattern OF_MONTHS = Pattern.compile("((?:\\d{1,2}月[、と]?)+)の((?:第|最終|最後).*?)(?= \\d{1,2}:|$)");

    private static final Pattern CLOCK = Pattern.compile("(?:午前)?(\\d{1,2})時(?:(\\d{1,2})分|(半))?(?!間)");
    private static final Pattern AFTERNOON = Pattern.compile("午後(\\d{1,2})(?:時(?:(\\d{1,2})分|(半))?|:(\\d{2}))(?!間)");
    private static final Pattern MONTH = Pattern.compile("(\\d{1,2})月");

    private static final Map<Pattern, String> WORDS = words();

    private JapaneseWords() {}

    private static Map<Pattern, String> words() {
        Map<Pattern, String> words = new LinkedHashMap<>();
        add(words, "隔週", "every second");
        add(words, "毎週", "every");
        add(words, "毎日", "every day");
        add(words, "毎月", "every month");
        add(words, "毎年", "every year");
        add(words, "平日", "weekdays");
        add(words, "末日", "last day");
        add(words, "最終|最後の", "last");
        add(words, "今日|本日", "today");
        add(words, "明日", "tomorrow");
        add(words, "今週", "this week");
        add(words, "来週", "next week");
        add(words, "今月", "this month");
        add(words, "来月", "next month");
        add(words, "第(\\d)", "$1th");
        add(words, "(\\d{1,2})(?:か|ヶ|カ|ケ)月ごとの?", "every $1 months");
        add(words, "(\\d{1,2})週間ごとの?", "every $1 weeks");
        add(words, "(\\d{1,2})日ごとの?", "every $1 days");
        add(words, "(\\d{1,3})週間", "$1 weeks");
        add(words, "(\\d{1,3})日間", "$1 days");
        add(words, "(\\d{1,4})分間?", "for $1 minutes");
        add(words, "(\\d{1,2})時間", "for $1 hours");
        add(words, "から|〜|~", "to");
        add(words, "、|と|・", "and");
        add(words, "の|に", "");
        return words;
    }

    private static void add(Map<Pattern, String> words, String japanese, String english) {
        words.put(Pattern.compile(japanese), " " + english + " ");
    }

    /** @param text in its normal form, with plain digits; what is no Japanese word of these stays */
    static String inEnglish(String text) {
        String english = RULE.matcher(text).replaceAll("by the rule $1");
        english = IN_BRACKETS.matcher(english).replaceAll("");
        english = FULL_DATE.matcher(english).replaceAll(JapaneseWords::date);
        english = RANGE.matcher(english).replaceAll("$1 to $2 ");
        english = UNTIL.matcher(english).replaceAll("until $1 ");
        english = withDays(english);
        english = OF_MONTHS.matcher(english).replaceAll("$2 of $1");
        english = AFTERNOON.matcher(english).replaceAll(JapaneseWords::afternoon);
        english = CLOCK.matcher(english).replaceAll(JapaneseWords::clock);
        for (Map.Entry<Pattern, String> word : WORDS.entrySet()) {
            english = word.getKey().matcher(english).replaceAll(word.getValue());
        }
        english = MONTH.matcher(english).replaceAll(JapaneseWords::month);
        return english.replaceAll("(\\d{1,2})日", " $1th ")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Only names of two signs or more: one alone may be anything. */
    private static String withDays(String text) {
        return CalendarNames.days(Language.JAPANESE).entrySet().stream()
                .filter(day -> day.getKey().length() > 1)
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .reduce(
                        text,
                        (english, day) -> english.replaceAll(
                                day.getKey().replaceFirst("日$", "") + "日?", " " + day.getValue() + " "),
                        (one, other) -> other);
    }

    private static String date(MatchResult found) {
        return "%s-%02d-%02d"
                .formatted(found.group(1), Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3)));
    }

    private static String clock(MatchResult found) {
        return " " + found.group(1) + ":" + minute(found.group(2), found.group(3)) + " ";
    }

    private static String afternoon(MatchResult found) {
        String minute = found.group(4) == null ? minute(found.group(2), found.group(3)) : found.group(4);
        return " " + found.group(1) + ":" + minute + " pm ";
    }

    private static String minute(String minute, String half) {
        return half != null ? "30" : minute == null ? "00" : minute.length() == 1 ? "0" + minute : minute;
    }

    private static String month(MatchResult found) {
        int month = Integer.parseInt(found.group(1));
        return month < 1 || month > 12 ? found.group() : " " + CalendarNames.english(Month.of(month)) + " ";
    }
}
