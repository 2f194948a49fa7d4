package dev.lectern.ballot;

import dev.lectern.ballot.count.Method;
import dev.lectern.text.Texts;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How a group votes, as a person picks and types it, nothing checked yet. Each text may be empty.
 *
 * @param method a {@link Method#word}
 * @param most how many papers one may approve of; empty or 0 for any number
 * @param quorum how many must vote; empty or 0 for any number
 * @param options names of {@link Option}
 */
record VotingRulesForm(String method, String secrecy, String tally, String most, String quorum, List<String> options) {
    private static final Texts TEXTS = Texts.of(VotingRulesForm.class);

    /** Where a problem belongs. */
    enum Field {
        METHOD,
        SECRECY,
        TALLY,
        MOST,
        QUORUM,
        OPTIONS
    }

    /** What is or is not so. */
    enum Option {
        ADDITIONS,
        ENDS_EARLY,
        REMINDS
    }

    /** What the form says, or what is wrong with it. */
    sealed interface Parsed {}

    record Valid(VotingRules rules) implements Parsed {}

    /** For each field that can't be used one sentence with the way out, plain text; at least one. */
    record Invalid(Map<Field, String> problems) implements Parsed {
        Invalid {
            problems = Collections.unmodifiableMap(new EnumMap<>(problems));
        }
    }

    VotingRulesForm {
        options = List.copyOf(options);
    }

    /** The form that says these rules: it parses to the same rules where the group is large enough for the quorum. */
    static VotingRulesForm of(VotingRules rules) {
        return new VotingRulesForm(
                rules.method().word(),
                rules.secrecy().name(),
                rules.tally().name(),
                rules.most() == 0 ? "" : Integer.toString(rules.most()),
                rules.quorum() == 0 ? "" : Integer.toString(rules.quorum()),
                Stream.of(
                                rules.additions() ? Optional.of(Option.ADDITIONS) : Optional.<Option>empty(),
                                rules.endsEarly() ? Optional.of(Option.ENDS_EARLY) : Optional.<Option>empty(),
                                rules.reminds() ? Optional.of(Option.REMINDS) : Optional.<Option>empty())
                        .flatMap(Optional::stream)
                        .map(Option::name)
                        .toList());
    }

    /** @param members how many the group has: more can never vote */
    Parsed parse(int members) {
        Map<Field, String> problems = new EnumMap<>(Field.class);
        Optional<Method> how = Method.of(method);
        Optional<Secrecy> who = named(Secrecy.class, secrecy);
        Optional<TallyShown> when = named(TallyShown.class, tally);
        note(problems, Field.METHOD, how.isEmpty(), TEXTS.say("how.wrong.method"));
        note(problems, Field.SECRECY, who.isEmpty(), TEXTS.say("how.wrong.secrecy"));
        note(problems, Field.TALLY, when.isEmpty(), TEXTS.say("how.wrong.tally"));
        Optional<Integer> limit = number(problems, Field.MOST, most, Ballot.MOST_CANDIDATES);
        limit.filter(number -> number > 0)
                .filter(number ->
                        how.filter(method -> method != Method.APPROVAL).isPresent())
                .ifPresent(number -> problems.put(
                        Field.MOST,
                        TEXTS.say("how.wrong.most", "method", how.orElseThrow().label())));
        Optional<Integer> enough = number(problems, Field.QUORUM, quorum, VotingRules.MOST_QUORUM);
        enough.filter(number -> number > members)
                .ifPresent(number -> problems.put(
                        Field.QUORUM,
                        TEXTS.say(
                                "how.wrong.quorum",
                                "members",
                                members,
                                "quorum",
                                Integer.toString(number),
                                "most",
                                Integer.toString(members))));
        return problems.isEmpty()
                ? new Valid(rules(
                        how.orElseThrow(),
                        who.orElseThrow(),
                        when.orElseThrow(),
                        limit.orElseThrow(),
                        enough.orElseThrow()))
                : new Invalid(problems);
    }

    private VotingRules rules(Method how, Secrecy who, TallyShown when, int limit, int enough) {
        Set<String> ticked = new HashSet<>(options);
        return new VotingRules(
                how,
                who,
                when,
                limit,
                enough,
                ticked.contains(Option.ADDITIONS.name()),
                ticked.contains(Option.ENDS_EARLY.name()),
                ticked.contains(Option.REMINDS.name()));
    }

    private static void note(Map<Field, String> problems, Field field, boolean wrong, String problem) {
        if (wrong) {
            problems.put(field, problem);
        }
    }

    private static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    private static Optional<Integer> number(Map<Field, String> problems, Field field, String text, int highest) {
        if (text.isBlank()) {
            return Optional.of(0);
        }
        Optional<Integer> number = Optional.of(text.strip())
                .filter(digits -> digits.matches("[0-9]{1,6}"))
                .map(Integer::parseInt)
                .filter(read -> read <= highest);
        note(problems, field, number.isEmpty(), TEXTS.say("how.wrong.number", "highest", Integer.toString(highest)));
        return number;
    }
}
