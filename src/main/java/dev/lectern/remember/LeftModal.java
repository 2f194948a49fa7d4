package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is left of a meeting: its notes, or its questions. */
final class LeftModal {
    private static final Texts TEXTS = Texts.of(LeftModal.class);
    private static final String CALLBACK = "remember.left/1";

    private LeftModal() {}

    static Modal notes(ReadPaper read, Optional<Paper> paper) {
        List<Block> blocks = heading(read, paper);
        read.notes().forEach(note -> {
            blocks.add(section(RememberText.note(note)));
            blocks.add(context(TEXTS.say("left.notes.by", "who", user(note.by()))));
        });
        if (read.notes().isEmpty()) {
            blocks.add(section(TEXTS.say("left.notes.none")));
        }
        return modal(TEXTS.say("left.notes"), blocks);
    }

    static Modal questions(ReadPaper read, Optional<Paper> paper) {
        List<Block> blocks = heading(read, paper);
        read.questions().forEach(question -> {
            blocks.add(section(RememberText.question(question)));
            blocks.add(context(RememberText.asker(question)));
        });
        if (read.questions().isEmpty()) {
            blocks.add(section(TEXTS.say("left.questions.none")));
        }
        return modal(TEXTS.say("left.questions"), blocks);
    }

    private static List<Block> heading(ReadPaper read, Optional<Paper> paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say(
                "left.heading",
                "paper",
                PaperText.linkOr(paper, RememberText.unknown()),
                "day",
                Dates.shortDay(read.date()))));
        return blocks;
    }

    private static Modal modal(String title, List<Block> blocks) {
        return Limits.fit(Modal.of(CALLBACK, title, blocks).close(TEXTS.say("left.close")));
    }
}
