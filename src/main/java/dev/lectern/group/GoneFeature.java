package dev.lectern.group;

import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Gone;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Who left the channel, or whose account was deactivated, is taken off the group's list of members. */
public final class GoneFeature implements Feature {
    private static final Texts TEXTS = Texts.of(GoneFeature.class);
    private static final String LAST = "group.last";
    private static final String ORPHAN = "group.orphan";

    private final GroupStore groups;
    private final GroupLogStore log;
    private final Changes changes;
    private final List<Departures> departures;

    public GoneFeature(GroupStore groups, GroupLogStore log, Changes changes, List<Departures> departures) {
        this.groups = groups;
        this.log = log;
        this.changes = changes;
        this.departures = departures;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.departures(this::gone);
    }

    @Override
    public void words(Wording wording) {
        wording.message(LAST, () -> TEXTS.say("called.last"));
        wording.message(ORPHAN, () -> TEXTS.say("called.orphan"));
    }

    private void gone(Gone gone) {
        Stream<GroupId> concerned = gone.channel()
                .map(channel -> Stream.of(new GroupId(gone.team(), channel)))
                .orElseGet(() -> groups.of(gone.team()).stream().map(Group::id));
        concerned.forEach(group -> changes.once(group, gone.event(), Reply.KEPT, change -> {
            groups.find(group)
                    .map(known -> withoutOrganizer(change, known, gone))
                    .filter(known -> known.isMember(gone.who()))
                    .ifPresent(known -> takeOff(change, known, gone));
            return Reply.none();
        }));
    }

    /** The others organize on; where there is nobody else an admin can, and somebody must hear of it who is there. */
    private Group withoutOrganizer(Change change, Group group, Gone gone) {
        if (!group.isOrganizer(gone.who())) {
            return group;
        }
        List<UserId> others = group.organizers().stream()
                .filter(organizer -> !organizer.equals(gone.who()))
                .toList();
        if (!others.isEmpty()) {
            Group after = group.withOrganizers(others);
            groups.save(change, after);
            log.note(change, gone.who(), SettingsChange.between(group, after));
            return after;
        }
        if (gone.channel().isEmpty()) {
            change.send(Outbound.toChannel(
                            ORPHAN + "/" + gone.who(),
                            group.id().channel(),
                            () -> Message.of(TEXTS.say("group.orphan", "who", user(gone.who()))))
                    .notTwice());
        }
        return group;
    }

    private void takeOff(Change change, Group group, Gone gone) {
        Optional<Group> smaller = group.leave(gone.who());
        smaller.ifPresent(left -> {
            groups.save(change, left);
            log.note(change, gone.who(), SettingsChange.between(group, left));
            departures.forEach(departure -> departure.left(change, left, gone.who()));
        });
        if (smaller.isEmpty()) {
            tellOfTheLast(change, group, gone);
        }
    }

    /** A group has at least one member: the list stays, and somebody must hear of it who is still there. */
    private static void tellOfTheLast(Change change, Group group, Gone gone) {
        String id = LAST + "/" + gone.who();
        Supplier<Message> said = () -> Message.of(
                TEXTS.say("group.last-gone", "who", user(gone.who()), "channel", line("#" + group.channelName())));
        boolean nobodyReads = gone.channel().isEmpty() && group.organizer().equals(gone.who());
        change.send(
                nobodyReads
                        ? Outbound.toChannel(id, group.id().channel(), said)
                        : Outbound.toMember(id, group.organizer(), said));
    }
}
