package dev.lectern.meeting.part;

import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a group has at its meetings, as a person picks and types it, nothing checked yet.
 *
 * @param parts ids of those that are ticked
 * @param several which parts several people have, such as {@code Reviewer 2, Hacker 3}; may be empty
 * @param rules names of {@link Rule}
 */
record PartsForm(List<String> parts, String several, String presenters, String papers, List<String> rules) {
    private static final Pattern COUNT = Pattern.compile("(.+?)[\\s:x×]*?\\s*(\\d{1,3})");
    private static final int LONGEST_QUOTE = 40;
    private static final Texts TEXTS = Texts.of(PartsForm.class);

    /** Where a problem belongs. */
    enum Field {
        PARTS,
        OWN,
        SEVERAL,
        PRESENTERS,
        PAPERS,
        RULES
    }

    /** What is or is not so. */
    enum Rule {
        NOMINATOR_APART,
        PRESENTER_APART
    }

    /** What the form says, or what is wrong with it. */
    sealed interface Parsed {}

    record Valid(PartRules rules) implements Parsed {}

    /** For each field that can't be used one sentence with the way out, plain text; at least one. */
    record Invalid(Map<Field, String> problems) implements Parsed {
        Invalid {
            problems = Collections.unmodifiableMap(new EnumMap<>(problems));
        }
    }

    PartsForm {
        parts = List.copyOf(parts);
        rules = List.copyOf(rules);
    }

    /** The form that says these rules: it parses to the same rules. */
    static PartsForm of(PartRules rules) {
        return new PartsForm(
                List.copyOf(rules.counts().keySet()),
                rules.offered().stream()
                        .filter(part -> rules.counts().getOrDefault(part.id(), 0) > 1)
                        .map(part -> part.name() + " " + rules.counts().get(part.id()))
                        .collect(Collectors.joining(", ")),
                Integer.toString(rules.presenters()),
                Integer.toString(rules.papers()),
                Stream.of(
                                rules.nominatorApart() ? Optional.of(Rule.NOMINATOR_APART) : Optional.<Rule>empty(),
                                rules.presenterApart() ? Optional.of(Rule.PRESENTER_APART) : Optional.<Rule>empty())
                        .flatMap(Optional::stream)
                        .map(Rule::name)
                        .toList());
    }

    /** @param own the group's own parts */
    Parsed parse(List<Part> own) {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        Map<String, Integer> counts = new LinkedHashMap<>();
        List<Part> used = Stream.concat(StandardParts.ALL.stream(), own.stream())
                .filter(part -> parts.contains(part.id()))
                .toList();
        used.forEach(part -> counts.put(part.id(), 1));
        countSeveral(used, counts).ifPresent(problem -> problems.put(Field.SEVERAL, problem));
        Optional<Integer> presenting = number(presenters, PartRules.MOST_PRESENTERS);
        Optional<Integer> reading = number(papers, PartRules.MOST_PAPERS);
        if (presenting.isEmpty()) {
            problems.put(Field.PRESENTERS, TEXTS.say("form.presenters"));
        }
        if (reading.isEmpty()) {
            problems.put(Field.PAPERS, TEXTS.say("form.papers", "most", PartRules.MOST_PAPERS));
        }
        if (presenting.orElse(1) > 1 && reading.orElse(1) > 1) {
            problems.put(Field.PRESENTERS, TEXTS.say("form.presenters-of-several"));
        }
        return problems.isEmpty()
                ? new Valid(new PartRules(
                        counts,
                        presenting.orElseThrow(),
                        reading.orElseThrow(),
                        own,
                        rules.contains(Rule.NOMINATOR_APART.name()),
                        rules.contains(Rule.PRESENTER_APART.name())))
                : new Invalid(problems);
    }

    /** Empty where all of it can be read. */
    private Optional<String> countSeveral(List<Part> used, Map<String, Integer> counts) {
        List<String> entries = new ArrayList<>();
        Stream.of(several.split("[,;\\r\\n]+"))
                .map(String::strip)
                .filter(entry -> !entry.isEmpty())
                .forEach(entries::add);
        for (String entry : entries) {
            Matcher count = COUNT.matcher(entry);
            if (!count.matches()) {
                return Optional.of(TEXTS.say("form.no-number", "entry", quoted(entry)));
            }
            String name = count.group(1).strip();
            Optional<Part> part =
                    used.stream().filter(one -> one.isCalled(name)).findFirst();
            if (part.isEmpty()) {
                return Optional.of(unknown(name, used));
            }
            int number = Integer.parseInt(count.group(2));
            if (number < 1 || number > PartRules.MOST_OF_A_PART) {
                return Optional.of(TEXTS.say(
                        "form.too-many", "most", PartRules.MOST_OF_A_PART, "entry", quoted(entry), "number", number));
            }
            counts.put(part.get().id(), number);
        }
        return Optional.empty();
    }

    private static String unknown(String name, List<Part> used) {
        return NearestWord.to(name, used.stream().map(Part::name).toList())
                .map(near -> TEXTS.say("form.unknown.near", "name", quoted(name), "near", near))
                .orElseGet(() -> TEXTS.say("form.unknown", "name", quoted(name)));
    }

    private static String quoted(String text) {
        return TEXTS.say(
                "form.quoted",
                "text",
                text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE - 1) + "…" : text);
    }

    private static Optional<Integer> number(String text, int highest) {
        return IntStream.rangeClosed(1, highest)
                .boxed()
                .filter(number -> text.strip().equals(number.toString()))
                .findFirst();
    }

    /** With the name of a rule, in lower case for a block's id. */
    static String block(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
