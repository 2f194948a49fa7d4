package dev.lectern.ballot.count;

import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;

/** One sentence that says who won and what decided. */
public final class Explanation {
    private static final Texts TEXTS = Texts.of(Explanation.class);

    private final Outcome outcome;
    private final UnaryOperator<String> name;

    private Explanation(Outcome outcome, UnaryOperator<String> name) {
        this.outcome = outcome;
        this.name = name;
    }

    /** @param name what to call an alternative, escaped for wherever the sentence is shown */
    public static String of(Outcome outcome, UnaryOperator<String> name) {
        return new Explanation(outcome, name).sentence();
    }

    private String sentence() {
        return switch (outcome.decidedBy()) {
            case UNOPPOSED -> TEXTS.say("won.unopposed", "winner", winner());
            case NO_VOTES -> noVotes();
            default -> decided();
        };
    }

    private String winner() {
        return name.apply(outcome.winner());
    }

    private String noVotes() {
        boolean lot = outcome.ties().stream().anyMatch(tie -> tie.by() == Decision.LOT)
                && outcome.order().size() > 1;
        return lot ? TEXTS.say("won.no-votes.lot", "winner", winner()) : TEXTS.say("won.no-votes", "winner", winner());
    }

    private String decided() {
        String help = help();
        return switch (outcome.method()) {
            case APPROVAL ->
                TEXTS.say(
                        "won.approval", "winner", winner(), "total", total(), "voters", outcome.voters(), "help", help);
            case PLURALITY ->
                TEXTS.say(
                        "won.plurality",
                        "winner",
                        winner(),
                        "total",
                        total(),
                        "voters",
                        outcome.voters(),
                        "help",
                        help);
            case SCORE -> TEXTS.say("won.score", "winner", winner(), "total", total(), "help", help);
            case BORDA -> TEXTS.say("won.borda", "winner", winner(), "total", total(), "help", help);
            case STAR -> star(help);
            case INSTANT_RUNOFF -> runoff(help);
            case SCHULZE -> beatpaths(help);
        };
    }

    private double total() {
        return InOrder.at(((Count.Totals) outcome.count()).totals(), outcome.winner());
    }

    private String star(String help) {
        return ((Count.Star) outcome.count())
                .runoff()
                .map(runoff -> TEXTS.say(
                        "won.star",
                        "winner",
                        winner(),
                        "other",
                        name.apply(runoff.other()),
                        "for",
                        runoff.preferWinner(),
                        "against",
                        runoff.preferOther(),
                        "help",
                        help))
                .orElseThrow();
    }

    private String runoff(String help) {
        List<Count.Round> rounds = ((Count.Rounds) outcome.count()).rounds();
        Count.Round last = rounds.get(rounds.size() - 1);
        return TEXTS.say(
                "won.irv",
                "winner",
                winner(),
                "rounds",
                rounds.size(),
                "for",
                InOrder.at(last.votes(), outcome.winner()),
                "against",
                InOrder.at(last.votes(), last.eliminated()),
                "other",
                name.apply(last.eliminated()),
                "help",
                help);
    }

    private String beatpaths(String help) {
        if (outcome.ranking().get(0).size() > 1) {
            return TEXTS.say("won.schulze.unbeaten", "winner", winner(), "help", help);
        }
        return beatsAllDirectly((Count.Beatpaths) outcome.count())
                ? TEXTS.say("won.schulze.direct", "winner", winner(), "help", help)
                : TEXTS.say("won.schulze.chain", "winner", winner(), "help", help);
    }

    private boolean beatsAllDirectly(Count.Beatpaths count) {
        int winner = count.alternatives().indexOf(outcome.winner());
        return count.alternatives().stream()
                .mapToInt(count.alternatives()::indexOf)
                .filter(other -> other != winner)
                .allMatch(other -> count.preferring().get(winner).get(other)
                        > count.preferring().get(other).get(winner));
    }

    private String help() {
        return outcome.ties().stream()
                .filter(tie -> tie.by() == outcome.decidedBy())
                .reduce((before, last) -> last)
                .map(this::help)
                .orElse("");
    }

    private String help(Tie tie) {
        return switch (tie.where()) {
            case FIRST_PLACE -> TEXTS.say("tie.first", "names", names(others(tie)), "by", by(tie));
            case FINALIST -> TEXTS.say("tie.finalist", "names", names(tie.tied()), "by", by(tie));
            case ELIMINATION -> TEXTS.say("tie.elimination", "names", names(tie.tied()), "by", by(tie));
        };
    }

    private String by(Tie tie) {
        return switch (tie.by()) {
            case OWN_RULE -> ownRule(tie);
            case NOMINATION -> TEXTS.say("tie.by.nomination");
            default -> TEXTS.say("tie.by.lot");
        };
    }

    private String ownRule(Tie tie) {
        if (outcome.method() == Method.INSTANT_RUNOFF) {
            return TEXTS.say("tie.by.round");
        }
        return tie.where() == Tie.Where.FINALIST ? TEXTS.say("tie.by.pairs") : TEXTS.say("tie.by.stars");
    }

    private List<String> others(Tie tie) {
        return tie.tied().stream().filter(id -> !id.equals(tie.picked())).toList();
    }

    private String names(Collection<String> ids) {
        return Enumerations.and(ids.stream().map(name).toList());
    }

    /** Halves as they are, whole numbers without a point. */
    public static String number(double total) {
        return TEXTS.say("number", "number", total);
    }
}
