package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said in the channel when a meeting nears and begins. */
final class DiscussionMessages {
    private DiscussionMessages() {}

    static Message reminder(Meeting meeting, Group group, Optional<Paper> paper) {
        return Message.of(
                "Tomorrow: " + PaperText.titleOr(paper, "the reading group meets") + ", "
                        + MeetingText.when(meeting, group) + ".",
                section("*Tomorrow we read " + PaperText.linkOr(paper, "together") + "*\n"
                        + MeetingText.when(meeting, group) + " · " + MeetingText.presenter(meeting)));
    }

    static Message kickOff(Meeting meeting, Group group, Optional<Paper> paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header("The reading group starts now"));
        blocks.add(section(paper.map(found -> PaperCard.of(found).entry())
                .orElse("No paper was chosen this time: bring one, or talk about what to read next.")));
        blocks.add(context(MeetingText.presenter(meeting)));
        paper.ifPresent(found -> blocks.add(actions(PaperText.detailsButton(found))));
        blocks.add(context("Use this message's thread for questions and notes."));
        return Message.of("The reading group starts now: " + PaperText.titleOr(paper, "no paper chosen") + ".", blocks);
    }
}
