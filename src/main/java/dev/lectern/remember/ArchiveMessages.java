package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a group has read, a page at a time. */
final class ArchiveMessages {
    private static final Texts TEXTS = Texts.of(ArchiveMessages.class);
    /** With two blocks each, and as much as one reads at once. */
    static final int PAGE = 8;

    private static final int LONGEST_QUOTE = 100;

    private ArchiveMessages() {}

    private static String filters() {
        return TEXTS.say("archive.filters");
    }

    /** @param sentence what is wrong: plain text */
    static Reply help(String sentence) {
        return Reply.onlyToYou(TEXTS.say("archive.help", "problem", line(sentence), "filters", filters()));
    }

    /**
     * @param found newest first
     * @param from how many of the newest are skipped
     * @param organizer whether to show what only the organizer can do
     */
    static Reply page(
            List<ReadPaper> found, Map<PaperId, Paper> papers, ArchiveFeature.Asked asked, boolean organizer) {
        String quoted = line(Shorten.plain(asked.query(), LONGEST_QUOTE));
        if (found.isEmpty()) {
            return Reply.onlyToYou(
                    asked.query().isEmpty()
                            ? TEXTS.say("archive.empty")
                            : TEXTS.say("archive.nothing-fits", "words", quoted, "filters", filters()));
        }
        if (asked.from() >= found.size()) {
            return Reply.onlyToYou(TEXTS.say("archive.nothing-older"));
        }
        List<ReadPaper> shown = found.stream().skip(asked.from()).limit(PAGE).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                asked.query().isEmpty()
                        ? TEXTS.say("archive.all", "papers", found.size())
                        : TEXTS.say("archive.found", "papers", found.size(), "words", quoted)));
        shown.forEach(read -> blocks.addAll(entry(read, Optional.ofNullable(papers.get(read.paper())))));
        List<Button> further = further(found.size(), asked, organizer);
        if (!further.isEmpty()) {
            blocks.add(actions(further));
        }
        blocks.add(context(TEXTS.say("archive.only-you", "filters", filters())));
        return new Reply.OnlyToYou(Limits.fit(Message.of(
                TEXTS.say(
                        "archive.aloud",
                        "titles",
                        PaperText.titles(shown.stream()
                                .flatMap(read -> Optional.ofNullable(papers.get(read.paper())).stream())
                                .toList())),
                blocks)));
    }

    private static List<Block> entry(ReadPaper read, Optional<Paper> paper) {
        List<String> facts = new ArrayList<>();
        facts.add(Dates.shortDay(read.date()));
        read.presenter().ifPresent(who -> facts.add(RememberText.presentedBy(user(who))));
        read.nominator()
                .filter(who -> !read.presenter().equals(Optional.of(who)))
                .ifPresent(who -> facts.add(TEXTS.say("read.nominated-by", "who", user(who))));
        RememberText.stars(read.stars()).ifPresent(facts::add);
        if (!read.attended().isEmpty()) {
            facts.add(TEXTS.say("read.there", "people", read.attended().size()));
        }
        List<Button> buttons = new ArrayList<>(RememberText.more(read, Optional.empty()));
        paper.map(PaperText::detailsButton).ifPresent(buttons::add);
        Block words =
                section("*" + PaperText.linkOr(paper, RememberText.unknown()) + "*\n" + String.join(" · ", facts));
        return buttons.isEmpty() ? List.of(words) : List.of(words, actions(buttons));
    }

    private static List<Button> further(int found, ArchiveFeature.Asked asked, boolean organizer) {
        List<Button> buttons = new ArrayList<>();
        int next = asked.from() + PAGE;
        ArchiveFeature.Asked older = new ArchiveFeature.Asked(asked.query(), next);
        if (next < found && older.write().length() <= Limits.BUTTON_VALUE) {
            buttons.add(button(TEXTS.say("archive.older"), ArchiveFeature.PAGE, older.write())
                    .spokenAs(TEXTS.say("archive.older.aloud")));
        }
        if (organizer) {
            buttons.add(RecallMessages.rulesButton(TEXTS.say("rules.button")));
        }
        return buttons;
    }
}
