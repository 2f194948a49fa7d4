package dev.lectern.digest;

import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.carousel;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.BacklogFeature;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Card;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The digest as the channel reads it: a carousel of paper cards, each saying why it is there. */
final class DigestMessages {
    private static final int SUMMARY = 200;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    private DigestMessages() {}

    /** A paper and why it was chosen. */
    record Entry(Paper paper, Reason reason) {}

    static Message digest(LocalDate day, List<Entry> entries) {
        String papers = entries.size() == 1 ? "1 new paper" : entries.size() + " new papers";
        String titles = entries.stream()
                .limit(3)
                .map(entry -> line(entry.paper().title()))
                .collect(Collectors.joining("; "));
        return Limits.fit(Message.of(
                papers + ": " + titles + (entries.size() > 3 ? "; and more." : "."),
                header("Papers for " + DAY.format(day)),
                carousel(entries.stream().map(entry -> card(entry, day)).toList()),
                context(papers + ". Nominate what the group should read; the vote opens by itself.")));
    }

    private static Card card(Entry entry, LocalDate day) {
        Paper paper = entry.paper();
        String subtitle = Stream.of(PaperText.about(paper), ReasonText.of(entry.reason(), day))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        Card card = Blocks.card(Mrkdwn.bold(paper.title())).subtitle(subtitle);
        String summary = escapedSummary(paper);
        return (summary.isEmpty() ? card : card.body(summary))
                .actions(
                        BacklogFeature.nominateButton(paper).primary(),
                        PaperText.detailsButton(paper),
                        button(
                                        "More like this",
                                        PaperFeature.SIMILAR,
                                        paper.id().value())
                                .spokenAs(PaperText.spoken("More like ", paper)));
    }

    /** Escaping makes a text longer: what counts for Slack's limit is the length after it. */
    private static String escapedSummary(Paper paper) {
        int room = SUMMARY;
        String escaped = Mrkdwn.line(paper.summary(room));
        while (escaped.length() > SUMMARY) {
            room -= escaped.length() - SUMMARY;
            escaped = Mrkdwn.line(paper.summary(room));
        }
        return escaped;
    }
}
