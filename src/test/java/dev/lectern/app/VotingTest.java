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
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** People vote in the sandbox by every method, change their minds, and see what they may see. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VotingTest {
    private static final VotingRules APPROVAL = VotingRules.DEFAULT;
    private static final String STRANGER = People.FATIMA;

    private DemoWorld world;
    private People people;
    private BallotAtHand hand;
    private String message;

    @BeforeAll
    void an_open_ballot_of_a_group_of_five(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate")
                .subList(0, 3)
                .forEach(paper -> people.click(People.BEN, digest, "ballot.nominate", paper));
        people.command(STRANGER, "leave");
        people.command(People.ADA, "vote");
        people.settle();
        message = people.newest("ballot/").orElseThrow().id();
        hand = new BallotAtHand(world.redis(), message.substring("ballot/".length()));
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

    /** Opens the ballot anew and has the message drawn. */
    private Post begin(VotingRules rules, int papers) {
        hand.begin(rules, papers);
        button(form(People.EMIL), People.EMIL, "ballot.mine.abstain", "");
        button(people.modals(People.EMIL).get(0), People.EMIL, "ballot.mine", "");
        button(people.modals(People.EMIL).get(0), People.EMIL, "ballot.mine.back", "");
        people.closeModals(People.EMIL);
        return drawn();
    }

    private Post drawn() {
        people.awaitRedraw();
        return people.the(message);
    }

    private View form(String user) {
        return people.click(user, people.the(message), "ballot.mine").opened();
    }

    /** A tap in a modal, which changes it. */
    private View button(View view, String user, String button, String value) {
        return people.clickIn(user, view, button, value).opened();
    }

    private View send(String user, View form, Map<String, Object> values) {
        Answer answer = people.submit(user, form, values);
        assertThat(answer.result()).as("%s", answer).isEqualTo("updated");
        return answer.opened();
    }

    private View approve(String user, int... papers) {
        List<String> ticked = new ArrayList<>();
        for (int paper : papers) {
            ticked.add(hand.paper(paper));
        }
        return send(user, form(user), Map.of("papers/0", ticked));
    }

    private View rank(String user, int... papers) {
        View form = form(user);
        for (int paper : papers) {
            form = button(form, user, "ballot.rank", hand.paper(paper));
        }
        return send(user, form, Map.of());
    }

    private Map<String, Object> stars(int... given) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < given.length; i++) {
            values.put("stars/" + hand.paper(i), given[i] < 0 ? "none" : "" + given[i]);
        }
        return values;
    }

    private String line(Post ballot, int paper) {
        return ballot.blocks("section").stream()
                .map(block -> block.path("text").path("text").asString())
                .filter(text -> text.contains("/" + hand.paper(paper)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void approvals_are_ticked_changed_and_counted_as_taps_are() {
        Post ballot = begin(APPROVAL, 3);
        View counted = approve(People.ADA, 0, 2);
        assertThat(counted.read())
                .contains("Your vote is counted", hand.title(0), hand.title(2), "You can change it until")
                .doesNotContain(hand.title(1));
        people.click(People.BEN, ballot, "ballot.vote", hand.paper(0));
        approve(People.ADA, 0, 1);

        Post redrawn = drawn();
        assertThat(line(redrawn, 0)).contains("2 votes: Ada Moreau, Ben Okafor");
        assertThat(line(redrawn, 1)).contains("1 vote: Ada Moreau");
        assertThat(line(redrawn, 2)).contains("0 votes");
        assertThat(redrawn.read())
                .contains("2 of 5 voted", "open until <!date^", "Mark as many as you like", "Names stand beside")
                .contains("A tie ", hand.now().seed());
        View again = form(People.ADA);
        assertThat(again.read()).contains("You have voted");
        assertThat(again.blocks("input").get(0).path("element").path("initial_options"))
                .hasSize(2);
    }

    @Test
    void of_a_plurality_a_tap_or_the_form_moves_the_one_vote() {
        Post ballot = begin(by(Method.PLURALITY), 3);
        assertThat(ballot.read()).contains("a tap on another moves your vote");
        people.click(People.ADA, ballot, "ballot.vote", hand.paper(0));
        people.click(People.ADA, ballot, "ballot.vote", hand.paper(1));
        send(People.BEN, form(People.BEN), Map.of("papers/0", hand.paper(1)));
        send(People.CHEN, form(People.CHEN), Map.of("papers/0", hand.paper(0)));
        send(People.CHEN, form(People.CHEN), Map.of("papers/0", hand.paper(2)));

        Post redrawn = drawn();
        assertThat(line(redrawn, 0)).contains("0 votes");
        assertThat(line(redrawn, 1)).contains("2 votes: Ada Moreau, Ben Okafor");
        assertThat(line(redrawn, 2)).contains("1 vote: Chen Yulan");
    }

    @ParameterizedTest
    @EnumSource(names = {"SCORE", "STAR"})
    void stars_are_given_changed_and_added_up(Method method) {
        Post ballot = begin(by(method), 3);
        assertThat(ballot.buttons("ballot.vote")).isEmpty();
        assertThat(ballot.button("ballot.mine").label()).isEqualTo("Vote");
        View counted = send(People.ADA, form(People.ADA), stars(5, 0, -1));
        assertThat(counted.read()).contains("★★★★★ ", "☆☆☆☆☆ ").doesNotContain(hand.title(2));
        send(People.BEN, form(People.BEN), stars(1, 1, 1));
        send(People.BEN, form(People.BEN), stars(4, 3, -1));

        Post redrawn = drawn();
        assertThat(line(redrawn, 0)).contains("9 stars from 2 people, 4.5 on average: Ada Moreau 5, Ben Okafor 4");
        assertThat(line(redrawn, 0)).contains("1st if it closed now");
        assertThat(line(redrawn, 2)).contains("no stars yet");
        assertThat(form(People.BEN)
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
        begin(by(method), 4);
        View form = form(People.ADA);
        for (int paper : List.of(2, 0, 3)) {
            form = button(form, People.ADA, "ballot.rank", hand.paper(paper));
        }
        form = button(form, People.ADA, "ballot.rank.level", "");
        assertThat(form.read()).contains("*1.* " + hand.title(2), "*2.* " + hand.title(0), "*2.* " + hand.title(3));
        assertThat(form.buttons("ballot.rank")).extracting(Shown.Button::label).contains("Place 3");
        View counted = send(People.ADA, form, Map.of());

        assertThat(hand.ranks(People.ADA)).containsExactly(List.of(2), List.of(0, 3));
        assertThat(counted.read()).contains("1. " + hand.title(2));
        rank(People.BEN, 2, 1);
        Post redrawn = drawn();
        assertThat(line(redrawn, 2)).contains("first choice of 2: Ada Moreau, Ben Okafor", "1st if it closed now");
        assertThat(line(redrawn, 0)).contains("first choice of nobody yet");
    }

    @Test
    void a_ranking_can_be_undone_thinned_out_and_started_again() {
        begin(by(Method.SCHULZE), 4);
        rank(People.ADA, 0, 1, 2);
        View form = form(People.ADA);
        assertThat(form.read()).contains("*1.* " + hand.title(0), "*3.* " + hand.title(2));
        form = button(form, People.ADA, "ballot.rank.out", hand.paper(0));
        form = button(form, People.ADA, "ballot.rank.undo", "");
        form = button(form, People.ADA, "ballot.rank", hand.paper(3));
        send(People.ADA, form, Map.of());
        assertThat(hand.ranks(People.ADA)).containsExactly(List.of(1), List.of(3));

        View empty = button(form(People.ADA), People.ADA, "ballot.rank.again", "");
        assertThat(empty.values("ballot.rank.out")).isEmpty();
        Answer answer = people.submit(People.ADA, empty, Map.of());
        assertThat(answer.result()).isEqualTo("pushed");
        assertThat(answer.opened().read()).contains("Nothing is chosen yet");
        assertThat(hand.ranks(People.ADA)).as("what was sent before").hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void a_vote_is_taken_back_or_abstains(Method method) {
        begin(by(method), 2);
        View form = form(People.ADA);
        assertThat(form.read()).contains("You have not voted yet");
        assertThat(form.buttons("ballot.mine.back")).isEmpty();
        View abstaining = button(form, People.ADA, "ballot.mine.abstain", "");
        assertThat(abstaining.read()).contains("You abstain");
        assertThat(drawn().read()).contains("1 of 5 voted").contains("Abstaining: Ada Moreau");

        View again = button(abstaining, People.ADA, "ballot.mine", "");
        assertThat(again.read()).contains("You abstain so far");
        assertThat(button(again, People.ADA, "ballot.mine.back", "").read()).contains("taken back");
        assertThat(hand.votes()).isEmpty();
        assertThat(drawn().read()).contains("0 of 5 voted");
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void twenty_papers_fit_and_all_can_be_voted_on(Method method) {
        Post ballot = begin(by(method), 20);
        assertThat(ballot.blocks().size()).isLessThanOrEqualTo(50);
        View form = form(People.ADA);
        Map<String, Object> values = new LinkedHashMap<>();
        switch (method.asks()) {
            case APPROVALS -> {
                values.put("papers/0", List.of(hand.paper(0), hand.paper(9)));
                values.put("papers/1", List.of(hand.paper(10), hand.paper(19)));
            }
            case CHOICE -> values.put("papers/0", hand.paper(19));
            case SCORES -> values.putAll(stars(5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0, 5, 4));
            case RANKING -> {
                for (int paper = 19; paper >= 0; paper--) {
                    form = button(form, People.ADA, "ballot.rank", hand.paper(paper));
                }
            }
        }
        View counted = send(People.ADA, form, values);
        assertThat(counted.read()).contains(hand.title(19));
        assertThat(line(drawn(), 19)).containsAnyOf("1 vote", "4 stars", "first choice of 1");
        assertThat(form(People.ADA).blocks().size()).isLessThanOrEqualTo(100);
    }

    @Test
    void what_is_sent_twice_changes_nothing() {
        begin(by(Method.BORDA), 3);
        View form = button(form(People.ADA), People.ADA, "ballot.rank", hand.paper(1));
        Door door = new Door(world.port());
        JsonNode first = door.submit(People.ADA, form, Map.of(), people.now());
        Map<String, String> votes = hand.votes();
        JsonNode second = door.submit(People.ADA, form, Map.of(), people.now());
        assertThat(hand.votes()).isEqualTo(votes).hasSize(1);
        assertThat(second).isEqualTo(first);
    }
}
