package dev.lectern.meeting.when;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A time zone within a sentence: {@code Europe/Berlin}, {@code UTC}, {@code CET}. What three or four letters mean depends on
 * who writes them, so that they are only compared with a zone that is known.
 *
 * @param typed as it stands there, in lower case
 * @param rest the sentence without it
 */
public record ZoneWords(String typed, String rest) {
    private static final Pattern ZONE = Pattern.compile("\\(?(?<![\\w/])(?<zone>"
            + "(?:africa|america|antarctica|arctic|asia|atlantic|australia|europe|indian|pacific|etc|us)/[a-z0-9_+/-]+"
            + "|(?:utc|gmt)(?: ?[+-] ?\\d{1,2}(?::?\\d{2})?)?"
            + "|cet|cest|eet|eest|wet|west|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|jst|kst|ist|msk|sgt|hkt|aest|aedt"
            + ")(?![\\w/])\\)?");
    private static final Map<String, String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .collect(Collectors.toUnmodifiableMap(
                    name -> name.toLowerCase(Locale.ROOT), Function.identity(), (one, other) -> one));

    /** The first of a sentence in lower case. */
    static Optional<ZoneWords> find(String sentence) {
        Matcher found = ZONE.matcher(sentence);
        return found.find()
                ? Optional.of(new ZoneWords(found.group("zone"), Without.found(sentence, found)))
                : Optional.empty();
    }

    /** The zone of that name, however it is spelt; empty for letters that may mean several, and for what is none. */
    public Optional<ZoneId> zone() {
        return named(typed);
    }

    /** The zone of such a name, such as {@code europe/berlin}; empty for what is none. */
    public static Optional<ZoneId> named(String text) {
        String name = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        boolean isPlace = name.contains("/") || name.equals("utc") || name.equals("gmt");
        return isPlace ? Optional.ofNullable(NAMES.get(name)).map(ZoneId::of) : offset(name);
    }

    private static Optional<ZoneId> offset(String name) {
        if (!name.matches("(?:utc|gmt)_?[+-]_?\\d{1,2}(?::?\\d{2})?")) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneId.of(name.replace("_", "").toUpperCase(Locale.ROOT)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Whether it means this zone: by its name, by another name of the same clocks, or by the letters for its time. */
    public boolean means(ZoneId zone) {
        ZoneRules rules = zone.getRules();
        return zone().map(named -> named.getRules().equals(rules))
                .orElseGet(() -> letters(zone).anyMatch(typed::equals));
    }

    private static Stream<String> letters(ZoneId zone) {
        TimeZone known = TimeZone.getTimeZone(zone);
        return Stream.of(
                        known.getDisplayName(false, TimeZone.SHORT, Locale.ENGLISH),
                        known.getDisplayName(true, TimeZone.SHORT, Locale.ENGLISH),
                        zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }
}
