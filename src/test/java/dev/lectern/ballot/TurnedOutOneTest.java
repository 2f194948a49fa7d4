package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.ballot.Ballots.approve;
import static dev.lectern.ballot.Ballots.closed;
import static dev.lectern.ballot.Ballots.counted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.ballot.count.Count;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two papers of a backlog and a ballot turn out to be one. */
@OnEachRedis
class TurnedOutOneTest {
    private static final BallotId ID = BallotId.of(Ballots.MEETING);
    private static final Outgoing REDRAW = new Outgoing.Show("ballot", "C0READING", "ballot", ID.value());
    private static final ArxivId ARXIV = new ArxivId("2603.00001");
    private static final AtomicInteger REQUESTS = new AtomicInteger();

    private final Instant now = Clock.systemUTC().instant();
    private final Ground ground;
    private final PaperStore papers;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final Group group = Samples.group(ADA, BEN, CLEO);
    private PaperId byTitle = Samples.paper(1);
    private PaperId byArxiv = Samples.paper(2);
    private final PaperId other = Samples.paper(3);

    TurnedOutOneTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), Clock.systemUTC());
        papers = new PaperStore(ground.redis);
        backlogs = new BacklogStore(ground.redis);
        ballots = new BallotStore(ground.redis, Clock.systemUTC(), () -> Duration.ZERO, ground.due);
    }

    @BeforeEach
    void twoPapers() {
        byTitle = papers.save(Draft.titled("First name"), now).id();
        byArxiv =
                papers.save(Draft.titled("Second name").withArxivId(ARXIV), now).id();
        ground.write(group.id(), change -> new GroupStore(ground.redis).save(change, group));
    }

    private void turnOutOne() {
        papers.save(Draft.titled("First name").withArxivId(ARXIV), now);
        assertThat(papers.find(byTitle)).isEqualTo(papers.find(byArxiv)).isPresent();
    }

    private Nomination nomination(PaperId paper, UserId by, int minute) {
        return new Nomination(paper, by, now.minus(Duration.ofDays(1)).plusSeconds(60L * minute));
    }

    private void open(Nomination... candidates) {
        save(Ballots.open(
                ID,
                Ballots.MEETING,
                List.of(candidates),
                now.minus(Duration.ofHours(1)),
                now.plus(Duration.ofHours(1))));
    }

    private void save(Ballot ballot) {
        ground.write(group.id(), change -> ballots.save(change, ballot));
    }

    private void openWithAll() {
        open(nomination(byTitle, BEN, 0), nomination(other, CLEO, 1), nomination(byArxiv, ADA, 2));
    }

    private Cast click(UserId voter, PaperId paper) {
        RequestId request = new RequestId("trigger.one." + REQUESTS.incrementAndGet());
        return ballots.cast(group.id(), request, ID, voter, new Choice.Tap(paper), REDRAW);
    }

    private Ballot ballot() {
        return ballots.find(group.id(), ID).orElseThrow();
    }

    /** Who approves of each paper, as it is counted. */
    private Map<String, Double> totals() {
        return ((Count.Totals) Counting.count(ballot(), votes()).count()).totals();
    }

    private Votes votes() {
        return ballots.votes(group.id(), ID);
    }

    @Test
    void the_backlog_has_it_once_and_the_earlier_nomination_stands() {
        ground.write(
                group.id(),
                change -> backlogs.save(
                        change,
                        new Backlog(List.of(
                                nomination(byTitle, BEN, 0),
                                nomination(other, CLEO, 1),
                                nomination(byArxiv, ADA, 2)))));
        turnOutOne();
        assertThat(backlogs.find(group.id()).nominations())
                .containsExactly(nomination(byArxiv, BEN, 0), nomination(other, CLEO, 1));
        assertThat(backlogs.find(group.id()).remove(byArxiv).nominations()).hasSize(1);
    }

    @Test
    void an_open_ballot_has_one_candidate_with_the_votes_of_both() {
        openWithAll();
        click(ADA, byTitle);
        click(BEN, byTitle);
        click(BEN, byArxiv);
        click(BEN, other);
        click(CLEO, byArxiv);
        turnOutOne();
        assertThat(ballot().candidates()).containsExactly(nomination(byArxiv, BEN, 0), nomination(other, CLEO, 1));
        assertThat(ballots.open(group.id())).containsExactly(ballot());
        assertThat(votes()).isEqualTo(approve(approve(approve(ADA, byArxiv), BEN, byArxiv, other), CLEO, byArxiv));
        assertThat(totals()).isEqualTo(Map.of(byArxiv.value(), 3.0, other.value(), 1.0));
    }

    @Test
    void a_click_on_either_old_button_takes_the_one_vote_back() {
        openWithAll();
        click(ADA, byTitle);
        click(BEN, byTitle);
        click(BEN, byArxiv);
        click(CLEO, byArxiv);
        turnOutOne();
        assertThat(click(ADA, byArxiv)).isEqualTo(counted());
        assertThat(click(BEN, byTitle)).isEqualTo(counted());
        assertThat(click(CLEO, other)).isEqualTo(counted(byArxiv, other));
        assertThat(votes()).isEqualTo(approve(CLEO, byArxiv, other));
        assertThat(click(ADA, byTitle)).isEqualTo(counted(byArxiv));
        assertThat(click(ADA, byArxiv)).isEqualTo(counted());
    }

    @Test
    void a_vote_from_before_is_taken_back_also_when_the_ballot_was_written_anew_since() {
        openWithAll();
        click(ADA, byTitle);
        turnOutOne();
        save(ballot());
        assertThat(ground.redis.hget(new GroupKeys(group.id()).of("ballots"), ID.value()))
                .doesNotContain(byTitle.value());
        assertThat(click(ADA, byArxiv)).isEqualTo(counted());
    }

    @Test
    void a_ballot_whose_only_two_papers_turned_out_one_goes_on_with_it_until_it_is_taken_off() {
        open(nomination(byTitle, BEN, 0), nomination(byArxiv, ADA, 1));
        click(CLEO, byTitle);
        turnOutOne();
        assertThat(ballot().unopposed()).isTrue();
        assertThat(click(ADA, byTitle)).isEqualTo(counted(byArxiv));
        assertThat(Counting.count(ballot(), votes()).winner()).isEqualTo(byArxiv.value());
        assertThat(ballot().without(byArxiv)).isEmpty();
        save(closed(ballot()));
        assertThat(ballot().state()).isEqualTo(BallotState.CLOSED);
        assertThatIllegalArgumentException().isThrownBy(() -> open(nomination(byArxiv, ADA, 1)));
    }

    @Test
    void the_result_of_an_old_ballot_shows_it_once() {
        openWithAll();
        click(ADA, byTitle);
        click(BEN, other);
        click(CLEO, byArxiv);
        save(closed(ballot()));
        turnOutOne();
        assertThat(totals()).isEqualTo(Map.of(byArxiv.value(), 2.0, other.value(), 1.0));
    }
}
