package dev.lectern.meeting.when;

import com.ibm.icu.text.DateFormatSymbols;
import dev.lectern.text.Language;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The names of weekdays and months in a language, long and short, as CLDR has them, each with its English name. */
final class CalendarNames {
    private static final int[] CONTEXTS = {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE};
    private static final int[] WIDTHS = {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED, DateFormatSymbols.SHORT
    };

    private CalendarNames() {}

    /** In lower case, without a stop at the end. */
    static Map<String, String> days(Language language) {
        Map<String, String> names = new HashMap<>();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(language.locale());
        for (int context : CONTEXTS) {
            for (int width : WIDTHS) {
                // Counted from 1, which is Sunday.
                String[] week = symbols.getWeekdays(context, width);
                for (DayOfWeek day : DayOfWeek.values()) {
                    names.put(plain(week[day.getValue() % 7 + 1]), english(day));
                }
            }
        }
        return Map.copyOf(names);
    }

    /** In lower case, without a stop at the end. */
    static Map<String, String> months(Language language) {
        Map<String, String> names = new HashMap<>();
        DateFormatSymbols symbols = DateFormatSymbols.getInstance(language.locale());
        for (int context : CONTEXTS) {
            for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                String[] year = symbols.getMonths(context, width);
                for (Month month : Month.values()) {
                    names.put(plain(year[month.getValue() - 1]), english(month));
                }
            }
        }
        return Map.copyOf(names);
    }

    static String english(Enum<?> dayOrMonth) {
        return dayOrMonth.name().toLowerCase(Locale.ROOT);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    }
}
