package dev.lectern.group;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.List;
import java.util.Optional;

/** Joining and leaving a group. */
public final class GroupFeature implements Feature {
    private static final Texts TEXTS = Texts.of(GroupFeature.class);

    private final GroupStore groups;
    private final GroupLogStore log;
    private final Changes changes;
    private final List<Departures> departures;

    public GroupFeature(GroupStore groups, GroupLogStore log, Changes changes, List<Departures> departures) {
        this.groups = groups;
        this.log = log;
        this.changes = changes;
        this.departures = departures;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("join", "join", () -> TEXTS.say("help.join"), this::join);
        routes.command("leave", "leave", () -> TEXTS.say("help.leave"), this::leave);
    }

    private Reply join(Command command) {
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(command.group());
            if (group.isEmpty()) {
                return noGroup();
            }
            if (group.get().isMember(command.user())) {
                return Reply.onlyToYou(TEXTS.say("group.member-already"));
            }
            Optional<String> refused = RightsText.noJoining(group.get(), command.user());
            if (refused.isPresent()) {
                return Reply.onlyToYou(refused.get());
            }
            save(change, group.get(), group.get().join(command.user()), command.user());
            return Reply.onlyToYou(TEXTS.say("group.welcome"));
        });
    }

    private Reply leave(Command command) {
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(command.group());
            if (group.isEmpty()) {
                return noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou(TEXTS.say("group.no-member"));
            }
            Optional<Group> smaller = group.get().leave(command.user());
            smaller.ifPresent(left -> {
                save(change, group.get(), left, command.user());
                departures.forEach(departure -> departure.left(change, left, command.user()));
            });
            return Reply.onlyToYou(
                    smaller.isPresent()
                            ? TEXTS.say("group.left")
                            : TEXTS.say(
                                    "group.last-member",
                                    "channel",
                                    line("#" + group.get().channelName())));
        });
    }

    private void save(Change change, Group before, Group after, UserId by) {
        groups.save(change, after);
        log.note(change, by, SettingsChange.between(before, after));
    }

    /** What everybody is told who asks for something of a group where there is none. */
    public static Reply noGroup() {
        return Reply.onlyToYou(TEXTS.say("group.none"));
    }
}
