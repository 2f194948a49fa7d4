package dev.lectern.meeting.part;

import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a group's own parts from what a person types, one a line: the name, a colon, the prompt. */
final class OwnParts {
    private static final Texts TEXTS = Texts.of(OwnParts.class);

    private OwnParts() {}

    /** The parts, or one sentence that says what is wrong; one of the two is empty. */
    record Read(List<Part> parts, Optional<String> problem) {
        private static Read not(String problem) {
            return new Read(List.of(), Optional.of(problem));
        }
    }

    /** As {@link #read} reads it. */
    static String write(List<Part> own) {
        return own.stream().map(part -> part.name() + ": " + part.prompt()).collect(Collectors.joining("\n"));
    }

    static Read read(String text) {
        List<String> lines = Stream.of(text.split("\\R"))
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .toList();
        if (lines.size() > PartRules.MOST_OWN) {
            return Read.not(TEXTS.say("own.too-many", "count", lines.size(), "most", PartRules.MOST_OWN));
        }
        List<Part> parts = new ArrayList<>();
        for (String line : lines) {
            Optional<String> problem = add(line, parts);
            if (problem.isPresent()) {
                return Read.not(problem.get());
            }
        }
        return new Read(List.copyOf(parts), Optional.empty());
    }

    private static Optional<String> add(String line, List<Part> parts) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? line : line.substring(0, colon).strip();
        String prompt = colon < 0 ? "" : line.substring(colon + 1).strip();
        if (name.isEmpty() || prompt.isEmpty()) {
            return Optional.of(TEXTS.say(name.isEmpty() ? "own.no-name" : "own.no-task", "line", shortened(line)));
        }
        if (name.length() > Part.LONGEST_NAME) {
            return Optional.of(TEXTS.say("own.long-name", "name", shortened(name), "longest", Part.LONGEST_NAME));
        }
        if (prompt.length() > Part.LONGEST_PROMPT) {
            return Optional.of(TEXTS.say("own.long-task", "name", name, "longest", Part.LONGEST_PROMPT));
        }
        if (Stream.concat(StandardParts.ALL.stream(), parts.stream()).anyMatch(part -> part.isCalled(name))) {
            return Optional.of(TEXTS.say("own.taken", "name", name));
        }
        parts.add(Part.own(name, prompt));
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() > Part.LONGEST_NAME ? text.substring(0, Part.LONGEST_NAME - 1) + "…" : text;
    }
}
