package dev.lectern.paper;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Card;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A paper as people see it, the one place that draws it: as a card of a carousel, as a few lines of a list, as a preview
 * with its buttons, and whole in a modal. Each form says what it has room for, the same things first.
 *
 * @param standing how it stands in the group that sees it; empty where no group is meant
 * @param reason why it is shown, as raw text
 * @param names how a person is named, as finished mrkdwn; without it nobody is
 * @param group that its buttons are for, where they do not stand in the group's own channel
 */
public record PaperCard(
        Paper paper,
        Optional<Standing> standing,
        Optional<String> reason,
        Optional<Function<UserId, String>> names,
        Optional<GroupId> group) {
    private static final Texts TEXTS = Texts.of(PaperCard.class);

    /** What leaves a summary room enough beside it. */
    private static final int REASON = 100;

    /** Two or three lines on a desktop. */
    private static final int PREVIEW = 300;

    private static final String BETWEEN = " · ";

    public static PaperCard of(Paper paper) {
        return new PaperCard(paper, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** With how it stands in a group. */
    public PaperCard in(Standing known) {
        return new PaperCard(paper, Optional.of(known), reason, names, group);
    }

    /** With the reason why it is shown, in a few words of raw text such as {@code from a topic of yours: agents}. */
    public PaperCard because(String why) {
        return new PaperCard(paper, standing, Optional.of(why).filter(text -> !text.isBlank()), names, group);
    }

    /**
     * With the name of who nominated it. A mention ({@link Mrkdwn#user}) is for what one person sees: in a channel it
     * would call the nominator each time.
     *
     * @param name how a person is named, as finished mrkdwn
     */
    public PaperCard naming(Function<UserId, String> name) {
        return new PaperCard(paper, standing, reason, Optional.of(name), group);
    }

    /** Shown elsewhere than in the group's own channel, such as in a direct message. */
    public PaperCard elsewhere(GroupId about) {
        return new PaperCard(paper, standing, reason, names, Optional.of(about));
    }

    /** A card for a carousel, with its buttons. */
    public Card card() {
        String why = Shorten.mrkdwn(
                joined(BETWEEN, withdrawn(), reasonLine(), isNews() ? standingLine() : ""), Limits.CARD_BODY);
        int room = Limits.CARD_BODY - (why.isEmpty() ? 0 : why.length() + 1);
        return Blocks.card(Shorten.mrkdwn(Mrkdwn.bold(PaperText.title(paper)), Limits.CARD_TITLE))
                .subtitle(FactsText.line(paper, Limits.CARD_TITLE))
                .body(joined("\n", why, summary(room)))
                .actions(buttons());
    }

    /** A few lines for a list: the title as a link, who wrote it when and how it is liked, where it stands and why. */
    public String entry() {
        return joined(
                "\n",
                "*" + PaperText.link(paper) + "*",
                FactsText.line(paper, Limits.SECTION_TEXT),
                joined(BETWEEN, withdrawn(), isNews() ? standingLine() : "", reasonLine()));
    }

    /** {@link #entry} and what the paper is about. */
    public String entryWithSummary() {
        return joined("\n", entry(), summary(PREVIEW));
    }

    /** {@link #entryWithSummary} and the buttons, for where a paper is shown by itself. */
    public List<Block> preview() {
        return List.of(section(entryWithSummary()), actions(buttons()));
    }

    /** All that is known of it, for a modal; without buttons. */
    public List<Block> whole() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(Mrkdwn.bold(PaperText.title(paper))));
        blocks.add(section(joined(
                "\n",
                withdrawn(),
                orElse(FactsText.authors(paper), TEXTS.say("card.no-authors")),
                joined(BETWEEN, standingLine(), FactsText.echo(paper)),
                reasonLine())));
        blocks.add(section(orElse(Mrkdwn.text(PaperText.text(paper)), TEXTS.say("card.no-abstract"))));
        if (!paper.links().isEmpty()) {
            blocks.add(section(FactsText.links(paper)));
        }
        return List.copyOf(blocks);
    }

    /** Nominate where that is possible, details, more like this: as many as Slack allows on a card. */
    public List<Button> buttons() {
        List<Button> buttons = new ArrayList<>();
        if (canBeNominated()) {
            Button nominate = PaperText.nominateButton(paper, group);
            buttons.add(paper.withdrawn().isPresent() ? nominate : nominate.primary());
        }
        buttons.add(PaperText.detailsButton(paper, group));
        buttons.add(PaperText.similarButton(paper, group));
        return List.copyOf(buttons);
    }

    /** Whether to offer a nomination: also where no group is meant, as the click tells which one is. */
    public boolean canBeNominated() {
        return standing.map(Standing::canBeNominated).orElse(true);
    }

    private boolean isNews() {
        return !canBeNominated();
    }

    private String standingLine() {
        return standing.map(new StandingText(names)::of).orElse("");
    }

    private String withdrawn() {
        return paper.withdrawn().map(StandingText::withdrawn).orElse("");
    }

    private String reasonLine() {
        return reason.map(why -> Shorten.mrkdwn(Mrkdwn.italic(ReadableTex.of(why)), REASON))
                .orElse("");
    }

    /** Escaping makes a text longer: what counts for Slack's limit is the length after it. */
    private String summary(int max) {
        String escaped = Mrkdwn.line(PaperText.summary(paper, max));
        for (int room = max; escaped.length() > max && room > 0; ) {
            room -= escaped.length() - max;
            escaped = Mrkdwn.line(PaperText.summary(paper, room));
        }
        return escaped;
    }

    private static String orElse(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
    }
}
