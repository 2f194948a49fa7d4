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
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What comes back to the channel, and how often. */
final class RecallMessages {
    private static final Texts TEXTS = Texts.of(RecallMessages.class);
    static final String RULES = "remember.rules/1";
    static final String CALLBACK = "remember.rules/1";
    static final String PACE = "pace";

    private static final int MOST_NOTES = 3;
    private static final int MOST_QUESTIONS = 3;

    private RecallMessages() {}

    static Button rulesButton(String text) {
        return button(text, RULES).spokenAs(TEXTS.say("recall.rules-aloud"));
    }

    /** @param names how a member is called: a mention would call them back, too */
    static Message recall(Recall recall, Paper paper, LocalDate today, Function<UserId, String> names) {
        ReadPaper read = recall.read();
        String begun = begun(recall.after(), recall.after().isAbout(read.date(), today));
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(begun));
        blocks.add(section(PaperCard.of(paper).entryWithSummary()));
        blocks.add(context(String.join(
                " · ",
                Stream.of(
                                Optional.of(Dates.shortDay(read.date())),
                                read.presenter().map(who -> RememberText.presentedBy(line(names.apply(who)))),
                                RememberText.stars(read.stars()))
                        .flatMap(Optional::stream)
                        .toList())));
        told(
                TEXTS.say("recall.notes"),
                read.notes().stream().map(RememberText::note).limit(MOST_NOTES),
                blocks);
        told(
                TEXTS.say("recall.questions"),
                read.questions().stream().map(RememberText::question).limit(MOST_QUESTIONS),
                blocks);
        List<Button> buttons = new ArrayList<>(RememberText.more(read, Optional.empty()));
        buttons.add(PaperText.detailsButton(paper));
        buttons.add(rulesButton(TEXTS.say("recall.fewer")));
        blocks.add(actions(buttons));
        return Limits.fit(
                Message.of(TEXTS.say("recall.aloud", "begun", begun, "paper", PaperText.line(paper)), blocks));
    }

    private static String begun(Spacing after, boolean about) {
        String name = after.name().toLowerCase(Locale.ROOT);
        return about ? TEXTS.say("recall.about." + name) : TEXTS.say("recall.ago." + name);
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
                        TEXTS.say("rules.title"),
                        section(TEXTS.say("rules.about")),
                        input(
                                PACE,
                                TEXTS.say("rules.how-often"),
                                radioButtons(
                                                "answer",
                                                Arrays.stream(Pace.values())
                                                        .map(each -> option(label(each), each.name()))
                                                        .toList())
                                        .choosing(pace.name())))
                .submit(TEXTS.say("rules.save"))
                .close(TEXTS.say("rules.cancel"))
                .privateMetadata(group.id().toString()));
    }

    static Message changed(UserId by, Pace pace) {
        String text = TEXTS.say("rules.told." + name(pace), "who", user(by));
        return Message.of(text, section(text));
    }

    static String label(Pace pace) {
        return TEXTS.say("rules.pace." + name(pace));
    }

    private static String name(Pace pace) {
        return pace.name().toLowerCase(Locale.ROOT);
    }
}
