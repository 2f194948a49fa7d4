package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.slack.Scenes;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.SettableClock;
import dev.lectern.work.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

/** A meeting of several papers whose ballot is over, when some of them cannot be read after all. */
@OnEachRedis
class RunnerUpStepsTest {
    private static final Group GROUP = Samples.group(ADA, BEN);
    private static final BallotId ID = BallotId.of(Ballots.MEETING);

    private final UnifiedJedis redis;
    private final Ground ground;
    private final BallotStores stores;
    private final RunnerUpSteps steps;
    private final List<PaperId> papers;

    RunnerUpStepsTest(RedisKind kind) {
        redis = kind.fresh();
        SettableClock clock = new SettableClock(START);
        ground = new Ground(redis, clock);
        stores = new BallotStores(
                new GroupStore(redis),
                new MeetingStore(redis),
                new BacklogStore(redis),
                new BallotStore(redis, clock, () -> Duration.ZERO, ground.due),
                new PaperStore(redis),
                new VotingRulesStore(redis));
        steps = new RunnerUpSteps(
                stores,
                new MeetingPaperSteps(
                        stores.meetings(),
                        new PartStore(redis),
                        (group, paper) -> Optional.empty(),
                        (change, meeting) -> {}));
        papers = IntStream.range(1, 5).mapToObj(this::saved).toList();
    }

    private PaperId saved(int n) {
        return stores.papers().save(draft(n), START.minus(Duration.ofDays(30))).id();
    }

    private static Draft draft(int n) {
        return Draft.titled("Paper number " + n).withNames(Names.find("2401.0000" + n));
    }

    private void withdraw(int n) {
        stores.papers().save(draft(n).withWithdrawn(START), START);
    }

    /** Decided by nobody's vote, so in the order of nomination; read are the first ones. */
    private void decided(int reads) {
        Ballot open = Ballot.open(
                ID,
                Ballots.MEETING,
                IntStream.range(0, papers.size())
                        .mapToObj(i -> new Nomination(papers.get(i), ADA, START.minusSeconds(999 - i)))
                        .toList(),
                START.minus(Duration.ofHours(2)),
                START.minus(Duration.ofHours(1)),
                VotingRules.DEFAULT,
                "seed");
        Ballot closed = open.closed(Counting.verdict(open, Votes.none(), Optional.of(papers.get(0)), 2));
        Meeting meeting = Meeting.planned(Ballots.MEETING, START.plus(Duration.ofDays(3)));
        ground.write(GROUP.id(), change -> {
            stores.groups().save(change, GROUP);
            stores.ballots().open(change, open, "secret");
        });
        ground.write(GROUP.id(), change -> {
            stores.ballots().end(change, closed);
            stores.meetings().save(change, meeting.withPapers(papers.subList(0, reads)));
        });
    }

    private void check() {
        ground.write(
                GROUP.id(),
                change -> steps.check(new Step(RunnerUpSteps.CHECK, Ballots.MEETING.value(), START), change));
    }

    private List<PaperId> read() {
        return stores.meetings().find(GROUP.id(), Ballots.MEETING).orElseThrow().papers();
    }

    private PaperId winner() {
        return stores.ballots()
                .find(GROUP.id(), ID)
                .flatMap(Ballot::verdict)
                .flatMap(Verdict::winner)
                .orElseThrow();
    }

    private Set<String> waiting() {
        return redis.hkeys(new GroupKeys(GROUP.id()).of("outbox:entries"));
    }

    private String sent(String id) {
        return redis.hget(new GroupKeys(GROUP.id()).of("outbox:entries"), id);
    }

    @Test
    void a_second_paper_that_is_withdrawn_is_replaced_in_its_place() {
        decided(2);
        withdraw(2);
        check();
        assertThat(read()).containsExactly(papers.get(0), papers.get(2));
        assertThat(winner()).isEqualTo(papers.get(0));
        assertThat(sent("ballot.runnerup/" + ID + "/" + papers.get(2)))
                .contains("Paper number 3")
                .contains("in place of Paper number 2");
        assertThat(waiting()).contains("ballot/" + ID);
    }

    @Test
    void of_two_that_are_withdrawn_each_is_replaced_by_another_one() {
        decided(2);
        withdraw(1);
        withdraw(2);
        check();
        assertThat(read()).containsExactly(papers.get(2), papers.get(3));
        assertThat(winner()).isEqualTo(papers.get(2));
    }

    @Test
    void where_nothing_is_left_the_place_stays_empty_and_the_organizer_is_told() {
        decided(2);
        withdraw(1);
        withdraw(3);
        withdraw(4);
        check();
        assertThat(read()).containsExactly(papers.get(1));
        assertThat(winner()).isEqualTo(papers.get(1));
        String told = "ballot.runnerup/" + Ballots.MEETING + "/less/" + papers.get(0);
        assertThat(sent(told))
                .contains("\"" + ADA + "\"")
                .contains("We still read")
                .contains("Paper number 2");
        check();
        assertThat(read()).containsExactly(papers.get(1));
    }

    @Test
    void where_all_that_was_to_be_read_is_gone_the_channel_is_told_of_all_of_it() {
        decided(2);
        IntStream.range(1, 5).forEach(this::withdraw);
        check();
        assertThat(read()).isEmpty();
        assertThat(sent("ballot.runnerup/" + Ballots.MEETING + "/none/" + papers.get(0)))
                .contains("Paper number 1")
                .contains("Paper number 2")
                .contains("were withdrawn by their authors");
    }

    @Test
    void a_paper_that_stands_is_left_where_it_is() {
        decided(2);
        withdraw(3);
        check();
        assertThat(read()).containsExactly(papers.get(0), papers.get(1));
        assertThat(waiting()).noneMatch(id -> id.startsWith("ballot.runnerup"));
    }

    @Test
    void the_closed_ballot_names_all_that_is_read() {
        decided(2);
        withdraw(2);
        check();
        Ballot ballot = stores.ballots().find(GROUP.id(), ID).orElseThrow();
        BallotMessages messages = new BallotMessages(stores::paper, user -> "Name of " + user);
        Message drawn = new ResultMessages(stores::paper, messages).closed(ballot, Votes.none(), GROUP, read());
        assertThat(BlockJson.write(drawn.blocks()))
                .containsPattern("We read <[^>]*Paper number 1> and <[^>]*Paper number 3>\\.");
    }

    @Test
    void the_channel_reads_the_groups_language_where_a_member_of_another_one_acts() {
        decided(1);
        Scenes scenes =
                new Scenes(group -> Optional.of(Language.GERMAN), (team, member) -> Optional.of(Language.JAPANESE));
        scenes.before(ADA, GROUP.id(), () -> {
            ForMeeting round = stores.planned(GROUP.id(), Ballots.MEETING).orElseThrow();
            Ballot ballot = stores.ballots().find(GROUP.id(), ID).orElseThrow();
            ground.write(GROUP.id(), change -> steps.takeOver(change, round, ballot, papers.get(1), ADA));
            return round;
        });
        Paper taking = stores.paper(papers.get(1));
        assertThat(sent("ballot.runnerup/" + ID + "/" + taking.id()))
                .contains("tritt an die Stelle von")
                .doesNotContain("を読みます");
        assertThat(read()).containsExactly(taking.id());
    }
}
