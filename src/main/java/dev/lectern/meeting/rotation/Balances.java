package dev.lectern.meeting.rotation;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** What everybody owes, replayed from the first turn on; changes with each turn. See {@link Rotation} for the rule. */
final class Balances {
    /** A whole turn; divisible by up to sixteen people, so that nothing is rounded among so many. */
    private static final long TURN = 720_720;

    private final BiPredicate<UserId, LocalDate> away;
    private final List<Map.Entry<UserId, LocalDate>> toCome;
    private final Map<UserId, Long> owed = new HashMap<>();
    /** Who took a turn longest ago is first. */
    private final List<UserId> queue = new ArrayList<>();

    Balances(Map<UserId, LocalDate> joined, BiPredicate<UserId, LocalDate> away) {
        this.away = away;
        this.toCome = new ArrayList<>(joined.entrySet());
        this.toCome.sort(Map.Entry.comparingByValue());
    }

    void take(Turn turn) {
        enter(turn.when());
        List<UserId> could = queue.stream()
                .filter(member -> turn.takers().contains(member) || couldTake(member, turn))
                .toList();
        long each = could.isEmpty() ? 0 : TURN * turn.takers().size() / could.size();
        could.forEach(member -> owed.merge(member, each, Long::sum));
        List<UserId> took = queue.stream().filter(turn.takers()::contains).toList();
        took.forEach(member -> owed.merge(member, -TURN, Long::sum));
        queue.removeAll(took);
        queue.addAll(took);
    }

    private boolean couldTake(UserId member, Turn turn) {
        return !turn.busy().contains(member) && !away.test(member, turn.when());
    }

    /** One step by hand: the member becomes last, or first. */
    void move(Moves.Move move) {
        enter(move.when());
        if (queue.remove(move.who())) {
            Stream<Long> others = queue.stream().map(this::owed);
            Comparator<Long> least = Comparator.naturalOrder();
            Optional<Long> edge = move.forward() ? others.min(least) : others.max(least);
            queue.add(move.forward() ? queue.size() : 0, move.who());
            edge.ifPresent(balance -> owed.put(move.who(), balance));
        }
    }

    /** Everybody who joined until then is in; those who come on one day stand together in the middle. */
    void enter(LocalDate until) {
        while (!toCome.isEmpty() && !toCome.get(0).getValue().isAfter(until)) {
            LocalDate day = toCome.get(0).getValue();
            List<UserId> entering = new ArrayList<>();
            while (!toCome.isEmpty() && toCome.get(0).getValue().equals(day)) {
                entering.add(toCome.remove(0).getKey());
            }
            enter(entering);
        }
    }

    private void enter(List<UserId> entering) {
        List<UserId> there = order();
        int middle = (there.size() + 1) / 2;
        long opening = opening(there, middle);
        entering.forEach(member -> owed.put(member, opening));
        queue.addAll(middle == 0 ? 0 : queue.indexOf(there.get(middle - 1)) + 1, entering);
    }

    private long opening(List<UserId> there, int middle) {
        if (there.isEmpty()) {
            return 0;
        }
        long above = owed(there.get(middle - 1));
        return middle == there.size() ? above : Math.floorDiv(above + owed(there.get(middle)), 2);
    }

    /** Who owes most is first; of those who owe the same, who took a turn longest ago. */
    List<UserId> order() {
        return queue.stream()
                .sorted(Comparator.comparing(this::owed, Comparator.reverseOrder()))
                .toList();
    }

    private long owed(UserId member) {
        return owed.getOrDefault(member, 0L);
    }
}
