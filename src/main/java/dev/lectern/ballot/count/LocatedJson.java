package dev.lectern.ballot.count;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON value that knows its line, so that who reads it strictly can say where it is wrong. */
final class LocatedJson {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String file;
    private final int line;
    /** A Map or a List of these, a String, a Long or a Boolean; nothing for all else: null, and numbers with a fraction. */
    private final @Nullable Object value;

    private LocatedJson(String file, int line, @Nullable Object value) {
        this.file = file;
        this.line = line;
        this.value = value;
    }

    static LocatedJson parse(String file, String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            LocatedJson root = read(file, parser);
            if (parser.nextToken() != null) {
                throw new BrokenFile(file, line(parser), "something follows after the end of the JSON");
            }
            return root;
        } catch (JacksonException e) {
            int line = e.getLocation() == null
                    ? BrokenFile.WHOLE
                    : Math.max(e.getLocation().getLineNr(), 0);
            throw new BrokenFile(file, line, "this is no JSON: " + firstLine(e.getOriginalMessage()));
        }
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
    }

    private static int line(JsonParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static LocatedJson read(String file, JsonParser parser) {
        int line = line(parser);
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new BrokenFile(file, line, "the JSON ends too early");
        }
        Object value = switch (token) {
            case START_OBJECT -> fields(file, parser);
            case START_ARRAY -> items(file, parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT ->
                parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                        ? null
                        : Long.valueOf(parser.getLongValue());
            default -> null;
        };
        return new LocatedJson(file, line, value);
    }

    private static Map<String, LocatedJson> fields(String file, JsonParser parser) {
        Map<String, LocatedJson> fields = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, read(file, parser));
        }
        return fields;
    }

    private static List<LocatedJson> items(String file, JsonParser parser) {
        List<LocatedJson> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(read(file, parser));
        }
        return items;
    }

    /** The fields of an object that has no others than these. */
    Map<String, LocatedJson> fields(String what, Set<String> known) {
        Map<String, LocatedJson> fields = anyFields(what);
        for (String name : fields.keySet()) {
            if (!known.contains(name)) {
                throw broken(what + " has a field " + WholeNumber.quoted(name) + ", which is not known");
            }
        }
        return fields;
    }

    /** The fields of an object, whatever they are called. */
    Map<String, LocatedJson> anyFields(String what) {
        if (!(value instanceof Map<?, ?> map)) {
            throw broken(what + " is no object");
        }
        Map<String, LocatedJson> fields = new LinkedHashMap<>();
        map.forEach((name, field) -> fields.put((String) name, (LocatedJson) field));
        return fields;
    }

    LocatedJson required(Map<String, LocatedJson> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElseThrow(() -> broken("the field '" + name + "' is missing"));
    }

    List<LocatedJson> items(String what) {
        if (!(value instanceof List<?> list)) {
            throw broken(what + " is no list");
        }
        return list.stream().map(item -> (LocatedJson) item).toList();
    }

    String text(String what) {
        if (!(value instanceof String text)) {
            throw broken(what + " is no text");
        }
        return text;
    }

    int number(String what, int least, int most) {
        if (!(value instanceof Long number)) {
            throw broken(what + " is no whole number");
        }
        if (number < least || number > most) {
            throw broken(what + " is " + number + ", and not from " + least + " to " + most);
        }
        return number.intValue();
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    BrokenFile broken(String reason) {
        return new BrokenFile(file, line, reason);
    }
}
