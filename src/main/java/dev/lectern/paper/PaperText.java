package dev.lectern.paper;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.group.GroupId;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a paper is named in a sentence, everywhere alike, and the buttons that are about one. All of it is escaped
 * mrkdwn, but for {@link #title}. Where more than its name is shown, {@link PaperCard} draws it.
 */
public final class PaperText {
    /** Opens the whole card; its value is the paper's id. */
    public static final String DETAILS = "paper.details/1";

    /** Opens papers like this one; its value is the paper's id. */
    public static final String SIMILAR = "paper.similar/1";

    /** Nominates; its value is the paper's id. */
    public static final String NOMINATE = "ballot.nominate/1";

    /** Puts it aside for whoever clicks; its value is the paper's id. */
    public static final String SAVE = "saved.save/1";

    private static final Texts TEXTS = Texts.of(PaperText.class);

    private PaperText() {}

    /** The title as people read it: raw text, still to be escaped. */
    public static String title(Paper paper) {
        return ReadableTex.of(paper.title());
    }

    /**
     * What it is about, in at most {@code max} UTF-16 units of raw text, cut neither inside a word nor inside a formula;
     * may be empty.
     */
    static String summary(Paper paper, int max) {
        return ShortText.cutLine(ReadableTex.unbroken(paper.summary(Integer.MAX_VALUE)), max)
                .replace(ReadableTex.TIE, ' ');
    }

    /** The abstract, else a summary, whole: raw text, may be empty. */
    static String text(Paper paper) {
        return ReadableTex.of(paper.abstractText().isEmpty() ? paper.summary(Integer.MAX_VALUE) : paper.abstractText());
    }

    /** The title, as a link where the paper has one. */
    public static String link(Paper paper) {
        return paper.links().stream()
                .findFirst()
                .map(link -> Mrkdwn.link(link.url(), title(paper)))
                .orElseGet(() -> line(paper));
    }

    public static String linkOr(Optional<Paper> paper, String otherwise) {
        return paper.map(PaperText::link).orElse(otherwise);
    }

    /** The title without a link. */
    public static String line(Paper paper) {
        return Mrkdwn.line(title(paper));
    }

    public static String titleOr(Optional<Paper> paper, String otherwise) {
        return paper.map(PaperText::line).orElse(otherwise);
    }

    /** Several titles in one line. */
    public static String titles(Collection<Paper> papers) {
        return papers.stream().map(PaperText::line).collect(Collectors.joining("; "));
    }

    public static String day(LocalDate date) {
        return Dates.shortDay(date);
    }

    public static Button nominateButton(Paper paper) {
        return nominateButton(paper, Optional.empty());
    }

    /** @param group that it is for, where the button does not stand in the group's own channel */
    static Button nominateButton(Paper paper, Optional<GroupId> group) {
        return aPaperButton(TEXTS.say("button.nominate"), NOMINATE, paper, group)
                .spokenAs(spoken(TEXTS.say("button.nominate.spoken", "title", title(paper))));
    }

    public static Button detailsButton(Paper paper) {
        return detailsButton(paper, Optional.empty());
    }

    static Button detailsButton(Paper paper, Optional<GroupId> group) {
        return aPaperButton(TEXTS.say("button.details"), DETAILS, paper, group)
                .spokenAs(spoken(TEXTS.say("button.details.spoken", "title", title(paper))));
    }

    public static Button similarButton(Paper paper) {
        return similarButton(paper, Optional.empty());
    }

    static Button similarButton(Paper paper, Optional<GroupId> group) {
        return aPaperButton(TEXTS.say("button.similar"), SIMILAR, paper, group)
                .spokenAs(spoken(TEXTS.say("button.similar.spoken", "title", title(paper))));
    }

    public static Button saveButton(Paper paper) {
        return aPaperButton(TEXTS.say("button.save"), SAVE, paper, Optional.empty())
                .spokenAs(spoken(TEXTS.say("button.save.spoken", "title", title(paper))));
    }

    private static Button aPaperButton(String text, String action, Paper paper, Optional<GroupId> group) {
        return button(
                text, action + group.map(id -> "/" + id).orElse(""), paper.id().value());
    }

    /** What a screen reader says of a button about a paper, in Slack's 75 characters: the title stands last. */
    public static String spoken(String sentence) {
        return ShortText.cut(sentence, Limits.BUTTON_TEXT);
    }
}
