package dev.lectern.meeting.part;

import dev.lectern.group.UserId;
import dev.lectern.meeting.part.Handed.Given;
import dev.lectern.meeting.part.PartRules.Wanted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Hands out parts for one meeting. As many members as can have one part each before anybody has two: a maximum matching of
 * members and places by augmenting paths (Harold W. Kuhn, "The Hungarian Method for the Assignment Problem", 1955), in
 * which each place tries members in the fair order of its part. What is left goes to members who have one part already,
 * and then stays open: nobody has more than two. Whoever has a part keeps it, as long as they may. Deterministic.
 */
final class HandOut {
    /** More would be no part in a discussion but the discussion. */
    static final int MOST_EACH = 2;

    private final Situation now;
    private final Map<Place, UserId> taken = new LinkedHashMap<>();
    private final Set<Place> kept = new HashSet<>();

    private HandOut(Situation now) {
        this.now = now;
    }

    /**
     * Who there is, and who may do what.
     *
     * @param members who can come, without those who gave a part of this meeting back
     * @param staying who may keep what they have: {@code members}, and those who gave another part back
     * @param presenter who presents already
     * @param nominators who nominated what is read
     * @param orders of each part, by its id, whose turn it is: everybody in {@code members}
     */
    record Situation(
            List<UserId> members,
            Collection<UserId> staying,
            Optional<UserId> presenter,
            Set<UserId> nominators,
            Map<String, List<UserId>> orders,
            PartRules rules) {

        boolean presents(UserId member) {
            return presenter.filter(member::equals).isPresent();
        }

        boolean mayHave(UserId member, Part part) {
            boolean judgesOwn = part.id().equals(StandardParts.REVIEWER.id()) && nominators.contains(member);
            boolean presentsTwice = part.presents() && presents(member);
            return !presentsTwice && !(rules.nominatorApart() && judgesOwn);
        }

        /** Whoever has a part comes last in its order. */
        Situation passing(Handed before) {
            Map<String, List<UserId>> passed = new HashMap<>(orders);
            passed.replaceAll((part, order) -> order.stream()
                    .sorted(Comparator.comparing(member -> before.has(member, part)))
                    .toList());
            return new Situation(members, staying, presenter, nominators, passed, rules);
        }

        List<UserId> order(Part part) {
            return orders.getOrDefault(part.id(), members).stream()
                    .filter(members::contains)
                    .filter(member -> mayHave(member, part))
                    .toList();
        }
    }

    /** One of the places that a part has. */
    private record Place(Part part, int number) {}

    /** What is handed out when {@code wanted} is to be, beginning with what was handed out before. */
    static Handed fill(Handed before, List<Wanted> wanted, Situation now) {
        HandOut handOut = new HandOut(now);
        handOut.keep(before, wanted);
        handOut.oneEach(wanted);
        handOut.secondOnes(wanted);
        return before.withGiven(handOut.given(wanted)).presentedBy(now.presenter());
    }

    private void keep(Handed before, List<Wanted> wanted) {
        Map<String, List<UserId>> had = new HashMap<>();
        before.given().forEach(given -> had.put(given.part().id(), given.members()));
        for (Wanted one : wanted) {
            int number = 0;
            for (UserId member : had.getOrDefault(one.part().id(), List.of())) {
                if (number < one.count() && mayKeep(member, one.part(), before)) {
                    Place place = new Place(one.part(), number++);
                    taken.put(place, member);
                    kept.add(place);
                }
            }
        }
    }

    /** Who presents since gives other parts back; who presented when they got theirs had them for want of people. */
    private boolean mayKeep(UserId member, Part part, Handed before) {
        boolean presentsSince = now.presents(member)
                && before.presenting().filter(member::equals).isEmpty();
        return now.staying().contains(member)
                && now.mayHave(member, part)
                && !(presentsSince && now.rules().presenterApart());
    }

    private void oneEach(List<Wanted> wanted) {
        for (Place place : open(wanted)) {
            augment(place, new HashSet<>());
        }
    }

    private boolean augment(Place place, Set<UserId> tried) {
        List<UserId> order = now.order(place.part()).stream()
                .filter(member -> !now.presents(member))
                .toList();
        Optional<UserId> free =
                order.stream().filter(member -> parts(member) == 0).findFirst();
        if (free.isPresent()) {
            taken.put(place, free.get());
            return true;
        }
        for (UserId member : order) {
            Optional<Place> other = movable(member);
            if (other.isPresent() && tried.add(member)) {
                taken.remove(other.get());
                taken.put(place, member);
                if (augment(other.get(), tried)) {
                    return true;
                }
                taken.remove(place);
                taken.put(other.get(), member);
            }
        }
        return false;
    }

    private Optional<Place> movable(UserId member) {
        return taken.entrySet().stream()
                .filter(entry -> entry.getValue().equals(member) && !kept.contains(entry.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void secondOnes(List<Wanted> wanted) {
        for (Place place : open(wanted)) {
            now.order(place.part()).stream()
                    .filter(member -> load(member) < MOST_EACH && !hasPlaceOf(place.part(), member))
                    .min(Comparator.comparing(this::load).thenComparing(this::comesLast))
                    .ifPresent(member -> taken.put(place, member));
        }
    }

    /** Presenting is a part, too. */
    private int load(UserId member) {
        return parts(member) + (now.presents(member) ? 1 : 0);
    }

    private boolean comesLast(UserId member) {
        return now.rules().presenterApart() && presentsAtAll(member);
    }

    private boolean presentsAtAll(UserId member) {
        return now.presents(member)
                || taken.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().part().presents()
                                && entry.getValue().equals(member));
    }

    private int parts(UserId member) {
        return (int) taken.values().stream().filter(member::equals).count();
    }

    private boolean hasPlaceOf(Part part, UserId member) {
        return taken.entrySet().stream()
                .anyMatch(entry ->
                        entry.getKey().part().equals(part) && entry.getValue().equals(member));
    }

    private List<Place> open(List<Wanted> wanted) {
        return places(wanted).stream()
                .filter(place -> !taken.containsKey(place))
                .toList();
    }

    private static List<Place> places(List<Wanted> wanted) {
        List<Place> places = new ArrayList<>();
        wanted.forEach(one -> {
            for (int number = 0; number < one.count(); number++) {
                places.add(new Place(one.part(), number));
            }
        });
        return places;
    }

    private List<Given> given(List<Wanted> wanted) {
        return wanted.stream()
                .map(one -> new Given(
                        one.part(),
                        one.count(),
                        places(List.of(one)).stream()
                                .flatMap(place -> Optional.ofNullable(taken.get(place)).stream())
                                .toList()))
                .toList();
    }
}
