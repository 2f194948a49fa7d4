package dev.lectern.ballot.count;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** One sentence that says who won and what decided. */
public final class Explanation {
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
        String winner = name.apply(outcome.winner());
        return switch (outcome.decidedBy()) {
            case UNOPPOSED -> winner + " wins: there was no other.";
            case NO_VOTES -> winner + " wins by " + byPrecedence(outcome.order()) + ": nobody voted for any.";
            default -> winner + " wins " + how() + help() + ".";
        };
    }

    private String how() {
        return switch (outcome.method()) {
            case APPROVAL -> "with the approval of " + total() + " of " + outcome.voters() + " who voted";
            case PLURALITY -> "with " + total() + " of " + outcome.voters() + " votes";
            case SCORE -> "with " + total() + " " + (total().equals("1") ? "star" : "stars");
            case BORDA -> "with " + total() + " " + (total().equals("1") ? "point" : "points");
            case STAR -> star();
            case INSTANT_RUNOFF -> runoff();
            case SCHULZE -> beatpaths();
        };
    }

    private String total() {
        return number(InOrder.at(((Count.Totals) outcome.count()).totals(), outcome.winner()));
    }

    private String star() {
        return ((Count.Star) outcome.count())
                .runoff()
                .map(runoff -> "the runoff against " + name.apply(runoff.other()) + " by " + runoff.preferWinner()
                        + " to " + runoff.preferOther())
                .orElseThrow();
    }

    private String runoff() {
        List<Count.Round> rounds = ((Count.Rounds) outcome.count()).rounds();
        Count.Round last = rounds.get(rounds.size() - 1);
        return "the last of " + rounds.size() + (rounds.size() == 1 ? " round" : " rounds") + " by "
                + InOrder.at(last.votes(), outcome.winner()) + " to " + InOrder.at(last.votes(), last.eliminated())
                + " against "
                + name.apply(last.eliminated());
    }

    private String beatpaths() {
        Count.Beatpaths count = (Count.Beatpaths) outcome.count();
        if (outcome.ranking().get(0).size() > 1) {
            return "among those that no other beats";
        }
        int winner = count.alternatives().indexOf(outcome.winner());
        long beaten = count.alternatives().stream()
                .mapToInt(count.alternatives()::indexOf)
                .filter(other -> count.preferring().get(winner).get(other)
                        > count.preferring().get(other).get(winner))
                .count();
        return beaten == count.alternatives().size() - 1
                ? "against every other, one to one"
                : "against every other by its strongest chain of wins";
    }

    private String help() {
        return outcome.ties().stream()
                .filter(tie -> tie.by() == outcome.decidedBy())
                .reduce((before, last) -> last)
                .map(this::help)
                .orElse("");
    }

    private String help(Tie tie) {
        String by = switch (tie.by()) {
            case OWN_RULE -> ownRule(tie);
            case NOMINATION -> "the order of nomination";
            default -> "the lot";
        };
        return switch (tie.where()) {
            case FIRST_PLACE -> "; a tie with " + names(others(tie)) + " was broken by " + by;
            case FINALIST -> "; who went into the runoff, of " + names(tie.tied()) + ", was decided by " + by;
            case ELIMINATION -> "; which of " + names(tie.tied()) + " went out was decided by " + by;
        };
    }

    private String ownRule(Tie tie) {
        if (outcome.method() == Method.INSTANT_RUNOFF) {
            return "an earlier round";
        }
        return tie.where() == Tie.Where.FINALIST ? "comparing them one to one, then by fives" : "stars, then by fives";
    }

    private List<String> others(Tie tie) {
        return tie.tied().stream().filter(id -> !id.equals(tie.picked())).toList();
    }

    private String byPrecedence(Collection<String> all) {
        return outcome.ties().stream().anyMatch(tie -> tie.by() == Decision.LOT) && all.size() > 1
                ? "nomination and lot"
                : "earlier nomination";
    }

    private String names(Collection<String> ids) {
        List<String> names = ids.stream().map(name).toList();
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** Halves as they are, whole numbers without a point. */
    public static String number(double total) {
        return total == Math.rint(total) ? Long.toString((long) total) : String.format(Locale.ROOT, "%.1f", total);
    }
}
