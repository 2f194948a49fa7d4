package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.rotation.Share;
import dev.lectern.slack.block.Actions;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.util.List;

/** What is said about presenting, in the channel and to the person asked. */
final class PresenterMessages {
    static final String ACCEPT = "presenter.accept/1";
    static final String DECLINE = "presenter.decline/1";

    private static final Texts TEXTS = Texts.of(PresenterMessages.class);

    private PresenterMessages() {}

    static Message asked(Meeting meeting, Group group, Subject subject, Share share) {
        return Message.of(
                TEXTS.say("asked.text", "when", when(meeting, group)),
                section(TEXTS.say(
                        "asked.section",
                        "what",
                        subject.what(),
                        "channel",
                        channel(group),
                        "when",
                        when(meeting, group),
                        "share",
                        share.words(meeting.id().date()))),
                answers(meeting, group),
                context(TEXTS.say("asked.context")));
    }

    static Message askedAgain(Meeting meeting, Group group, Subject subject) {
        return Message.of(
                TEXTS.say("asked-again.text", "when", when(meeting, group)),
                section(TEXTS.say(
                        "asked-again.section",
                        "what",
                        subject.what(),
                        "channel",
                        channel(group),
                        "when",
                        when(meeting, group))),
                answers(meeting, group));
    }

    private static Actions answers(Meeting meeting, Group group) {
        String day = meeting.id().value();
        return actions(
                button(TEXTS.say("button.accept"), ACCEPT + "/" + group.id(), day)
                        .primary(),
                button(TEXTS.say("button.decline"), DECLINE + "/" + group.id(), day),
                button(TEXTS.say("button.swap"), SwapFeature.OPEN + "/" + group.id(), day),
                button(TEXTS.say("button.not-before"), NotBeforeFeature.OPEN + "/" + group.id(), day));
    }

    static Message accepted(Meeting meeting, Group group, Subject subject) {
        String day = meeting.id().value();
        return Message.of(
                TEXTS.say("accepted.text", "when", when(meeting, group)),
                section(TEXTS.say(
                        "accepted.section",
                        "what",
                        subject.what(),
                        "channel",
                        channel(group),
                        "when",
                        when(meeting, group),
                        "halves",
                        secondHalf(subject),
                        "because",
                        because(meeting))),
                actions(
                        button(TEXTS.say("button.give-back"), DECLINE + "/" + group.id(), day),
                        button(TEXTS.say("button.swap"), SwapFeature.OPEN + "/" + group.id(), day)));
    }

    private static String because(Meeting meeting) {
        return meeting.presenting()
                .assignedBy()
                .map(by -> TEXTS.say("accepted.chosen", "who", user(by)))
                .orElseGet(() -> TEXTS.say("accepted.thanks"));
    }

    /** With the blank that parts it from what follows; nothing where nobody has it. */
    private static String secondHalf(Subject subject) {
        return subject.secondHalf().isEmpty()
                ? ""
                : TEXTS.say("accepted.second-half", "who", Enumerations.and(mentions(subject))) + " ";
    }

    private static List<String> mentions(Subject subject) {
        return subject.secondHalf().stream().map(Mrkdwn::user).toList();
    }

    static Message declined(Meeting meeting, Group group) {
        return plain(TEXTS.say("declined", "when", when(meeting, group), "channel", channel(group)));
    }

    static Message silent(Meeting meeting, Group group) {
        return plain(TEXTS.say("silent", "when", when(meeting, group), "channel", channel(group)));
    }

    static Message away(Meeting meeting, Group group) {
        return plain(TEXTS.say("away", "when", when(meeting, group), "channel", channel(group)));
    }

    static Message calledOff(Meeting meeting, Group group) {
        return plain(TEXTS.say("called-off", "when", when(meeting, group), "channel", channel(group)));
    }

    /** Of the second question, once it no longer asks: in short, since the first one says it in full. */
    static Message settled(Meeting meeting, Group group, UserId user) {
        if (meeting.presents(user)) {
            return plain(TEXTS.say("settled.presents", "when", when(meeting, group), "channel", channel(group)));
        }
        return plain(TEXTS.say(
                meeting.presenting().silent().contains(user) ? "settled.silent" : "settled.else",
                "when",
                when(meeting, group),
                "channel",
                channel(group)));
    }

    static Message over(Meeting meeting, Group group, UserId user) {
        return plain(TEXTS.say(
                meeting.presents(user) ? "over.presented" : "over.else",
                "when",
                when(meeting, group),
                "channel",
                channel(group)));
    }

    static Message noLongerAsked(Meeting meeting, Group group) {
        return plain(TEXTS.say("no-longer-asked", "when", when(meeting, group), "channel", channel(group)));
    }

    static Message noLongerMember(Meeting meeting, Group group) {
        return plain(TEXTS.say("no-longer-member", "when", when(meeting, group), "channel", channel(group)));
    }

    static Message presents(Meeting meeting, Group group, UserId presenter, Subject subject) {
        return plain(
                TEXTS.say("presents", "who", user(presenter), "what", subject.what(), "when", when(meeting, group)));
    }

    static Message gaveBack(Meeting meeting, Group group) {
        return plain(TEXTS.say("gave-back", "when", when(meeting, group)));
    }

    static Message gaveBackEarly(Meeting meeting, Group group) {
        return plain(TEXTS.say("gave-back.early", "when", when(meeting, group)));
    }

    static Message nobodyLeft(Meeting meeting, Group group) {
        return plain(TEXTS.say("nobody-left", "when", when(meeting, group)));
    }

    static Message assigned(Meeting meeting, Group group, UserId by, UserId presenter) {
        return plain(TEXTS.say("assigned", "by", user(by), "who", user(presenter), "when", when(meeting, group)));
    }

    static Message plain(String mrkdwn) {
        return Message.of(mrkdwn, section(mrkdwn));
    }

    private static String when(Meeting meeting, Group group) {
        return MeetingText.when(meeting, group);
    }

    private static String channel(Group group) {
        return line("#" + group.channelName());
    }
}
