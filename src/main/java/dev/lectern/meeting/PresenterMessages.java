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
                actions(
                        button(
                                        "I'll present",
                                        ACCEPT + "/" + group.id(),
                                        meeting.id().value())
                                .primary(),
                        button(
                                "Not this time",
                                DECLINE + "/" + group.id(),
                                meeting.id().value())),
                context("If you decline, the next member is asked; your turn stays yours for another time."));
    }

    static Message accepted(Meeting meeting, Group group, Optional<Paper> paper) {
        return Message.of(
                "You present on " + MeetingText.when(meeting, group) + ".",
                section("*You present " + PaperText.linkOr(paper, "the paper") + "* in "
                        + line("#" + group.channelName()) + " on " + MeetingText.when(meeting, group) + ". Thank you!"),
                actions(button(
                        "I can't after all",
                        DECLINE + "/" + group.id(),
                        meeting.id().value())));
    }

    static Message declined(Meeting meeting, Group group) {
        return plain("You don't present on " + MeetingText.when(meeting, group) + " in "
                + line("#" + group.channelName()) + ". If you change your mind, write `/papers present` there.");
    }

    static Message noLongerAsked(Meeting meeting, Group group) {
        return plain("Somebody else presents on " + MeetingText.when(meeting, group) + " in "
                + line("#" + group.channelName()) + ". Nothing is left for you to do.");
    }

    static Message presents(Meeting meeting, Group group, UserId presenter, Optional<Paper> paper) {
        return plain(user(presenter) + " presents " + PaperText.linkOr(paper, "the paper") + " on "
                + MeetingText.when(meeting, group) + ".");
    }

    static Message gaveBack(Meeting meeting, Group group) {
        return plain("The presenter for " + MeetingText.when(meeting, group)
                + " can't make it. The next member is being asked; `/papers present` if you'd like to.");
    }

    static Message nobodyLeft(Meeting meeting, Group group) {
        return plain("Nobody is left to ask who could present on " + MeetingText.when(meeting, group)
                + ". If you can, write `/papers present`.");
    }

    private static Message plain(String mrkdwn) {
        return Message.of(mrkdwn, section(mrkdwn));
    }
}
