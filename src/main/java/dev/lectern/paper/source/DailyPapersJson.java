package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.ShortText;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Answers of the Daily Papers API, row by row, so that a large file needs the memory of one row at a time: a list of
 * rows, one row, a flat paper, or an object with a list of {@code papers}. Rows before a break in the file are kept.
 */
final class DailyPapersJson {
    // A row is read out of the middle of its list: what follows it is no trailing rubbish.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST_QUOTE = 200;

    private final List<Draft> papers = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private Optional<String> problem = Optional.empty();
    private boolean insideRow;
    private boolean hasList;

    private final EndNoticing source;

    private DailyPapersJson(EndNoticing source) {
        this.source = source;
    }

    static Reading read(InputStream in) {
        DailyPapersJson reader = new DailyPapersJson(new EndNoticing(in));
        try (JsonParser json = MAPPER.createParser(reader.source)) {
            reader.readRoots(json);
        } catch (JacksonIOException e) {
            reader.problem = Optional.of("it cannot be read: " + e.getOriginalMessage());
        } catch (JacksonException e) {
            reader.breakOff(e);
        }
        return reader.reading();
    }

    private Reading reading() {
        boolean known = hasList || !papers.isEmpty() || !skipped.isEmpty();
        return new Reading(known ? Optional.of(Format.DAILY_PAPERS_JSON) : Optional.empty(), papers, skipped, problem);
    }

    /** Answers may stand one after the other in a file. */
    private void readRoots(JsonParser json) {
        for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                readList(json);
            } else if (token == JsonToken.START_OBJECT) {
                readObject(json);
            } else {
                problem = Optional.of(place(json.currentTokenLocation()) + ": expected a list or an object");
                return;
            }
        }
    }

    private void readList(JsonParser json) {
        hasList = true;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            insideRow = true;
            readRow(MAPPER.readTree(json));
            insideRow = false;
        }
    }

    private void readRow(JsonNode row) {
        try {
            papers.add(DailyPapersRow.read(row));
        } catch (DailyPapersRow.Unusable e) {
            skipped.add(new Skipped(papers.size() + skipped.size() + 1, e.why()));
        }
    }

    private void readObject(JsonParser json) {
        ObjectNode rest = MAPPER.createObjectNode();
        boolean hadList = false;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            boolean isList = json.nextToken() == JsonToken.START_ARRAY && name.equals("papers");
            if (isList) {
                readList(json);
                hadList = true;
            } else {
                rest.set(name, MAPPER.readTree(json));
            }
        }
        Optional<String> error = error(rest);
        if (error.isPresent()) {
            problem = error;
        } else if (!hadList) {
            readLoneRow(rest);
        }
    }

    private static Optional<String> error(ObjectNode object) {
        if (object.has("paper") || object.has("title") || !object.has("error")) {
            return Optional.empty();
        }
        JsonNode error = object.get("error");
        JsonNode message = error.isObject() && error.has("message") ? error.get("message") : error;
        return Optional.of("it holds an error instead of papers: " + quote(message));
    }

    private static String quote(JsonNode value) {
        return ShortText.cut(value.isString() ? value.stringValue() : value.toString(), LONGEST_QUOTE);
    }

    private void readLoneRow(ObjectNode object) {
        if (object.has("paper") || object.has("title") || object.has("id")) {
            readRow(object);
        } else {
            problem = Optional.of("it holds an object that is no paper and has no list of papers");
        }
    }

    private void breakOff(JacksonException e) {
        String why =
                !isEndOfFile(e) ? "not JSON" : insideRow ? "the file ends inside a row" : "the file ends too early";
        problem = Optional.of(place(e.getLocation()) + ": " + why);
        if (insideRow) {
            skipped.add(new Skipped(papers.size() + skipped.size() + 1, problem.get()));
        }
    }

    /** Jackson has a type for most of these, but not for an end between rows or in the middle of a word like true. */
    private boolean isEndOfFile(JacksonException e) {
        return e instanceof UnexpectedEndOfInputException
                || e.getOriginalMessage().startsWith("Unexpected end-of-input")
                || (insideRow && source.hasEnded());
    }

    private static String place(TokenStreamLocation location) {
        return "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
