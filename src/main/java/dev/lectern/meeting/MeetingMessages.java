package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said about meetings and presenters, in the channel and to the person asked. */
final class MeetingMessages {
    static final String ACCEPT = "presenter.accept/1";
    static final String DECLINE = "presenter.decline/1";

    private MeetingMessages() {}

    static Message asked(Meeting meeting, Group group, Optional<Paper> paper) {
        return Message.of(
                "Will you present on " + when(meeting, group) + "?",
                section("*Will you present " + PaperText.linkOr(paper, "the paper") + "?*\n"
                        + "At the reading group " + line("#" + group.channelName()) + " on " + when(meeting, group)
                        + ". It is your turn: nobody has presented less often."),
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
                "You present on " + when(meeting, group) + ".",
                section("*You present " + PaperText.linkOr(paper, "the paper") + "* in "
                        + line("#" + group.channelName()) + " on " + when(meeting, group) + ". Thank you!"),
                actions(button(
                        "I can't after all",
                        DECLINE + "/" + group.id(),
                        meeting.id().value())));
    }

    static Message declined(Meeting meeting, Group group) {
        return plain("You don't present on " + when(meeting, group) + " in " + line("#" + group.channelName())
                + ". If you change your mind, write `/papers present` there.");
    }

    static Message noLongerAsked(Meeting meeting, Group group) {
        return plain("Somebody else presents on " + when(meeting, group) + " in " + line("#" + group.channelName())
                + ". Nothing is left for you to do.");
    }

    static Message presents(Meeting meeting, Group group, UserId presenter, Optional<Paper> paper) {
        return plain(user(presenter) + " presents " + PaperText.linkOr(paper, "the paper") + " on "
                + when(meeting, group) + ".");
    }

    static Message gaveBack(Meeting meeting, Group group) {
        return plain("The presenter for " + when(meeting, group)
                + " can't make it. The next member is being asked; `/papers present` if you'd like to.");
    }

    static Message nobodyLeft(Meeting meeting, Group group) {
        return plain("Nobody is left to ask who could present on " + when(meeting, group)
                + ". If you can, write `/papers present`.");
    }

    static Message reminder(Meeting meeting, Group group, Optional<Paper> paper) {
        return Message.of(
                "Tomorrow: " + PaperText.titleOr(paper, "the reading group meets") + ", " + when(meeting, group) + ".",
                section("*Tomorrow we read " + PaperText.linkOr(paper, "together") + "*\n" + when(meeting, group)
                        + " · " + presenter(meeting)));
    }

    static Message kickOff(Meeting meeting, Group group, Optional<Paper> paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header("The reading group starts now"));
        blocks.add(section(paper.map(found -> PaperCard.of(found).entry())
                .orElse("No paper was chosen this time: bring one, or talk about what to read next.")));
        blocks.add(context(presenter(meeting)));
        paper.ifPresent(found -> blocks.add(actions(PaperText.detailsButton(found))));
        blocks.add(context("Use this message's thread for questions and notes."));
        return Message.of("The reading group starts now: " + PaperText.titleOr(paper, "no paper chosen") + ".", blocks);
    }

    static String presenter(Meeting meeting) {
        return meeting.presenter()
                .map(who -> "presented by " + user(who))
                .or(() -> meeting.asked().map(who -> user(who) + " is asked to present"))
                .orElse("nobody presents yet: `/papers present` makes it you");
    }

    static String when(Meeting meeting, Group group) {
        return date(meeting.start(), group.settings().zone());
    }

    private static Message plain(String mrkdwn) {
        return Message.of(mrkdwn, section(mrkdwn));
    }
}
