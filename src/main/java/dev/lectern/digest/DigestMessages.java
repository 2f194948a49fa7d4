package dev.lectern.digest;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.carousel;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.Standings;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.Standing;
import dev.lectern.remember.KinMessages;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Card;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The digest as the channel reads it: a carousel of paper cards, each saying why it is there. */
final class DigestMessages {
    private static final Texts TEXTS = Texts.of(DigestMessages.class);
    private static final int NAMED = 3;

    private final DigestStore digests;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final KinMessages kin;

    DigestMessages(DigestStore digests, PaperStore papers, StandingsReader standings, KinMessages kin) {
        this.digests = digests;
        this.papers = papers;
        this.standings = standings;
        this.kin = kin;
    }

    /** A paper, how it stands in the group, and why it was chosen. */
    private record Entry(Paper paper, Standing standing, Reason reason) {}

    Optional<Message> draw(GroupId group, Audience.Issue issue) {
        return digests.find(group, issue).map(digest -> {
            List<Entry> entries = entries(group, digest);
            return digest(group, issue, entries, kin(group, issue, entries));
        });
    }

    /** What a group read, its member may not have liked. */
    private List<Block> kin(GroupId group, Audience.Issue issue, List<Entry> entries) {
        return issue.audience().member().isPresent()
                ? List.of()
                : kin.below(
                        group,
                        entries.stream().map(Entry::paper).toList(),
                        issue.day().atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private List<Entry> entries(GroupId group, Digest digest) {
        Standings now = standings.of(group);
        Map<PaperId, Paper> known =
                papers.findEach(digest.papers().stream().map(Chosen::paper).toList());
        return digest.papers().stream()
                .flatMap(chosen -> Optional.ofNullable(known.get(chosen.paper())).stream()
                        .map(paper -> new Entry(paper, now.of(paper.id()), chosen.reason())))
                .toList();
    }

    private static Message digest(GroupId group, Audience.Issue issue, List<Entry> entries, List<Block> kin) {
        boolean own = issue.audience().member().isPresent();
        String day = Dates.weekday(issue.day());
        int count = entries.size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(own ? TEXTS.say("own.header", "day", day) : TEXTS.say("digest.header", "day", day)));
        blocks.add(carousel(
                entries.stream().map(entry -> card(group, issue, entry)).toList()));
        blocks.addAll(kin);
        blocks.add(actions(button(
                        own ? TEXTS.say("own.dismiss") : TEXTS.say("digest.dismiss"),
                        DismissalFeature.DISMISS + "/" + group,
                        issue.toString())
                .spokenAs(own ? TEXTS.say("own.dismiss.spoken") : TEXTS.say("digest.dismiss.spoken"))));
        blocks.add(context(own ? TEXTS.say("own.below", "count", count) : TEXTS.say("digest.below", "count", count)));
        return Limits.fit(Message.of(spoken(own, entries), blocks));
    }

    private static String spoken(boolean own, List<Entry> entries) {
        String titles = entries.stream()
                .limit(NAMED)
                .map(entry -> PaperText.line(entry.paper()))
                .collect(Collectors.joining("; "));
        String more = entries.size() > NAMED ? "yes" : "no";
        return own
                ? TEXTS.say("own.spoken", "count", entries.size(), "titles", titles, "more", more)
                : TEXTS.say("digest.spoken", "count", entries.size(), "titles", titles, "more", more);
    }

    static Message begun(Group group, PersonalDigest digest, Instant next) {
        String when = Mrkdwn.date(next, group.settings().zone());
        return Message.of(
                digest.topics().isEmpty()
                        ? TEXTS.say("own.begun", "when", when)
                        : TEXTS.say(
                                "own.begun.topics", "topics", line(String.join(", ", digest.topics())), "when", when));
    }

    static Message ended() {
        return Message.of(TEXTS.say("own.ended"));
    }

    private static Card card(GroupId group, Audience.Issue issue, Entry entry) {
        PaperCard card =
                PaperCard.of(entry.paper()).in(entry.standing()).because(ReasonText.of(entry.reason(), issue.day()));
        return (issue.audience().member().isPresent() ? card.elsewhere(group) : card).card();
    }
}
