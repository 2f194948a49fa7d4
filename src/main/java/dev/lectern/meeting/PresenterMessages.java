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
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Actions;
import dev.lectern.slack.block.Message;
import java.util.Optional;

/** What is said about presenting, in the channel and to the person asked. */
final class PresenterMessages {
    static final String ACCEPT = "presenter.accept/1";
    static final String DECLINE = "presenter.decline/1";

    private PresenterMessages() {}

    static Message asked(Meeting meeting, Group group, Optional<Paper> paper, Share share) {
        return Message.of(
                "Will you present on " + MeetingText.when(meeting, group) + "?",
                section("*Will you present " + PaperText.linkOr(paper, "the paper") + "?*\n"
                        + "At the reading group " + line("#" + group.channelName()) + " on "
                        + MeetingText.when(meeting, group)
                        + ". It is your turn (you: "
                        + share.words(meeting.id().date()) + ")."),
                answers(meeting, group),
                context("If you decline, the next member is asked; your turn stays yours for another time. "
                        + "Without an answer I ask once more, then go on to the next."));
    }

    static Message askedAgain(Meeting meeting, Group group, Optional<Paper> paper) {
        return Message.of(
                "Still open: will you present on " + MeetingText.when(meeting, group) + "?",
                section("*Still open: will you present " + PaperText.linkOr(paper, "the paper") + "?*\nIn "
                        + line("#" + group.channelName()) + " on " + MeetingText.when(meeting, group)
                        + ". If I hear nothing, I ask the next member; that counts as no decline."),
                answers(meeting, group));
    }

    private static Actions answers(Meeting meeting, Group group) {
        String day = meeting.id().value();
        return actions(
                button("I'll present", ACCEPT + "/" + group.id(), day).primary(),
                button("Not this time", DECLINE + "/" + group.id(), day),
                button("Swap…", SwapFeature.OPEN + "/" + group.id(), day),
                button("Not before…", NotBeforeFeature.OPEN + "/" + group.id(), day));
    }

    static Message accepted(Meeting meeting, Group group, Optional<Paper> paper) {
        String said = "*You present " + PaperText.linkOr(paper, "the paper") + "* in " + line("#" + group.channelName())
                + " on " + MeetingText.when(meeting, group) + ".";
        String because = meeting.presenting()
                .assignedBy()
                .map(by -> user(by) + " chose you; if it does not suit you, say so here.")
                .orElse("Thank you!");
        String day = meeting.id().value();
        return Message.of(
                "You present on " + MeetingText.when(meeting, group) + ".",
                section(said + " " + because),
                actions(
                        button("I can't after all", DECLINE + "/" + group.id(), day),
                        button("Swap…", SwapFeature.OPEN + "/" + group.id(), day)));
    }

    static Message declined(Meeting meeting, Group group) {
        return plain("You don't present on " + MeetingText.when(meeting, group) + " in "
                + line("#" + group.channelName()) + ". If you change your mind, write `/papers present` there.");
    }

    static Message silent(Meeting meeting, Group group) {
        return plain(
                "There was no answer, so I asked the next member about " + MeetingText.when(meeting, group) + " in "
                        + line("#" + group.channelName())
                        + ". Your turn stays yours for another time. If you can after all, write `/papers present` there.");
    }

    static Message away(Meeting meeting, Group group) {
        return plain("You are away on " + MeetingText.when(meeting, group) + ", so you don't present then in "
                + line("#" + group.channelName()) + ". `/papers away` there shows when you are.");
    }

    static Message calledOff(Meeting meeting, Group group) {
        return plain("The meeting on " + MeetingText.when(meeting, group) + " in " + line("#" + group.channelName())
                + " is called off. Nothing is left for you to do.");
    }

    /** Of the second question, once it no longer asks: in short, since the first one says it in full. */
    static Message settled(Meeting meeting, Group group, UserId user) {
        String about = MeetingText.when(meeting, group) + " in " + line("#" + group.channelName());
        if (meeting.presents(user)) {
            return plain("You present on " + about + ": the question above has all of it.");
        }
        return plain(
                meeting.presenting().silent().contains(user)
                        ? "There was no answer about " + about + ": the question above says what became of it."
                        : "What I asked again about " + about + " is settled: the question above says how.");
    }

    static Message over(Meeting meeting, Group group, UserId user) {
        String when = MeetingText.when(meeting, group) + " in " + line("#" + group.channelName());
        return plain(
                meeting.presents(user)
                        ? "You presented on " + when + ". Thank you!"
                        : "The meeting on " + when + " is over. Nothing is left for you to do.");
    }

    static Message noLongerAsked(Meeting meeting, Group group) {
        return plain("Somebody else presents on " + MeetingText.when(meeting, group) + " in "
                + line("#" + group.channelName()) + ". Nothing is left for you to do.");
    }

    static Message noLongerMember(Meeting meeting, Group group) {
        return plain("You are no longer a member of " + line("#" + group.channelName()) + ", so you don't present on "
                + MeetingText.when(meeting, group) + ".");
    }

    static Message presents(Meeting meeting, Group group, UserId presenter, Optional<Paper> paper) {
        return plain(user(presenter) + " presents " + PaperText.linkOr(paper, "the paper") + " on "
                + MeetingText.when(meeting, group) + ".");
    }

    static Message gaveBack(Meeting meeting, Group group) {
        return plain("The presenter for " + MeetingText.when(meeting, group)
                + " can't make it. The next member is being asked; `/papers present` if you'd like to.");
    }

    static Message gaveBackEarly(Meeting meeting, Group group) {
        return plain("The presenter for " + MeetingText.when(meeting, group)
                + " can't make it. There is time: I ask the next member before the meeting. `/papers present` if you'd "
                + "like to.");
    }

    static Message nobodyLeft(Meeting meeting, Group group) {
        return plain("Nobody is left to ask who could present on " + MeetingText.when(meeting, group)
                + ". If you can, write `/papers present`.");
    }

    static Message assigned(Meeting meeting, Group group, UserId by, UserId presenter) {
        return plain(
                user(by) + " made " + user(presenter) + " the presenter on " + MeetingText.when(meeting, group) + ".");
    }

    static Message plain(String mrkdwn) {
        return Message.of(mrkdwn, section(mrkdwn));
    }
}
