package dev.lectern.group;

import dev.lectern.text.Enumerations;
import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads a time zone as people name it: the IANA name in any case, a city, a common abbreviation, an offset from UTC. What
 * could be several zones is asked back, never guessed.
 */
final class ZoneText {
    private static final Texts TEXTS = Texts.of(ZoneText.class);
    private static final Pattern OFFSET = Pattern.compile("(?:utc|gmt)?([+-]\\d{1,2}(?::?\\d{2})?)");

    private static final Comparator<String> SHORTEST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final NavigableMap<String, String> BY_NAME = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> !id.startsWith("SystemV/"))
            .collect(Collectors.toMap(ZoneText::folded, id -> id, (a, b) -> a, TreeMap::new));

    private static final Map<String, List<String>> BY_CITY = BY_NAME.values().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
            .collect(Collectors.groupingBy(id -> folded(id.substring(id.lastIndexOf('/') + 1))));

    /** Abbreviations and large cities that the IANA names lack, each with one meaning among people who write English. */
    private static final Map<String, String> ALSO_CALLED = Stream.of(
                    "America/Los_Angeles: pt pst pdt san_francisco seattle palo_alto",
                    "America/Denver: mt mst mdt",
                    "America/Chicago: ct cdt",
                    "America/New_York: et est edt nyc boston washington pittsburgh",
                    "Europe/London: oxford cambridge edinburgh",
                    "CET: cest mez mesz",
                    "EET: eest",
                    "WET: west",
                    "Europe/Berlin: munich hamburg cologne frankfurt",
                    "Europe/Madrid: barcelona",
                    "Europe/Rome: milan",
                    "Europe/Zurich: geneva lausanne",
                    "Europe/Moscow: msk",
                    "Asia/Kolkata: delhi new_delhi mumbai bangalore bengaluru",
                    "Asia/Shanghai: beijing shenzhen",
                    "Asia/Hong_Kong: hkt",
                    "Asia/Singapore: sgt",
                    "Asia/Tokyo: jst osaka kyoto",
                    "Asia/Seoul: kst",
                    "Australia/Sydney: aest aedt",
                    "Pacific/Auckland: nzst nzdt")
            .map(line -> line.split(": "))
            .flatMap(line -> Stream.of(line[1].split(" ")).map(name -> Map.entry(name, line[0])))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private static final Map<String, List<String>> SEVERAL = Map.of(
            "ist", List.of("Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin"),
            "bst", List.of("Europe/London", "Asia/Dhaka"),
            "cst", List.of("America/Chicago", "Asia/Shanghai"),
            "ast", List.of("America/Halifax", "Asia/Riyadh"));

    private ZoneText() {}

    static Read<ZoneId> zone(String text) {
        String name = folded(text);
        if (name.isEmpty()) {
            return Read.not(TEXTS.say("zone.missing"));
        }
        List<String> meant = meant(name);
        if (meant.size() == 1) {
            return Read.got(ZoneId.of(meant.get(0)));
        }
        if (meant.size() > 1) {
            return Read.not(TEXTS.say("zone.several", "typed", FormText.quoted(text), "zones", Enumerations.or(meant)));
        }
        return offset(name).<Read<ZoneId>>map(Read::got).orElseGet(() -> Read.not(unknown(text, name)));
    }

    private static List<String> meant(String name) {
        if (SEVERAL.containsKey(name)) {
            return SEVERAL.getOrDefault(name, List.of());
        }
        return Stream.of(ALSO_CALLED, BY_NAME)
                .filter(names -> names.containsKey(name))
                .findFirst()
                .map(names -> List.of(names.getOrDefault(name, name)))
                .orElseGet(() -> oneOfEachKind(BY_CITY.getOrDefault(name, List.of())));
    }

    /** Of the names of one and the same zone only the shortest: Kentucky's Louisville is there twice. */
    private static List<String> oneOfEachKind(Collection<String> ids) {
        return ids.stream()
                .collect(Collectors.toMap(
                        id -> ZoneId.of(id).getRules(), id -> id, (a, b) -> SHORTEST_FIRST.compare(a, b) <= 0 ? a : b))
                .values()
                .stream()
                .sorted(SHORTEST_FIRST)
                .toList();
    }

    private static Optional<ZoneId> offset(String name) {
        Matcher offset = OFFSET.matcher(name);
        if (!offset.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(ZoneOffset.of(offset.group(1)));
        } catch (DateTimeException outOfRange) {
            return Optional.empty();
        }
    }

    private static String unknown(String text, String name) {
        return nearest(name)
                .map(near -> TEXTS.say("zone.unknown.near", "typed", FormText.quoted(text), "near", near))
                .orElseGet(() -> TEXTS.say("zone.unknown", "typed", FormText.quoted(text)));
    }

    private static Optional<String> nearest(String name) {
        return NearestWord.to(name, BY_NAME.keySet())
                .flatMap(near -> Optional.ofNullable(BY_NAME.get(near)))
                .or(() -> NearestWord.to(name, BY_CITY.keySet())
                        .map(city -> oneOfEachKind(BY_CITY.getOrDefault(city, List.of()))
                                .get(0)));
    }

    /** Lower case, with underscores for spaces, as the IANA names have them. */
    private static String folded(String name) {
        return name.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*/\\s*", "/")
                .replaceAll("\\s*([+-])\\s*", "$1")
                .replaceAll("\\s+", "_");
    }
}
