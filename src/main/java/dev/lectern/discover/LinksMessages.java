package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is shown below a link to a paper. */
final class LinksMessages {
    private static final int SUMMARY = 300;

    private LinksMessages() {}

    /** @param meeting the one that read the paper, or will */
    static List<Block> card(Paper paper, Optional<Meeting> meeting, boolean nominated) {
        List<Block> blocks = new ArrayList<>();
        String summary = paper.summary(SUMMARY);
        blocks.add(section(PaperText.entry(paper) + (summary.isEmpty() ? "" : "\n" + Mrkdwn.line(summary))));
        String standing = meeting.map(LinksMessages::read).orElse(nominated ? "Nominated already" : "");
        blocks.add(context(standing.isEmpty() ? ResultText.echo(paper) : standing + " · " + ResultText.echo(paper)));
        blocks.add(actions(ResultText.buttons(paper, standing.isEmpty())));
        return Limits.fit(Message.of(PaperText.link(paper), blocks)).blocks();
    }

    private static String read(Meeting meeting) {
        return (meeting.state() == MeetingState.HELD ? "Read on " : "Chosen for ")
                + PaperText.day(meeting.id().date());
    }
}
