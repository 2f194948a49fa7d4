package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** People vote in the sandbox by every method, change their minds, and see what they may see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotingTest {
    private static final VotingRules APPROVAL = VotingRules.DEFAULT;
    private static final String STRANGER = People.FATIMA;

    private DemoWorld world;
    private People people;
    private BallotAtHand hand;
    private Voters voters;

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

    @Test
    void approvals_are_ticked_changed_and_counted_as_taps_are() {
        Post ballot = voters.begin(APPROVAL, 3);
        View counted = voters.approve(People.ADA, 0, 2);
        assertThat(counted.read())
                .contains("Your vote is counted", hand.title(0), hand.title(2), "You can change it until")
                .doesNotContain(hand.title(1));
        people.click(People.BEN, ballot, "ballot.vote", hand.paper(0));
        voters.approve(People.ADA, 0, 1);

        Post redrawn = voters.drawn();
        assertThat(voters.line(redrawn, 0)).contains("2 votes: Ada Moreau, Ben Okafor");
        assertThat(voters.line(redrawn, 1)).contains("1 vote: Ada Moreau");
        assertThat(voters.line(redrawn, 2)).contains("0 votes");
        assertThat(redrawn.read())
                .contains("2 of 5 voted", "open until <!date^", "Mark as many as you like", "Names stand beside")
                .contains("A tie ", hand.now().seed());
        View again = voters.form(People.ADA);
        assertThat(again.read()).contains("You have voted");
        assertThat(again.blocks("input").get(0).path("element").path("initial_options"))
                .hasSize(2);
    }

    @Test
    void of_a_plurality_a_tap_or_the_form_moves_the_one_vote() {
        Post ballot = voters.begin(by(Method.PLURALITY), 3);
        assertThat(ballot.read()).contains("a tap on another moves your vote");
        people.click(People.ADA, ballot, "ballot.vote", hand.paper(0));
        people.click(People.ADA, ballot, "ballot.vote", hand.paper(1));
        voters.send(People.BEN, voters.form(People.BEN), Map.of("papers/0", hand.paper(1)));
        voters.send(People.CHEN, voters.form(People.CHEN), Map.of("papers/0", hand.paper(0)));
        voters.send(People.CHEN, voters.form(People.CHEN), Map.of("papers/0", hand.paper(2)));

        Post redrawn = voters.drawn();
        assertThat(voters.line(redrawn, 0)).contains("0 votes");
        assertThat(voters.line(redrawn, 1)).contains("2 votes: Ada Moreau, Ben Okafor");
        assertThat(voters.line(redrawn, 2)).contains("1 vote: Chen Yulan");
    }

    @ParameterizedTest
    @EnumSource(names = {"SCORE", "STAR"})
    void stars_are_given_changed_and_added_up(Method method) {
        Post ballot = voters.begin(by(method), 3);
        assertThat(ballot.buttons("ballot.vote")).isEmpty();
        assertThat(ballot.button("ballot.mine").label()).isEqualTo("Vote");
        View counted = voters.send(People.ADA, voters.form(People.ADA), voters.stars(5, 0, -1));
        assertThat(counted.read()).contains("★★★★★ ", "☆☆☆☆☆ ").doesNotContain(hand.title(2));
        voters.send(People.BEN, voters.form(People.BEN), voters.stars(1, 1, 1));
        voters.send(People.BEN, voters.form(People.BEN), voters.stars(4, 3, -1));

        Post redrawn = voters.drawn();
        assertThat(voters.line(redrawn, 0))
                .contains("9 stars from 2 people, 4.5 on average: Ada Moreau 5, Ben Okafor 4");
        assertThat(voters.line(redrawn, 0)).contains("1st if it closed now");
        assertThat(voters.line(redrawn, 2)).contains("no stars yet");
        assertThat(voters.form(People.BEN)
                        .blocks("input")
                        .get(1)
                        .path("element")
                        .path("initial_option")
                        .path("value")
                        .asString())
                .isEqualTo("3");
    }

    @ParameterizedTest
    @EnumSource(names = {"INSTANT_RUNOFF", "SCHULZE", "BORDA"})
    void papers_are_ranked_by_taps_in_the_order_in_which_one_likes_them(Method method) {
        voters.begin(by(method), 4);
        View form = voters.form(People.ADA);
        for (int paper : List.of(2, 0, 3)) {
            form = voters.button(form, People.ADA, "ballot.rank", hand.paper(paper));
        }
        form = voters.button(form, People.ADA, "ballot.rank.level", "");
        assertThat(form.read()).contains("*1.* " + hand.title(2), "*2.* " + hand.title(0), "*2.* " + hand.title(3));
        assertThat(form.buttons("ballot.rank")).extracting(Shown.Button::label).contains("Place 3");
        View counted = voters.send(People.ADA, form, Map.of());

        assertThat(hand.ranks(People.ADA)).containsExactly(List.of(2), List.of(0, 3));
        assertThat(counted.read()).contains("1. " + hand.title(2));
        voters.rank(People.BEN, 2, 1);
        Post redrawn = voters.drawn();
        assertThat(voters.line(redrawn, 2))
                .contains("first choice of 2: Ada Moreau, Ben Okafor", "1st if it closed now");
        assertThat(voters.line(redrawn, 0)).contains("first choice of nobody yet");
    }

    @Test
    void a_ranking_can_be_undone_thinned_out_and_started_again() {
        voters.begin(by(Method.SCHULZE), 4);
        voters.rank(People.ADA, 0, 1, 2);
        View form = voters.form(People.ADA);
        assertThat(form.read()).contains("*1.* " + hand.title(0), "*3.* " + hand.title(2));
        form = voters.button(form, People.ADA, "ballot.rank.out", hand.paper(0));
        form = voters.button(form, People.ADA, "ballot.rank.undo", "");
        form = voters.button(form, People.ADA, "ballot.rank", hand.paper(3));
        voters.send(People.ADA, form, Map.of());
        assertThat(hand.ranks(People.ADA)).containsExactly(List.of(1), List.of(3));

        View empty = voters.button(voters.form(People.ADA), People.ADA, "ballot.rank.again", "");
        assertThat(empty.values("ballot.rank.out")).isEmpty();
        Answer answer = people.submit(People.ADA, empty, Map.of());
        assertThat(answer.result()).isEqualTo("pushed");
        assertThat(answer.opened().read()).contains("Nothing is chosen yet");
        assertThat(hand.ranks(People.ADA)).as("what was sent before").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a_vote_is_taken_back_or_abstains(Method method) {
        voters.begin(by(method), 2);
        View form = voters.form(People.ADA);
        assertThat(form.read()).contains("You have not voted yet");
        assertThat(form.buttons("ballot.mine.back")).isEmpty();
        View abstaining = voters.button(form, People.ADA, "ballot.mine.abstain", "");
        assertThat(abstaining.read()).contains("You abstain");
        assertThat(voters.drawn().read()).contains("1 of 5 voted").contains("Abstaining: Ada Moreau");

        View again = voters.button(abstaining, People.ADA, "ballot.mine", "");
        assertThat(again.read()).contains("You abstain so far");
        assertThat(voters.button(again, People.ADA, "ballot.mine.back", "").read())
                .contains("taken back");
        assertThat(hand.votes()).isEmpty();
        assertThat(voters.drawn().read()).contains("0 of 5 voted");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void twenty_papers_fit_and_all_can_be_voted_on(Method method) {
        Post ballot = voters.begin(by(method), 20);
        assertThat(ballot.blocks().size()).isLessThanOrEqualTo(50);
        View form = voters.form(People.ADA);
        Map<String, Object> values = new LinkedHashMap<>();
        switch (method.asks()) {
            case APPROVALS -> {
                values.put("papers/0", List.of(hand.paper(0), hand.paper(9)));
                values.put("papers/1", List.of(hand.paper(10), hand.paper(19)));
            }
            case CHOICE -> values.put("papers/0", hand.paper(19));
            case SCORES -> values.putAll(voters.stars(5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5, 4));
            case RANKING -> {
                for (int paper = 19; paper >= 0; paper--) {
                    form = voters.button(form, People.ADA, "ballot.rank", hand.paper(paper));
                }
            }
        }
        View counted = voters.send(People.ADA, form, values);
        assertThat(counted.read()).contains(hand.title(19));
        assertThat(voters.line(voters.drawn(), 19)).containsAnyOf("1 vote", "4 stars", "first choice of 1");
        assertThat(voters.form(People.ADA).blocks().size()).isLessThanOrEqualTo(100);
    }

    @Test
    void what_is_sent_twice_changes_nothing() {
        voters.begin(by(Method.BORDA), 3);
        View form = voters.button(voters.form(People.ADA), People.ADA, "ballot.rank", hand.paper(1));
        Door door = new Door(world.port());
        JsonNode first = door.submit(People.ADA, form, Map.of(), people.now());
        Map<String, String> votes = hand.votes();
        JsonNode second = door.submit(People.ADA, form, Map.of(), people.now());
        assertThat(hand.votes()).isEqualTo(votes).hasSize(1);
        assertThat(second).isEqualTo(first);
    }
}
