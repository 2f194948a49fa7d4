package dev.lectern.meeting.rotation;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * Whose turn it is. The rule is that of Ronald Fagin and John H. Williams, "A Fair Carpool Scheduling Algorithm", IBM
 * Journal of Research and Development 27(2), 1983: a turn is owed in equal parts by all who could have taken it, whoever
 * took it has paid one whole turn, and whoever owes most is next. Of those who owe the same, who took a turn longest ago
 * is next, and before any turn who joined first.
 *
 * <p>Ours are these additions:
 *
 * <ul>
 *   <li>Whoever was away could not have taken a turn, and owes nothing for it. Whoever declined could have: the turn
 *       stays theirs for another time.
 *   <li>Who joins enters in the middle of the order, owing what its two neighbours owe on average: neither first nor last,
 *       with nothing to catch up.
 *   <li>Who has the turn right before, or right after, comes last: nobody is next to themselves while another can.
 *   <li>A turn that is promised ahead, to a volunteer or by a swap, counts as taken already, so that it moves no one else.
 * </ul>
 *
 * <p>Of two members who joined together and could take the same turns, neither ever has taken more than one turn more than
 * the other, as long as nobody volunteers; and where everybody always can, that holds of any two since the later one
 * joined. The tests show both over simulated years. Immutable.
 */
public final class Rotation {
    private final Map<UserId, LocalDate> joined;
    private final List<Turn> turns;
    private final BiPredicate<UserId, LocalDate> away;
    private final Moves moves;

    /**
     * @param joined who is a member, with the date of joining; of one date, in the order of joining
     * @param turns past and promised ones, in any order
     * @param away who cannot have the task on which date
     * @param moves what was changed by hand
     */
    public Rotation(Map<UserId, LocalDate> joined, List<Turn> turns, BiPredicate<UserId, LocalDate> away, Moves moves) {
        this.joined = Collections.unmodifiableMap(new LinkedHashMap<>(joined));
        this.turns = turns.stream().sorted(Comparator.comparing(Turn::when)).toList();
        this.away = away;
        this.moves = moves;
    }

    /** The same, with one more turn. */
    public Rotation with(Turn turn) {
        return new Rotation(
                joined, Stream.concat(turns.stream(), Stream.of(turn)).toList(), away, moves);
    }

    /**
     * Everybody who can have the task on a date, in the order in which to ask.
     *
     * @param unavailable who is not to be asked besides those who are away: they declined, or have another task
     */
    public List<UserId> order(LocalDate date, Collection<UserId> unavailable) {
        Set<UserId> besides = neighbours(date);
        return balances().order().stream()
                .filter(member -> !unavailable.contains(member) && !away.test(member, date))
                .sorted(Comparator.comparing(besides::contains))
                .toList();
    }

    /** The first in {@link #order}; empty where nobody can. */
    public Optional<UserId> next(LocalDate date, Collection<UserId> unavailable) {
        return order(date, unavailable).stream().findFirst();
    }

    /** A date, and who has the task then; empty where nobody can. */
    public record Planned(LocalDate when, Optional<UserId> who) {}

    /**
     * Who has the task on each of these dates, if everybody says yes.
     *
     * @param dates those without a turn so far, in any order; one that comes twice has two turns
     * @param declined who declined a date already
     */
    public List<Planned> plan(List<LocalDate> dates, Map<LocalDate, ? extends Collection<UserId>> declined) {
        List<Planned> plan = new ArrayList<>();
        Rotation ahead = this;
        for (LocalDate date : dates.stream().sorted().toList()) {
            Collection<UserId> unavailable = declined.containsKey(date) ? declined.get(date) : List.of();
            Optional<UserId> who = ahead.next(date, unavailable);
            plan.add(new Planned(date, who));
            if (who.isPresent()) {
                ahead = ahead.with(Turn.of(date, who.get()));
            }
        }
        return List.copyOf(plan);
    }

    /** How often a member had the task before a date. */
    public Share share(UserId member, LocalDate before) {
        LocalDate since = joined.getOrDefault(member, LocalDate.MIN);
        int taken = 0;
        int possible = 0;
        Optional<LocalDate> last = Optional.empty();
        for (Turn turn : turns) {
            if (turn.when().isBefore(since) || !turn.when().isBefore(before)) {
                continue;
            }
            if (turn.takers().contains(member)) {
                taken++;
                possible++;
                last = Optional.of(turn.when());
            } else if (!turn.busy().contains(member) && !away.test(member, turn.when())) {
                possible++;
            }
        }
        return new Share(taken, possible, last);
    }

    /** A step by hand comes before the turn of its date. */
    private Balances balances() {
        Balances balances = new Balances(joined, away);
        List<Moves.Move> steps = new ArrayList<>(moves.moves());
        for (Turn turn : turns) {
            while (!steps.isEmpty() && !steps.get(0).when().isAfter(turn.when())) {
                balances.move(steps.remove(0));
            }
            balances.take(turn);
        }
        steps.forEach(balances::move);
        balances.enter(LocalDate.MAX);
        return balances;
    }

    /** Who has the turn right before or right after a date, or another one on it, but for those whom a step back made next. */
    private Set<UserId> neighbours(LocalDate date) {
        Set<UserId> besides = new HashSet<>();
        turns.stream()
                .map(Turn::when)
                .filter(when -> !when.isAfter(date))
                .max(Comparator.naturalOrder())
                .ifPresent(when -> besides.addAll(takers(when)));
        turns.stream()
                .map(Turn::when)
                .filter(when -> !when.isBefore(date))
                .min(Comparator.naturalOrder())
                .ifPresent(when -> besides.addAll(takers(when)));
        Map<UserId, LocalDate> broughtBack = new HashMap<>();
        moves.moves().stream()
                .filter(move -> !move.forward())
                .forEach(move -> broughtBack.put(move.who(), move.when()));
        besides.removeIf(member -> broughtBack.containsKey(member)
                && turns.stream()
                        .noneMatch(turn ->
                                turn.takers().contains(member) && !turn.when().isBefore(broughtBack.get(member))));
        return besides;
    }

    private Set<UserId> takers(LocalDate when) {
        Set<UserId> takers = new HashSet<>();
        turns.stream().filter(turn -> turn.when().equals(when)).forEach(turn -> takers.addAll(turn.takers()));
        return takers;
    }
}
