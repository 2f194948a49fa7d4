package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.ballot.BallotEvent;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.TallyShown;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What may happen to a ballot while somebody votes on it, and what they may get wrong: a sentence, and no vote is lost. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotingMishapsTest {
    private static final String STRANGER = People.FATIMA;

    private DemoWorld world;
    private People people;
    private Voters voters;
    private BallotAtHand hand;

    @BeforeAll
    void an_open_ballot_of_a_group_of_five(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        people.command(STRANGER, "leave");
        voters = Voters.opened(world, People.BEN, People.ADA);
        hand = voters.hand();
    }

    @AfterEach
    void close() {
        People.ALL.forEach(people::closeModals);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static VotingRules by(Method method) {
        return VotingRules.DEFAULT.with(method);
    }

    private static VotingRules atMost(int most) {
        return new VotingRules(Method.APPROVAL, Secrecy.OPEN, TallyShown.LIVE, most, 3, true, false, true);
    }

    private void theDeadlinePasses() {
        hand.change(ballot -> ballot.closingAt(people.now().minusSeconds(1)));
    }

    private void add(PaperId paper) {
        hand.change(ballot -> ballot.adding(
                new Nomination(paper, new UserId(People.CHEN), ballot.opens().minusSeconds(1))));
    }

    private void takeOff(PaperId paper) {
        hand.change(ballot -> ballot.without(paper).orElseThrow());
    }

    private PaperId another() {
        List<PaperId> there = hand.papers();
        return new PaperStore(world.redis())
                .ids().stream()
                        .filter(id -> !there.contains(id))
                        .max(PaperId::compareTo)
                        .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVAL", "STAR", "SCHULZE"})
    void after_the_close_the_form_says_so_and_when_and_what_is_counted(Method method) {
        voters.begin(by(method), 3);
        voters.vote(People.ADA, 1);
        View open = voters.form(People.ADA);
        if (method == Method.SCHULZE) {
            open = voters.button(open, People.ADA, "ballot.rank", hand.paper(0));
        }
        Map<String, String> votes = hand.votes();
        theDeadlinePasses();

        View over = voters.send(People.ADA, open, voters.values(0));
        assertThat(over.read())
                .contains("This vote closed <!date^", "what you sent was not counted", hand.title(1))
                .doesNotContain(hand.title(0));
        assertThat(hand.votes()).isEqualTo(votes);
        assertThat(over.buttons()).isEmpty();
        people.closeModals(People.ADA);

        assertThat(voters.form(People.ADA).read()).contains("This vote closed", "Your vote", hand.title(1));
        assertThat(voters.form(People.BEN).read()).contains("This vote closed").doesNotContain("Your vote, as");
    }

    @Test
    void what_was_counted_in_time_is_answered_the_same_when_it_comes_again_after_the_close() {
        voters.begin(by(Method.BORDA), 3);
        View form = voters.button(voters.form(People.ADA), People.ADA, "ballot.rank", hand.paper(1));
        Door door = new Door(world.port());
        Door.Knock sent = Door.Knock.signed(Door.submission(People.ADA, form, Map.of()), people.now());
        assertThat(door.send(sent).body()).contains("Your vote is counted");
        theDeadlinePasses();
        assertThat(door.send(sent).body()).contains("Your vote is counted");
        assertThat(door.submit(People.BEN, form, Map.of(), people.now()).toString())
                .contains("This vote closed");
    }

    @Test
    void a_button_in_a_form_says_after_the_close_that_it_is_over() {
        voters.begin(by(Method.BORDA), 3);
        View ranking = voters.form(People.ADA);
        View abstaining = voters.form(People.BEN);
        theDeadlinePasses();
        assertThat(voters.button(ranking, People.ADA, "ballot.rank", hand.paper(0))
                        .read())
                .contains("This vote closed <!date^");
        assertThat(voters.button(abstaining, People.BEN, "ballot.mine.abstain", "")
                        .read())
                .contains("This vote closed <!date^");
        assertThat(hand.votes()).isEmpty();
    }

    @Test
    void a_paper_added_and_one_taken_off_meanwhile_are_said_and_the_rest_of_a_ranking_stays() {
        voters.begin(by(Method.SCHULZE), 4);
        View form = voters.form(People.ADA);
        for (int paper : List.of(3, 1, 0)) {
            form = voters.button(form, People.ADA, "ballot.rank", hand.paper(paper));
        }
        PaperId gone = hand.papers().get(1);
        String third = hand.paper(2);
        String goneTitle = hand.title(1);
        PaperId added = another();
        takeOff(gone);
        add(added);

        View next = voters.button(form, People.ADA, "ballot.rank", third);
        assertThat(next.read())
                .contains("“" + goneTitle + "” was taken off this vote meanwhile.")
                .contains("was added to this vote meanwhile.");
        assertThat(next.values("ballot.rank.out")).hasSize(3).doesNotContain(gone.value());
        assertThat(voters.button(next, People.ADA, "ballot.rank.undo", "").read())
                .as("it is said once")
                .doesNotContain("meanwhile");
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVAL", "SCORE", "INSTANT_RUNOFF"})
    void what_was_taken_off_before_it_is_sent_is_left_out_and_the_rest_counts(Method method) {
        voters.begin(by(method), 4);
        View form = voters.form(People.ADA);
        Map<String, Object> values = voters.values(0, 1);
        if (method == Method.INSTANT_RUNOFF) {
            form = voters.button(form, People.ADA, "ballot.rank", hand.paper(0));
            form = voters.button(form, People.ADA, "ballot.rank", hand.paper(1));
        }
        String goneTitle = hand.title(0);
        String keptTitle = hand.title(1);
        takeOff(hand.papers().get(0));
        View counted = voters.send(People.ADA, form, values);
        assertThat(counted.read())
                .contains("Your vote is counted", keptTitle)
                .contains("“" + goneTitle + "” was taken off this vote meanwhile; it is not in your vote.");
        assertThat(hand.votes()).hasSize(1);
    }

    @Test
    void where_nothing_is_left_of_a_vote_the_one_before_stays_and_the_form_comes_again() {
        voters.begin(by(Method.PLURALITY), 3);
        voters.vote(People.ADA, 1);
        View form = voters.form(People.ADA);
        Map<String, Object> values = voters.values(0);
        Map<String, String> votes = hand.votes();
        takeOff(hand.papers().get(0));
        View again = voters.send(People.ADA, form, values);
        assertThat(again.read()).contains("was taken off this vote meanwhile");
        assertThat(again.blocks("input")).hasSize(1);
        assertThat(hand.votes()).isEqualTo(votes);
    }

    @Test
    void a_withdrawn_paper_is_shown_as_such_and_cannot_be_voted_for() {
        Post before = voters.begin(by(Method.APPROVAL), 5);
        String paper = hand.paper(4);
        View form = voters.form(People.BEN);
        voters.vote(People.ADA, 4);
        hand.withdraw(paper, people.now().minus(Duration.ofDays(1)));

        String button = before.buttons("ballot.vote").get(0).actionId();
        assertThat(people.click(People.CHEN, people.leftBehind(button, paper), "ballot.vote")
                        .text())
                .contains("“" + hand.title(4) + "” was withdrawn by its authors and cannot be voted for");
        View counted = voters.send(People.BEN, form, voters.values(3, 4));
        assertThat(counted.read()).contains(hand.title(3), "was withdrawn by its authors");
        assertThat(hand.votes().get(People.BEN)).doesNotContain(paper);
        Post drawn = voters.drawn();
        assertThat(voters.line(drawn, 4)).contains("*Withdrawn on ");
        assertThat(drawn.offers("ballot.vote", paper)).isFalse();
        assertThat(voters.form(People.CHEN).json().path("blocks").toString())
                .contains("was withdrawn by its authors")
                .doesNotContain("\"" + paper + "\"");
        assertThat(people.click(People.ADA, people.leftBehind(button, paper), "ballot.vote")
                        .text())
                .as("whoever chose it before can take it back")
                .isEmpty();
        assertThat(hand.votes()).doesNotContainKey(People.ADA);
    }

    @Test
    void more_than_one_may_choose_is_said_beside_the_field_and_on_the_ballot() {
        Post ballot = voters.begin(atMost(2), 12);
        assertThat(ballot.read()).contains("At most 2 each.", "holds with 3 votes");
        View form = voters.form(People.ADA);
        Answer answer = people.submit(
                People.ADA,
                form,
                Map.of("papers/0", List.of(hand.paper(0), hand.paper(1)), "papers/1", List.of(hand.paper(11))));
        assertThat(answer.errors()).containsOnlyKeys("papers/0");
        assertThat(answer.errors().get("papers/0")).isEqualTo("This vote takes 2 papers from each.");
        assertThat(hand.votes()).isEmpty();
        people.click(People.BEN, ballot, "ballot.vote", hand.paper(0));
        people.click(People.BEN, ballot, "ballot.vote", hand.paper(1));
        assertThat(people.click(People.BEN, ballot, "ballot.vote", hand.paper(2))
                        .text())
                .isEqualTo("This vote takes 2 papers from each. Take one back, then tap again.");
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVAL", "PLURALITY", "STAR"})
    void an_empty_form_is_not_sent(Method method) {
        voters.begin(by(method), 3);
        Answer answer = people.submit(People.ADA, voters.form(People.ADA), Map.of());
        assertThat(answer.errors().values()).singleElement().asString().contains("tap Abstain");
        assertThat(hand.votes()).isEmpty();
    }

    @Test
    void whoever_is_no_member_gets_no_form() {
        Post ballot = voters.begin(by(Method.STAR), 3);
        Answer answer = people.click(STRANGER, ballot, "ballot.mine");
        assertThat(answer.view()).isEmpty();
        assertThat(answer.text()).contains("Only members of this reading group vote. `/papers join`");
    }

    @Test
    void a_ballot_that_never_was_and_one_that_was_called_off() {
        assertThat(people.click(People.ADA, people.leftBehind("ballot.mine/1/1999-01-01", ""), "ballot.mine")
                        .text())
                .contains("no longer exists");
        assertThat(people.click(People.ADA, people.leftBehind("ballot.stand/1/1999-01-01", ""), "ballot.stand")
                        .text())
                .contains("no longer exists");
        assertThat(people.click(People.ADA, people.leftBehind("ballot.mine/1", ""), "ballot.mine")
                        .text())
                .contains("another version");
        voters.begin(by(Method.STAR), 3);
        View form = voters.form(People.ADA);
        hand.change(ballot -> ballot.cancelled());
        assertThat(voters.send(People.ADA, form, voters.values(0)).read())
                .contains("This vote was called off; what you sent was not counted");
    }

    @Test
    void a_form_that_somebody_tampered_with_counts_nothing() {
        voters.begin(by(Method.BORDA), 3);
        Door door = new Door(world.port());
        View form = voters.form(People.ADA);
        String carried = form.json().path("private_metadata").asString();
        String twice = "," + hand.paper(0) + "," + hand.paper(0);
        for (String other : List.of("", "nonsense", carried.replace(" - ", " " + twice + " "), carried + " more")) {
            ((ObjectNode) form.json()).put("private_metadata", other);
            JsonNode answer = door.submit(People.ADA, form, Map.of(), people.now());
            assertThat(answer.toString()).as(other).contains("This form no longer works");
        }
        voters.begin(by(Method.STAR), 3);
        View stars = voters.form(People.BEN);
        JsonNode answer = door.submit(
                People.BEN,
                stars,
                Map.of(
                        "stars/" + hand.paper(0),
                        Map.of("type", "static_select", "selected_option", Map.of("value", "6"))),
                people.now());
        assertThat(answer.toString()).contains("This form no longer works");
        assertThat(hand.votes()).isEmpty();
    }

    @Test
    void what_people_did_to_a_ballot_stands_on_it() {
        voters.begin(by(Method.APPROVAL), 3);
        hand.noting(new BallotEvent(
                BallotEvent.Kind.EXTENDED,
                Optional.of(new UserId(People.ADA)),
                people.now(),
                Optional.empty(),
                Optional.of(hand.now().closes())));
        hand.noting(new BallotEvent(
                BallotEvent.Kind.PAPER_ADDED,
                Optional.of(new UserId(People.BEN)),
                people.now(),
                Optional.of(hand.papers().get(2)),
                Optional.empty()));
        hand.noting(new BallotEvent(
                BallotEvent.Kind.MOVED,
                Optional.empty(),
                people.now(),
                Optional.empty(),
                Optional.of(hand.now().closes())));
        voters.vote(People.ADA, 0);
        assertThat(voters.drawn().read())
                .contains("extended by Ada Moreau until <!date^")
                .contains(hand.title(2) + " added by Ben Okafor")
                .containsPattern("closes <!date\\^[^>]*> since the meeting was moved");
    }
}
