package dev.lectern.sandbox.blocks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps one specimen of each shape of blocks and views that the app sent, for whoever checks them against Slack's own types:
 * a line of JSON each, {@code {"kind","json"}}, in a file in the folder that the system property {@code lectern.specimens}
 * names. Without the property nothing is kept. Any thread may use it.
 */
public final class Specimens {
    private static final Optional<Path> FILE =
            Optional.ofNullable(System.getProperty("lectern.specimens")).map(Specimens::file);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> SHAPES = ConcurrentHashMap.newKeySet();
    /** Their values are words of Slack's own; other texts may be anything. */
    private static final Set<String> WORDS = Set.of("type", "style", "response_action", "filter", "format");

    private Specimens() {}

    private static Path file(String folder) {
        try {
            Files.createDirectories(Path.of(folder));
            return Path.of(folder, ProcessHandle.current().pid() + ".jsonl");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the arguments of a call that was answered. */
    public static void ofCall(JsonNode arguments) {
        keep("blocks", arguments.path("blocks"));
        keep("view", arguments.path("view"));
        arguments.path("unfurls").forEach(unfurl -> keep("blocks", unfurl.path("blocks")));
    }

    /** Of what a field offers. */
    public static void ofOptions(List<JsonNode> options) {
        keep("options", JSON.createArrayNode().addAll(options));
    }

    /** Of what the app answered to a request, if it is JSON that the sandbox takes. */
    public static void ofAnswer(String body) {
        if (FILE.isEmpty() || !body.startsWith("{")) {
            return;
        }
        try {
            JsonNode answer = JSON.readTree(body);
            if (BlockRules.problems(answer.path("blocks"), Surface.MESSAGE, "").isEmpty()) {
                keep("blocks", answer.path("blocks"));
            }
            if (ViewRules.problems(answer.path("view"), Surface.MODAL).isEmpty()) {
                keep("view", answer.path("view"));
            }
        } catch (JacksonException none) {
            // Whoever reads the answer says so.
        }
    }

    private static void keep(String kind, JsonNode json) {
        if (FILE.isEmpty() || json.isEmpty() || !SHAPES.add(kind + shape(json))) {
            return;
        }
        String line = JSON.writeValueAsString(
                        JSON.createObjectNode().put("kind", kind).set("json", json))
                + "\n";
        synchronized (SHAPES) {
            try {
                Files.writeString(
                        FILE.get(), line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What the types look at: the names, the kinds of values, and Slack's own words. Several alike in a row are one. */
    private static String shape(JsonNode json) {
        if (json.isArray()) {
            return json.valueStream().map(Specimens::shape).distinct().collect(Collectors.joining(",", "[", "]"));
        }
        if (json.isObject()) {
            TreeMap<String, String> fields = new TreeMap<>();
            json.properties().forEach(field -> fields.put(field.getKey(), value(field.getKey(), field.getValue())));
            return fields.toString();
        }
        return json.getNodeType().name();
    }

    private static String value(String name, JsonNode value) {
        return WORDS.contains(name) && value.isString() ? value.asString() : shape(value);
    }
}
