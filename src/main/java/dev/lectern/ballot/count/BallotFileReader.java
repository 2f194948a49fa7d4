package dev.lectern.ballot.count;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@link BallotFile}s, strictly: what does not hold together throws {@link BrokenFile}. */
public final class BallotFileReader {
    private static final Set<String> FIELDS =
            Set.of("format", "version", "title", "method", "seed", "alternatives", "ballots");
    private static final Set<String> VOTES = Set.of("approvals", "choice", "scores", "ranking", "blank");

    private final LocatedJson root;
    private final Set<String> ids = new HashSet<>();
    private long voters;

    private BallotFileReader(LocatedJson root) {
        this.root = root;
    }

    /** @param file its name, for messages */
    public static BallotFile read(String file, byte[] bytes) {
        return read(file, TextFile.text(file, bytes));
    }

    static BallotFile read(String file, String text) {
        return new BallotFileReader(LocatedJson.parse(file, text)).read();
    }

    private BallotFile read() {
        Map<String, LocatedJson> fields = root.fields("the ballot", FIELDS);
        LocatedJson format = root.required(fields, "format");
        if (!format.text("the format").equals(BallotFile.FORMAT)) {
            throw format.broken("the format is not '" + BallotFile.FORMAT + "'");
        }
        root.required(fields, "version").number("the version", BallotFile.VERSION, BallotFile.VERSION);
        String title = root.required(fields, "title").text("the title");
        Method method = method(root.required(fields, "method"));
        Optional<String> seed = Optional.ofNullable(fields.get("seed")).map(told -> told.text("the seed"));
        List<BallotFile.Nominated> alternatives = alternatives(root.required(fields, "alternatives"));
        List<Bundle> bundles = new ArrayList<>();
        for (LocatedJson ballot : root.required(fields, "ballots").items("the list of ballots")) {
            bundles.add(bundle(ballot, method));
        }
        return new BallotFile(title, method, seed, alternatives, bundles);
    }

    private static Method method(LocatedJson json) {
        String word = json.text("the method");
        return Method.of(word)
                .orElseThrow(() -> json.broken(
                        "the method " + WholeNumber.quoted(word) + " is none of " + String.join(", ", Method.words())));
    }

    private List<BallotFile.Nominated> alternatives(LocatedJson json) {
        List<LocatedJson> items = json.items("the list of alternatives");
        if (items.isEmpty() || items.size() > PrefLib.MOST_ALTERNATIVES) {
            throw json.broken(
                    "there are " + items.size() + " alternatives, and not from 1 to " + PrefLib.MOST_ALTERNATIVES);
        }
        return items.stream().map(this::alternative).toList();
    }

    private BallotFile.Nominated alternative(LocatedJson json) {
        Map<String, LocatedJson> fields = json.fields("an alternative", Set.of("id", "title", "nominated"));
        String id = json.required(fields, "id").text("an alternative's id");
        if (id.isBlank() || !ids.add(id)) {
            throw json.broken(
                    "the alternative " + WholeNumber.quoted(id) + (id.isBlank() ? " is blank" : " is given twice"));
        }
        LocatedJson nominated = json.required(fields, "nominated");
        String at = nominated.text("an alternative's nomination");
        try {
            return new BallotFile.Nominated(
                    id, json.required(fields, "title").text("an alternative's title"), Instant.parse(at));
        } catch (DateTimeException e) {
            throw nominated.broken(WholeNumber.quoted(at) + " is no instant, such as 2026-05-01T08:00:00Z");
        }
    }

    private Bundle bundle(LocatedJson json, Method method) {
        Set<String> known = new HashSet<>(VOTES);
        known.add("count");
        Map<String, LocatedJson> fields = json.fields("a ballot", known);
        int count = json.required(fields, "count").number("a ballot's count", 1, Profile.MOST_VOTERS);
        voters += count;
        if (voters > Profile.MOST_VOTERS) {
            throw json.broken("there are more than " + Profile.MOST_VOTERS + " voters");
        }
        if (fields.size() != 2) {
            throw json.broken("a ballot needs a count and one of approvals, choice, scores, ranking and blank");
        }
        Preference vote = vote(json, fields);
        if (!vote.is(method.asks())) {
            throw json.broken(method.word() + " cannot count this kind of ballot");
        }
        return new Bundle(count, vote);
    }

    private Preference vote(LocatedJson json, Map<String, LocatedJson> fields) {
        String kind =
                fields.keySet().stream().filter(VOTES::contains).findFirst().orElseThrow();
        LocatedJson told = json.required(fields, kind);
        return switch (kind) {
            case "approvals" -> new Preference.Approvals(several(told, "the approvals", new HashSet<>()));
            case "choice" -> new Preference.Choice(known(told, told.text("the choice")));
            case "scores" -> scores(told);
            case "ranking" -> ranking(told);
            default -> {
                if (!told.isTrue()) {
                    throw told.broken("blank must be true where it is given");
                }
                yield new Preference.Blank();
            }
        };
    }

    private Preference scores(LocatedJson json) {
        Map<String, Integer> stars = new LinkedHashMap<>();
        json.anyFields("the scores")
                .forEach((id, given) -> stars.put(
                        known(given, id),
                        given.number("a number of stars", Preference.Scores.FEWEST, Preference.Scores.MOST)));
        return new Preference.Scores(stars);
    }

    private Preference ranking(LocatedJson json) {
        Set<String> seen = new HashSet<>();
        List<Set<String>> ranks = json.items("the ranking").stream()
                .map(rank -> several(rank, "a rank", seen))
                .toList();
        if (ranks.isEmpty()) {
            throw json.broken("the ranking is empty");
        }
        return new Preference.Ranking(ranks);
    }

    private Set<String> several(LocatedJson json, String what, Set<String> seen) {
        Set<String> several = new LinkedHashSet<>();
        for (LocatedJson item : json.items(what)) {
            String id = known(item, item.text("an alternative"));
            if (!seen.add(id)) {
                throw item.broken("the alternative " + WholeNumber.quoted(id) + " is given twice");
            }
            several.add(id);
        }
        if (several.isEmpty()) {
            throw json.broken(what + (what.endsWith("s") ? " are empty" : " is empty"));
        }
        return several;
    }

    private String known(LocatedJson json, String id) {
        if (!ids.contains(id)) {
            throw json.broken("there is no alternative " + WholeNumber.quoted(id));
        }
        return id;
    }
}
