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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a group has read, a page at a time. */
final class ArchiveMessages {
    /** With two blocks each, and as much as one reads at once. */
    static final int PAGE = 8;

    private static final int LONGEST_QUOTE = 100;
    private static final String FILTERS = "`/papers archive` and some words find what they stand in; "
            + "`by:@ada` or `by:me`, `since:2026-03`, `until:2026-06` and `rating:4` narrow it; "
            + "`/papers archive export` sends it to you as a table.";

    private ArchiveMessages() {}

    /** @param sentence what is wrong: plain text */
    static Reply help(String sentence) {
        return Reply.onlyToYou(line(sentence) + " " + FILTERS);
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
                            ? "This group has read nothing yet: what a meeting reads is kept here from then on. "
                                    + "`/papers schedule` shows what comes."
                            : "Nothing that this group has read fits “" + quoted + "”. " + FILTERS);
        }
        if (asked.from() >= found.size()) {
            return Reply.onlyToYou("There is nothing older. `/papers archive` begins with the newest.");
        }
        List<ReadPaper> shown = found.stream().skip(asked.from()).limit(PAGE).toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + RememberText.count(found.size(), "paper", "papers") + "*"
                + (asked.query().isEmpty() ? " that this group has read" : " for “" + quoted + "”")
                + ", newest first"));
        shown.forEach(read -> blocks.addAll(entry(read, Optional.ofNullable(papers.get(read.paper())))));
        List<Button> further = further(found.size(), asked, organizer);
        if (!further.isEmpty()) {
            blocks.add(actions(further));
        }
        blocks.add(context("Only you see this. " + FILTERS));
        return new Reply.OnlyToYou(Limits.fit(Message.of(
                "What this group has read: "
                        + PaperText.titles(shown.stream()
                                .flatMap(read -> Optional.ofNullable(papers.get(read.paper())).stream())
                                .toList()),
                blocks)));
    }

    private static List<Block> entry(ReadPaper read, Optional<Paper> paper) {
        List<String> facts = new ArrayList<>();
        facts.add(PaperText.day(read.date()));
        read.presenter().ifPresent(who -> facts.add("presented by " + user(who)));
        read.nominator()
                .filter(who -> !read.presenter().equals(Optional.of(who)))
                .ifPresent(who -> facts.add("nominated by " + user(who)));
        RememberText.stars(read.stars()).ifPresent(facts::add);
        if (!read.attended().isEmpty()) {
            facts.add(read.attended().size() + " there");
        }
        List<Button> buttons = new ArrayList<>(RememberText.more(read, Optional.empty()));
        paper.map(PaperText::detailsButton).ifPresent(buttons::add);
        Block words = section(
                "*" + PaperText.linkOr(paper, "A paper that is no longer known") + "*\n" + String.join(" · ", facts));
        return buttons.isEmpty() ? List.of(words) : List.of(words, actions(buttons));
    }

    private static List<Button> further(int found, ArchiveFeature.Asked asked, boolean organizer) {
        List<Button> buttons = new ArrayList<>();
        int next = asked.from() + PAGE;
        ArchiveFeature.Asked older = new ArchiveFeature.Asked(asked.query(), next);
        if (next < found && older.write().length() <= Limits.BUTTON_VALUE) {
            buttons.add(button("Older", ArchiveFeature.PAGE, older.write()).spokenAs("Older papers of the archive"));
        }
        if (organizer) {
            buttons.add(RecallMessages.rulesButton("What comes back…"));
        }
        return buttons;
    }
}
