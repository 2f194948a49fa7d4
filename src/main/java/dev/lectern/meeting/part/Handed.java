package dev.lectern.meeting.part;

import dev.lectern.group.UserId;
import dev.lectern.work.Shape;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Who has which part at one meeting. Immutable.
 *
 * @param given the parts of the meeting, as they were when they were handed out
 * @param presenting who presented when they were handed out
 * @param declined who gave a part back: not to be handed another one for this meeting
 * @param offers swaps that wait for an answer
 * @param trace what people changed, oldest first
 */
@Shape(version = 2, from = HandedBeforeLanguages.class)
public record Handed(
        List<Given> given, Optional<UserId> presenting, List<UserId> declined, List<Swap> offers, List<Event> trace) {

    public static final Handed NOTHING = new Handed(List.of(), Optional.empty(), List.of(), List.of(), List.of());

    public Handed {
        given = List.copyOf(given);
        declined = List.copyOf(declined);
        offers = List.copyOf(offers);
        trace = List.copyOf(trace);
    }

    /** A part, how many are to have it, and who does: fewer where people were short. */
    public record Given(Part part, int wanted, List<UserId> members) {
        public Given {
            members = List.copyOf(members);
        }

        boolean isShort() {
            return members.size() < wanted;
        }

        private Given with(List<UserId> others) {
            return new Given(part, wanted, others);
        }
    }

    /** A member offers a part to another, for one of theirs, or for nothing where they have none. */
    public record Swap(UserId from, String mine, UserId to, Optional<String> theirs) {}

    /** What became of a part by somebody's hand. */
    public record Event(Kind kind, UserId by, Optional<String> part, Instant at) {
        /** What somebody did. */
        public enum Kind {
            DECLINED,
            SWAPPED,
            HANDED_AGAIN
        }
    }

    /** Who has each part, in the order in which the parts are shown; parts that nobody has are missing. */
    public Map<Part, List<UserId>> byPart() {
        Map<Part, List<UserId>> byPart = new LinkedHashMap<>();
        given.stream().filter(one -> !one.members().isEmpty()).forEach(one -> byPart.put(one.part(), one.members()));
        return byPart;
    }

    /** Everybody who presents besides the meeting's presenter. */
    public List<UserId> alsoPresenting() {
        return given.stream()
                .filter(one -> one.part().presents())
                .flatMap(one -> one.members().stream())
                .toList();
    }

    public List<Part> of(UserId member) {
        return given.stream()
                .filter(one -> one.members().contains(member))
                .map(Given::part)
                .toList();
    }

    public boolean has(UserId member, String part) {
        return of(member).stream().anyMatch(one -> one.id().equals(part));
    }

    /** Everybody who has a part. */
    public List<UserId> members() {
        return given.stream().flatMap(one -> one.members().stream()).distinct().toList();
    }

    Optional<Part> part(String id) {
        return given.stream()
                .map(Given::part)
                .filter(part -> part.id().equals(id))
                .findFirst();
    }

    Handed withGiven(List<Given> others) {
        return new Handed(others, presenting, declined, offers, trace).withoutStaleOffers();
    }

    Handed presentedBy(Optional<UserId> presenter) {
        return new Handed(given, presenter, declined, offers, trace);
    }

    /** A member gives a part back. */
    Handed declinedBy(UserId member, String part) {
        List<UserId> more =
                Stream.concat(declined.stream(), Stream.of(member)).distinct().toList();
        return new Handed(without(member, part), presenting, more, offers, trace).withoutStaleOffers();
    }

    private List<Given> without(UserId member, String part) {
        return changing(
                part,
                members ->
                        members.stream().filter(other -> !other.equals(member)).toList());
    }

    private List<Given> changing(String part, UnaryOperator<List<UserId>> change) {
        return given.stream()
                .map(one -> one.part().id().equals(part) ? one.with(change.apply(one.members())) : one)
                .toList();
    }

    Handed offering(Swap swap) {
        return offers.contains(swap)
                ? this
                : new Handed(
                        given,
                        presenting,
                        declined,
                        Stream.concat(offers.stream(), Stream.of(swap)).toList(),
                        trace);
    }

    Handed withoutOffer(Swap swap) {
        return new Handed(
                given,
                presenting,
                declined,
                offers.stream().filter(other -> !other.equals(swap)).toList(),
                trace);
    }

    /** The two change places, and whatever else was offered of these parts no longer is. */
    Handed swapped(Swap swap) {
        Handed one = withGiven(changing(swap.mine(), members -> replaced(members, swap.from(), swap.to())));
        return swap.theirs()
                .map(theirs ->
                        one.withGiven(one.changing(theirs, members -> replaced(members, swap.to(), swap.from()))))
                .orElse(one);
    }

    private static List<UserId> replaced(List<UserId> members, UserId old, UserId with) {
        return members.stream()
                .map(member -> member.equals(old) ? with : member)
                .toList();
    }

    Handed noting(Event event) {
        return new Handed(
                given,
                presenting,
                declined,
                offers,
                Stream.concat(trace.stream(), Stream.of(event)).toList());
    }

    private Handed withoutStaleOffers() {
        return new Handed(
                given,
                presenting,
                declined,
                offers.stream().filter(this::stands).toList(),
                trace);
    }

    /** Whether both still have what they would give, and neither would have a part twice. */
    boolean stands(Swap swap) {
        return has(swap.from(), swap.mine())
                && !has(swap.to(), swap.mine())
                && swap.theirs()
                        .map(theirs -> has(swap.to(), theirs) && !has(swap.from(), theirs))
                        .orElse(true);
    }
}
