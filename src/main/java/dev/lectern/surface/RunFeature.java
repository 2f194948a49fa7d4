package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Button;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.util.Optional;
import java.util.function.Function;

/** Buttons that stand outside of a group's channel and do what a command does there. */
public final class RunFeature implements Feature {
    private static final String RUN = "command.run/1";
    private static final Texts TEXTS = Texts.of(RunFeature.class);

    private final GroupStore groups;
    private final Function<GroupId, Optional<String>> channels;

    /** @param channels what a channel is called, without its {@code #}; empty where Slack does not tell */
    public RunFeature(GroupStore groups, Function<GroupId, Optional<String>> channels) {
        this.groups = groups;
        this.channels = channels;
    }

    /** As if {@code /papers verb} were written in the group's channel. */
    static Button runs(String label, GroupId group, String verb) {
        // An action id stands in a block once.
        return button(label, RUN + "/" + group + "/" + verb, verb);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(RUN, click -> run(routes, click));
    }

    private Reply run(Routes routes, Click click) {
        GroupId id = click.argument(GroupId::parse);
        Routes.Verb verb = click.value(
                word -> routes.verb(word).orElseThrow(() -> new IllegalArgumentException("there is no verb " + word)));
        Optional<Group> group = groups.find(id);
        if (group.isPresent() && !mayEnter(group.get(), click.user())) {
            return Reply.onlyToYou(TEXTS.say("run.members-only"));
        }
        String channel =
                group.map(Group::channelName).or(() -> channels.apply(id)).orElse("");
        return verb.handler().apply(new Command(id, channel, click.user(), click.request(), verb.name(), ""));
    }

    /** Whoever left a group may still have a button of it before them. */
    private static boolean mayEnter(Group group, UserId user) {
        return group.isMember(user) || group.organizer().equals(user);
    }
}
