package dev.lectern.paper;

import static dev.lectern.slack.block.Blocks.button;

import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Mrkdwn;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How papers are written in messages, everywhere alike. All of it is escaped mrkdwn. */
public final class PaperText {
    /** Opens the whole card; its value is the paper's id. */
    public static final String DETAILS = "paper.details/1";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private PaperText() {}

    /** The title, as a link where the paper has one. */
    public static String link(Paper paper) {
        return paper.links().stream()
                .findFirst()
                .map(link -> Mrkdwn.link(link.url(), paper.title()))
                .orElseGet(() -> Mrkdwn.line(paper.title()));
    }

    public static String linkOr(Optional<Paper> paper, String otherwise) {
        return paper.map(PaperText::link).orElse(otherwise);
    }

    public static String titleOr(Optional<Paper> paper, String otherwise) {
        return paper.map(found -> Mrkdwn.line(found.title())).orElse(otherwise);
    }

    /** Several titles in one line. */
    public static String titles(Collection<Paper> papers) {
        return papers.stream().map(paper -> Mrkdwn.line(paper.title())).collect(Collectors.joining("; "));
    }

    /** Two lines: the title in bold, and who wrote it when. */
    public static String entry(Paper paper) {
        String about = about(paper);
        return "*" + link(paper) + "*" + (about.isEmpty() ? "" : "\n" + about);
    }

    /** Organization or authors, and the date; whichever is known. */
    public static String about(Paper paper) {
        return Stream.of(
                        Mrkdwn.line(paper.byline()),
                        paper.published().map(PaperText::day).orElse(""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public static String day(LocalDate date) {
        return DAY.format(date);
    }

    public static Button detailsButton(Paper paper) {
        return button("Details", DETAILS, paper.id().value()).spokenAs(spoken("Details of ", paper));
    }

    /** What a screen reader says of a button about a paper, in Slack's 75 characters. */
    public static String spoken(String action, Paper paper) {
        return ShortText.cut(action + paper.title(), 75);
    }
}
