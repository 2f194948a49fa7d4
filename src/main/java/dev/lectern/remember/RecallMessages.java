package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.radioButtons;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What comes back to the channel, and how often. */
final class RecallMessages {
    static final String RULES = "remember.rules/1";
    static final String CALLBACK = "remember.rules/1";
    static final String PACE = "pace";

    private static final int MOST_NOTES = 3;
    private static final int MOST_QUESTIONS = 3;

    private RecallMessages() {}

    static Button rulesButton(String text) {
        return button(text, RULES).spokenAs("Say how often something that was read comes back");
    }

    /** @param names how a member is called: a mention would call them back, too */
    static Message recall(Recall recall, Paper paper, LocalDate today, Function<UserId, String> names) {
        ReadPaper read = recall.read();
        String ago = recall.after().ago(read.date(), today);
        String begun = Character.toUpperCase(ago.charAt(0)) + ago.substring(1) + " we read";
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(begun));
        blocks.add(section(PaperCard.of(paper).entryWithSummary()));
        blocks.add(context(String.join(
                " · ",
                Stream.of(
                                Optional.of(PaperText.day(read.date())),
                                read.presenter().map(who -> "presented by " + line(names.apply(who))),
                                RememberText.stars(read.stars()))
                        .flatMap(Optional::stream)
                        .toList())));
        told(
                "*What we wrote down*",
                read.notes().stream().map(RememberText::note).limit(MOST_NOTES),
                blocks);
        told(
                "*What we asked*",
                read.questions().stream().map(RememberText::question).limit(MOST_QUESTIONS),
                blocks);
        List<Button> buttons = new ArrayList<>(RememberText.more(read, Optional.empty()));
        buttons.add(PaperText.detailsButton(paper));
        buttons.add(rulesButton("Fewer of these…"));
        blocks.add(actions(buttons));
        return Limits.fit(Message.of(begun + ": " + PaperText.line(paper), blocks));
    }

    private static void told(String heading, Stream<String> entries, List<Block> blocks) {
        List<String> bulleted = entries.map(entry -> "• " + entry).toList();
        if (!bulleted.isEmpty()) {
            blocks.addAll(
                    lines(Stream.concat(Stream.of(heading), bulleted.stream()).toList()));
        }
    }

    static Modal rules(Group group, Pace pace) {
        return Limits.fit(Modal.of(
                        CALLBACK,
                        "What comes back",
                        section("What this group has read comes back to the channel a month, three months and a year "
                                + "later, with its notes and questions: on the morning of a digest day, "
                                + "never on the day of a meeting."),
                        input(
                                PACE,
                                "How often",
                                radioButtons(
                                                "answer",
                                                Arrays.stream(Pace.values())
                                                        .map(each -> option(each.label(), each.name()))
                                                        .toList())
                                        .choosing(pace.name())))
                .submit("Save")
                .close("Cancel")
                .privateMetadata(group.id().toString()));
    }

    static Message changed(UserId by, Pace pace) {
        String text = user(by)
                + switch (pace) {
                    case WEEKLY -> " lets what we have read come back here, once a week at most.";
                    case MONTHLY -> " lets what we have read come back here, once in four weeks at most.";
                    case NEVER -> " lets nothing that we have read come back here. `/papers archive` still has it all.";
                };
        return Message.of(text, section(text));
    }
}
