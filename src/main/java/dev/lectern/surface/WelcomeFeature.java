package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Invited;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Optional;
import java.util.function.Function;

/** Tells whoever added Lectern to a channel what it does and how to begin; nobody else hears of it. */
public final class WelcomeFeature implements Feature {
    private static final Texts TEXTS = Texts.of(WelcomeFeature.class);
    private static final String WELCOME = "welcome";

    private final GroupStore groups;
    private final Function<GroupId, Optional<String>> channels;
    private final Changes changes;

    /** @param channels what a channel is called, without its {@code #}; empty where Slack does not tell */
    public WelcomeFeature(GroupStore groups, Function<GroupId, Optional<String>> channels, Changes changes) {
        this.groups = groups;
        this.channels = channels;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.invitations(this::welcome);
    }

    @Override
    public void words(Wording wording) {
        wording.message(WELCOME, () -> TEXTS.say("called.welcome"));
    }

    private void welcome(Invited invited) {
        String channel = channels.apply(invited.group())
                .map(name -> line("#" + name))
                .orElse("<#" + invited.group().channel() + ">");
        changes.once(invited.group(), invited.event(), Reply.KEPT, change -> {
            boolean known = groups.exists(invited.group());
            change.send(Outbound.toMember(
                    WELCOME + "/" + invited.event().value(),
                    invited.by(),
                    () -> known ? back(channel) : first(invited.group(), channel)));
            return Reply.none();
        });
    }

    private static Message first(GroupId group, String channel) {
        return Message.of(
                TEXTS.say("welcome.short", "channel", channel),
                section(TEXTS.say("welcome.what", "channel", channel)),
                actions(RunFeature.runs(TEXTS.say("welcome.setup"), group, "setup")
                        .primary()),
                context(TEXTS.say("welcome.quiet", "channel", channel)));
    }

    private static Message back(String channel) {
        String back = TEXTS.say("welcome.back", "channel", channel);
        return Message.of(back, section(back));
    }
}
