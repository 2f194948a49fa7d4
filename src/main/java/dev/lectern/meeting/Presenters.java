package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartSteps;
import dev.lectern.slack.Outbound;
import dev.lectern.work.Change;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Step;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Asks one member after the other to present, in fair order, and keeps what they see as things stand. Reads the group as
 * it stands; writes to the change, in which a meeting must be written once.
 */
public final class Presenters {
    static final String ASK = "presenter.ask";
    static final String NUDGE = "presenter.nudge";
    static final String GIVE_UP = "presenter.giveup";
    static final String NONE = "presenter.none";
    static final String OWNER = "presenter.owner";
    static final String SILENT = "presenter.silent";
    static final String PRESENTS = "presenter";
    static final String GAVE_BACK = "presenter.back";
    static final String AGAIN = "presenter.again";

    private final MeetingStore meetings;
    private final TurnsReader turns;
    private final SwapStore swaps;
    private final BiConsumer<Change, Meeting> shown;

    /** @param shown has whatever else shows the meeting redrawn, as part of the same change */
    public Presenters(MeetingStore meetings, TurnsReader turns, SwapStore swaps, BiConsumer<Change, Meeting> shown) {
        this.meetings = meetings;
        this.turns = turns;
        this.swaps = swaps;
        this.shown = shown;
    }

    /** Asks whoever's turn it is; where nobody is left, asks the channel, and leaves it to the organizer. */
    void askNext(Change change, Group group, Meeting before, Meeting meeting) {
        askNext(change, group, before, meeting, Set.of());
    }

    /**
     * @param before as it is stored
     * @param meeting as it is to be, but for who is asked
     * @param besides who is not to be asked either, though the stores do not say so yet
     */
    void askNext(Change change, Group group, Meeting before, Meeting meeting, Set<UserId> besides) {
        Set<UserId> unavailable = new HashSet<>(meeting.declined());
        unavailable.addAll(meeting.presenting().silent());
        unavailable.addAll(besides);
        turns.order(group, meeting, unavailable).stream()
                .findFirst()
                .ifPresentOrElse(
                        member -> ask(change, group, before, meeting, member),
                        () -> nobodyLeft(change, group, before, meeting));
    }

    /** Whom the organizer could ask once more: who did not answer rather than who declined. */
    Optional<UserId> onceMore(Group group, Meeting meeting) {
        List<UserId> all = turns.order(group, meeting, Set.of());
        Predicate<UserId> silent = meeting.presenting().silent()::contains;
        return Stream.concat(all.stream().filter(silent), all.stream()).findFirst();
    }

    void ask(Change change, Group group, Meeting before, Meeting meeting, UserId member) {
        put(change, group, before, meeting.ask(member).askedAt(change.now()));
    }

    private void nobodyLeft(Change change, Group group, Meeting before, Meeting meeting) {
        Meeting open = meeting.leftOpen(change.now());
        put(change, group, before, open);
        change.send(Outbound.toChannel(
                NONE + "/" + meeting.id(), group.id().channel(), () -> PresenterMessages.nobodyLeft(meeting, group)));
        change.send(shownToOrganizer(OWNER, group, meeting));
    }

    /** Who is asked did not answer: the question goes to the next one, and the organizer hears of it. */
    void giveUp(Change change, Group group, Meeting meeting, UserId member) {
        askNext(change, group, meeting, meeting.silent(member));
        change.send(shownToOrganizer(SILENT, group, meeting));
    }

    /**
     * Somebody no longer presents, nor is asked, without having been asked about it. The next one is asked at once if the
     * time for asking has come, and otherwise at its time.
     */
    void free(Change change, Group group, Meeting meeting, UserId who) {
        Meeting free = meeting.freedFrom(who);
        Instant asking = MeetingPlanner.timeline(group, meeting.start()).presenterAsked();
        boolean early = change.now().isBefore(asking);
        if (meeting.presents(who)) {
            change.send(Outbound.toChannel(
                            GAVE_BACK + "/" + meeting.id() + "/" + who,
                            group.id().channel(),
                            () -> early
                                    ? PresenterMessages.gaveBackEarly(meeting, group)
                                    : PresenterMessages.gaveBack(meeting, group))
                    .notTwice());
        }
        if (early) {
            put(change, group, meeting, free);
        } else {
            askNext(change, group, meeting, free, Set.of(who));
        }
    }

    /** Writes the meeting, plans what is to be done about the question, and has everybody concerned see how it stands. */
    void put(Change change, Group group, Meeting before, Meeting after) {
        meetings.save(change, after);
        plan(change, group, before, after);
        PartSteps.whenSettled(change, after);
        shown.accept(change, after);
        Stream.of(before.asked(), before.presenter(), after.asked(), after.presenter())
                .flatMap(Optional::stream)
                .distinct()
                .forEach(member -> show(change, after, member));
        swaps.of(group.id(), after.id()).forEach(offer -> change.send(shown(group, offer)));
        if (before.presenting().leftOpen().isPresent()) {
            change.send(shownToOrganizer(OWNER, group, after));
        }
        if (!before.presenting().silent().isEmpty()) {
            change.send(shownToOrganizer(SILENT, group, after));
        }
    }

    private static void plan(Change change, Group group, Meeting before, Meeting after) {
        Optional<String> over = waitingFor(before);
        Optional<String> now = waitingFor(after);
        if (over.equals(now)) {
            return;
        }
        stopWaiting(change, before);
        now.ifPresent(key -> plan(change, group, NUDGE, key, after));
    }

    /** Takes the steps away that wait for whoever is being asked. */
    static void stopWaiting(Change change, Meeting meeting) {
        waitingFor(meeting).ifPresent(key -> {
            change.unschedule(NUDGE, key);
            change.unschedule(GIVE_UP, key);
        });
    }

    /** A question about another time is another question: patience with whoever is being asked begins anew. */
    static void waitAnew(Change change, Group group, Meeting moved) {
        stopWaiting(change, moved);
        boolean askedTwice =
                moved.asked().filter(moved.presenting().reminded()::contains).isPresent();
        waitingFor(moved).ifPresent(key -> plan(change, group, askedTwice ? GIVE_UP : NUDGE, key, moved));
    }

    /** Plans a step for when patience with an answer ends; none where the meeting is too near. */
    static void plan(Change change, Group group, String step, String key, Meeting meeting) {
        Patience.ends(change.now(), meeting.start(), group.settings().zone())
                .ifPresent(at -> change.schedule(new Step(step, key, at)));
    }

    /** Names one asking of one member: {@code 2026-04-09/U0BEN/1775000000}. */
    static Optional<String> waitingFor(Meeting meeting) {
        return meeting.asked()
                .flatMap(member -> meeting.presenting()
                        .askedAt()
                        .map(since -> meeting.id() + "/" + member + "/" + since.getEpochSecond()));
    }

    /** Wishes for a redraw of the question, or of the presenter's own note, because something about the meeting changed. */
    public static void redraw(Change change, Meeting meeting) {
        meeting.asked().ifPresent(member -> show(change, meeting, member));
        meeting.presenter().ifPresent(member -> show(change, meeting, member));
    }

    /** The member's direct messages about a meeting, which always show how things stand. */
    static void show(Change change, Meeting meeting, UserId member) {
        change.send(Outbound.shownTo(member, ASK, meeting.id() + "/" + member));
        if (meeting.presenting().reminded().contains(member)) {
            change.send(Outbound.shownTo(member, NUDGE, meeting.id() + "/" + member));
        }
    }

    private static Outgoing shownToOrganizer(String drawing, Group group, Meeting meeting) {
        return Outbound.shownTo(group.organizer(), drawing, meeting.id() + "/" + group.organizer());
    }

    /** An offered date where it was offered: in the channel, or to one member. */
    static Outgoing shown(Group group, SwapOffer offer) {
        return offer.to()
                .map(member -> Outbound.shownTo(member, SwapFeature.OFFER, offer.id() + "/" + member))
                .orElseGet(() -> Outbound.shownIn(
                        group.id().channel(), SwapFeature.OFFER, offer.id().value()));
    }
}
