package dev.lectern.meeting;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who gives which date to whom. Whoever takes a date gives their own next one in exchange, where they have one ahead on
 * which the other is there; otherwise the date is simply handed over.
 */
public final class Swap {
    private Swap() {}

    /** What a swap is decided by: the group as it stands. */
    record Ground(Set<UserId> members, List<Meeting> meetings, List<Absence> absences, ZoneId zone, Instant now) {
        Optional<Meeting> find(MeetingId id) {
            return meetings.stream().filter(meeting -> meeting.id().equals(id)).findFirst();
        }

        boolean isAway(UserId who, Meeting meeting) {
            return Absence.isAway(absences, who, meeting.day(zone));
        }
    }

    sealed interface Outcome {}

    /**
     * @param given presented by the taker now
     * @param returned presented by the offerer now
     */
    record Done(SwapOffer offer, Meeting given, Optional<Meeting> returned) implements Outcome {}

    record No(Refusal why) implements Outcome {}

    enum Refusal {
        /** Somebody took it, said no for everybody, or it is the offerer's no longer. */
        OVER,
        /** The meeting has begun, or does not exist. */
        TOO_LATE,
        /** It was offered to somebody else. */
        NOT_YOURS,
        /** It is the taker's own. */
        OWN,
        NO_MEMBER,
        AWAY,
        /** The taker presents there already. */
        PRESENTS
    }

    /** Whether a date is a user's to give: it is ahead, and they present or are asked to. */
    static boolean isTheirs(Meeting meeting, UserId user, Instant now) {
        return meeting.state() == MeetingState.PLANNED
                && meeting.start().isAfter(now)
                && (meeting.presents(user) || meeting.asks(user));
    }

    /** Why this member could not take a meeting's date; empty where they could. */
    static Optional<Refusal> hindrance(Ground ground, Meeting meeting, UserId taker) {
        if (!ground.members().contains(taker)) {
            return Optional.of(Refusal.NO_MEMBER);
        }
        if (meeting.presents(taker)) {
            return Optional.of(Refusal.PRESENTS);
        }
        return ground.isAway(taker, meeting) ? Optional.of(Refusal.AWAY) : Optional.empty();
    }

    static Outcome take(SwapOffer offer, UserId taker, Ground ground) {
        Optional<Meeting> meeting = ground.find(offer.meeting());
        if (meeting.isEmpty()
                || meeting.get().state() != MeetingState.PLANNED
                || !meeting.get().start().isAfter(ground.now())) {
            return new No(Refusal.TOO_LATE);
        }
        if (!offer.isOpen(meeting.get(), ground.now())) {
            return new No(Refusal.OVER);
        }
        if (offer.by().equals(taker)) {
            return new No(Refusal.OWN);
        }
        if (offer.to().isPresent() && !offer.to().get().equals(taker)) {
            return new No(Refusal.NOT_YOURS);
        }
        return hindrance(ground, meeting.get(), taker)
                .<Outcome>map(No::new)
                .orElseGet(() -> taken(offer, meeting.get(), taker, ground));
    }

    private static Outcome taken(SwapOffer offer, Meeting given, UserId taker, Ground ground) {
        Optional<Meeting> inReturn = inReturn(given, offer.by(), taker, ground);
        return new Done(
                offer.taken(taker, inReturn.map(Meeting::id)),
                given.assigned(taker, Optional.empty()),
                inReturn.map(theirs -> theirs.assigned(offer.by(), Optional.empty())));
    }

    /** The taker's next date that the offerer could have; nobody who left gets one. */
    static Optional<Meeting> inReturn(Meeting given, UserId offerer, UserId taker, Ground ground) {
        return ground.meetings().stream()
                .filter(meeting -> meeting.state() == MeetingState.PLANNED
                        && meeting.start().isAfter(ground.now())
                        && !meeting.id().equals(given.id())
                        && meeting.presents(taker)
                        && hindrance(ground, meeting, offerer).isEmpty())
                .min(Comparator.comparing(Meeting::start));
    }
}
