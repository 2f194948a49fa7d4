package dev.lectern.digest;

import static dev.lectern.slack.block.Blocks.carousel;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.Standing;
import dev.lectern.slack.block.Card;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The digest as the channel reads it: a carousel of paper cards, each saying why it is there. */
final class DigestMessages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

    private DigestMessages() {}

    /** A paper, how it stands in the group, and why it was chosen. */
    record Entry(Paper paper, Standing standing, Reason reason) {}

    static Message digest(LocalDate day, List<Entry> entries) {
        String papers = entries.size() == 1 ? "1 new paper" : entries.size() + " new papers";
        String titles = entries.stream()
                .limit(3)
                .map(entry -> PaperText.line(entry.paper()))
                .collect(Collectors.joining("; "));
        return Limits.fit(Message.of(
                papers + ": " + titles + (entries.size() > 3 ? "; and more." : "."),
                header("Papers for " + DAY.format(day)),
                carousel(entries.stream().map(entry -> card(entry, day)).toList()),
                context(papers + ". Nominate what the group should read; the vote opens by itself.")));
    }

    private static Card card(Entry entry, LocalDate day) {
        return PaperCard.of(entry.paper())
                .in(entry.standing())
                .because(ReasonText.of(entry.reason(), day))
                .card();
    }
}
