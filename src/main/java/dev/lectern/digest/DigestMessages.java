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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The digest as the channel reads it: a carousel of paper cards, each saying why it is there. */
final class DigestMessages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);

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
        String papers = entries.size() == 1 ? "1 new paper" : entries.size() + " new papers";
        String titles = entries.stream()
                .limit(3)
                .map(entry -> PaperText.line(entry.paper()))
                .collect(Collectors.joining("; "));
        List<Block> blocks = new ArrayList<>();
        blocks.add(header((own ? "Your papers for " : "Papers for ") + DAY.format(issue.day())));
        blocks.add(carousel(
                entries.stream().map(entry -> card(group, issue, entry)).toList()));
        blocks.addAll(kin);
        blocks.add(actions(
                button(own ? "Not for me…" : "Not for us…", DismissalFeature.DISMISS + "/" + group, issue.toString())
                        .spokenAs("Say which of these papers are not for " + (own ? "you" : "this group"))));
        blocks.add(context(papers + ". "
                + (own
                        ? "`/papers digest` in the group's channel changes your topics and days."
                        : "Nominate what the group should read; the vote opens by itself.")));
        return Limits.fit(Message.of(
                papers + (own ? " for you" : "") + ": " + titles + (entries.size() > 3 ? "; and more." : "."), blocks));
    }

    static Message begun(Group group, PersonalDigest digest, Instant next) {
        String topics = digest.topics().isEmpty()
                ? "what you nominate, vote for and present"
                : line(String.join(", ", digest.topics())) + ", and what you nominate, vote for and present";
        return Message.of("You get your own digest from now on, by " + topics + ". The first look at what is new is "
                + Mrkdwn.date(next, group.settings().zone()) + ".");
    }

    static Message ended() {
        return Message.of(
                "You get no more digests of your own. `/papers digest` in a group's channel brings them back.");
    }

    private static Card card(GroupId group, Audience.Issue issue, Entry entry) {
        PaperCard card =
                PaperCard.of(entry.paper()).in(entry.standing()).because(ReasonText.of(entry.reason(), issue.day()));
        return (issue.audience().member().isPresent() ? card.elsewhere(group) : card).card();
    }
}
