package dev.lectern.paper.source;

import dev.lectern.paper.ShortText;
import dev.lectern.redis.Json;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What sites say in JSON, where every part may be missing or of another type than usual. */
final class JsonAnswer {
    private JsonAnswer() {}

    /**
     * Empty when the site has no such thing.
     *
     * @param site for people, such as "Crossref"
     * @throws SourceTrouble when it is no JSON
     */
    static Optional<JsonNode> read(String site, Site.Answer answer) throws SourceTrouble {
        if (answer.isMissing()) {
            return Optional.empty();
        }
        if (answer.body().length == 0) {
            throw nonsense(site, "nothing");
        }
        try {
            return Optional.of(Json.MAPPER.readTree(answer.body()));
        } catch (JacksonException e) {
            throw nonsense(site, answer.type().contains("html") ? "a web page" : "something else");
        }
    }

    static SourceTrouble nonsense(String site, String what) {
        return new SourceTrouble(
                SourceTrouble.Kind.LATER, site + " answers with " + what + " instead of what it was asked for");
    }

    static Optional<String> text(JsonNode value) {
        return value.isString()
                ? Optional.of(ShortText.clean(value.stringValue())).filter(text -> !text.isEmpty())
                : Optional.empty();
    }

    static List<String> texts(JsonNode list) {
        Stream<JsonNode> values = list.isArray() ? list.valueStream() : Stream.of(list);
        return values.flatMap(value -> text(value).stream()).toList();
    }

    /** A count, never negative. */
    static int count(JsonNode value) {
        return value.isNumber() ? (int) Math.max(0, Math.min(Integer.MAX_VALUE, value.doubleValue())) : 0;
    }

    /** A whole date at the beginning of a text such as {@code 2024-03-05T10:00:00Z} or {@code 2024/3/5}. */
    static Optional<LocalDate> day(String text) {
        String[] parts = text.strip().split("[T\\s]", 2)[0].split("[-/]");
        try {
            return parts.length == 3
                    ? day(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Empty for a day that the calendar does not have, and for one on which no paper of ours can have appeared. */
    static Optional<LocalDate> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day)).filter(date -> year >= 1900 && year < 2200);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
