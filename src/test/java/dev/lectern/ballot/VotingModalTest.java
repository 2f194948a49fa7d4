package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.Group;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.View;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever stands on a ballot, and whatever the vote is: its message and forms are such as Slack takes. */
class VotingModalTest {
    private static final Instant NOW = Ballots.OPENS;
    private static final Group GROUP = Samples.group(ADA, BEN);
    private static final List<String> PIECES =
            List.of("<!here>", "& ", "*", "_", "😀", "long ", "`", "\n", "<@U0ADA>", "x");

    /** With the longest ids there are, and titles as long and as hostile as people bring them. */
    private static List<Paper> papers(Random random) {
        int count = 2 + random.nextInt(Ballot.MOST_CANDIDATES - 1);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    StringBuilder title = new StringBuilder("Paper " + i + " ");
                    for (int words = random.nextInt(400); words > 0; words--) {
                        title.append(PIECES.get(random.nextInt(PIECES.size())));
                    }
                    Draft draft = Draft.titled(title.toString());
                    return new Paper(
                            PaperId.parse("p".repeat(62) + (10 + i)),
                            random.nextInt(10) == 0 ? draft.withWithdrawn(NOW) : draft,
                            NOW);
                })
                .toList();
    }

    private static Voting voting(Random random) {
        List<Paper> papers = papers(random);
        VotingRules rules = Samples.oneOf(Ballots.everyMethod(), random)
                .with(Samples.oneOf(List.of(Secrecy.values()), random))
                .with(Samples.oneOf(List.of(TallyShown.values()), random));
        Ballot ballot = Ballots.with(
                papers.stream()
                        .map(paper -> new Nomination(paper.id(), ADA, NOW.minusSeconds(60)))
                        .toList(),
                rules);
        return new Voting(GROUP, ballot, papers, random.nextBoolean() ? Optional.empty() : vote(random, ballot));
    }

    private static Optional<Vote> vote(Random random, Ballot ballot) {
        List<PaperId> some = ballot.candidates().stream()
                .map(Nomination::paper)
                .filter(paper -> random.nextBoolean())
                .toList();
        if (some.isEmpty() || random.nextInt(5) == 0) {
            return Optional.of(new Vote.Abstains());
        }
        return Optional.of(
                switch (ballot.rules().method().asks()) {
                    case APPROVALS -> new Vote.Approves(new LinkedHashSet<>(some));
                    case CHOICE -> Vote.Approves.of(some.get(0));
                    case SCORES -> {
                        Map<PaperId, Integer> scores = new LinkedHashMap<>();
                        some.forEach(paper -> scores.put(paper, random.nextInt(6)));
                        yield new Vote.Scores(scores);
                    }
                    case RANKING -> new Vote.Ranks(some.stream().map(Set::of).toList());
                });
    }

    private static VotingModal modals(Voting voting) {
        Map<PaperId, Paper> byId = voting.papers().stream().collect(Collectors.toMap(Paper::id, paper -> paper));
        return new VotingModal(id -> Optional.ofNullable(byId.get(id)).orElseThrow());
    }

    private static void isTaken(Modal modal) {
        assertThat(Limits.check(modal)).isEmpty();
        assertThat(BlockJson.write((View) modal))
                .as("markup in what is no plain text")
                .doesNotContainPattern("\"mrkdwn\",\"text\":\"[^\"]*(<!here>|<@U0ADA>)");
    }

    @Test
    void every_form_and_every_answer_fits() {
        Seeded.times(150, random -> {
            Voting voting = voting(random);
            VotingModal modals = modals(voting);
            isTaken(modals.form(voting, List.of()));
            isTaken(modals.counted(voting, List.of("Something is new.")));
            isTaken(modals.over("It is over.", voting.vote()));
            RankingDraft draft = RankingDraft.EMPTY;
            for (Paper paper : voting.offered()) {
                draft = random.nextInt(4) == 0 ? draft : draft.then(paper.id());
                draft = random.nextInt(3) == 0 ? draft.levelled() : draft;
            }
            isTaken(modals.ranking(voting, draft, List.of()));
        });
    }

    @Test
    void every_message_fits_and_hides_what_its_rules_hide() {
        Seeded.times(150, random -> {
            Voting voting = voting(random);
            Map<PaperId, Paper> byId = voting.papers().stream().collect(Collectors.toMap(Paper::id, paper -> paper));
            Votes votes = Votes.none()
                    .with(Voter.of(ADA), vote(random, voting.ballot()))
                    .with(Voter.of(BEN), vote(random, voting.ballot()));
            Message message = new OpenBallotMessages(
                            id -> Optional.ofNullable(byId.get(id)).orElseThrow(), user -> "Name of " + user)
                    .of(
                            voting.ballot(),
                            votes,
                            GROUP,
                            Meeting.planned(Ballots.MEETING, NOW.plusSeconds(999_999)),
                            "titles");
            assertThat(Limits.check(message)).isEmpty();
            String read = BlockJson.write(message.blocks());
            assertThat(read).contains("2 of 2 voted");
            VotingRules rules = voting.ballot().rules();
            if (rules.namesInTheOpen()) {
                assertThat(read).contains("Name of ");
            } else {
                assertThat(read).doesNotContain("Name of ");
            }
            if (rules.tally() != TallyShown.LIVE) {
                assertThat(read).doesNotContain("▰", "▱", "if it closed now", "stars from", "first choice of");
            }
        });
    }

    @Test
    void one_sees_the_own_vote_in_the_form() {
        Seeded.times(100, random -> {
            Voting voting = voting(random);
            Optional<Vote> vote = vote(random, voting.ballot());
            String form = BlockJson.write((View) modals(voting).form(voting.with(vote), List.of()));
            long shown = voting.ballot().rules().ranks() ? count(form, "Take out\"") : count(form, "\"initial_option");
            boolean none = vote.orElseThrow().only(voting::offers).papers().isEmpty();
            if (voting.ballot().rules().ranks()) {
                assertThat(shown)
                        .isEqualTo(
                                vote.orElseThrow().only(voting::offers).papers().size());
            } else if (voting.ballot().rules().takesTaps()) {
                assertThat(shown > 0).isEqualTo(!none);
            }
        });
    }

    private static long count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
