package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.TallyShown;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is hidden is nowhere to be read before its time: no names, no counts, no order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HiddenTallyTest {
    /** What the tallies of the methods have in common with nothing else on a ballot. */
    private static final String TALLY =
            "▰|▱|\\d votes?\\b(?! of)|\\d stars? from|on average|first choice of|if it closed now|Abstaining:";

    private static final List<String> VOTERS = List.of("Ada Moreau", "Ben Okafor", "Chen Yulan");

    private DemoWorld world;
    private People people;
    private Voters voters;
    private BallotAtHand hand;

    @BeforeAll
    void an_open_ballot(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        BallotAtHand.rules(world.redis(), rules(Method.APPROVAL, Secrecy.SECRET, TallyShown.AT_CLOSE));
        voters = Voters.opened(world, People.EMIL, People.EMIL);
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

    private static VotingRules rules(Method method, Secrecy secrecy, TallyShown tally) {
        return VotingRules.DEFAULT.with(method).with(secrecy).with(tally);
    }

    /** Everything that somebody who has not voted can read of a ballot. */
    private List<String> all(String reader) {
        List<String> all = new ArrayList<>();
        Post ballot = people.the("ballot/" + hand.id());
        all.add(ballot.text());
        all.add(ballot.read());
        all.add(people.home(reader).json().toString());
        all.add(voters.form(reader).read());
        all.add(people.click(reader, ballot, "ballot.mine").json().toString());
        people.direct(reader).forEach(post -> all.add(post.read()));
        people.closeModals(reader);
        all.add(answers(people.command(reader, "backlog")));
        all.add(answers(people.command(reader, "search agents")));
        return all;
    }

    private static String answers(Answer answer) {
        return answer.posts().stream().map(Post::read).reduce("", (one, other) -> one + "\n" + other);
    }

    private static void tellNothing(List<String> texts) {
        assertThat(texts)
                .allSatisfy(
                        text -> assertThat(text).doesNotContainPattern(TALLY).doesNotContain(VOTERS));
    }

    static Stream<Arguments> hidden() {
        return Stream.of(Method.APPROVAL, Method.PLURALITY, Method.STAR, Method.SCHULZE)
                .flatMap(method -> Stream.of(TallyShown.AFTER_VOTING, TallyShown.AT_CLOSE)
                        .flatMap(tally -> Stream.of(Secrecy.OPEN, Secrecy.SECRET)
                                .map(secrecy -> Arguments.of(method, secrecy, tally))));
    }

    @Order(1)
    @ParameterizedTest
    @MethodSource("hidden")
    void a_hidden_tally_is_nowhere_but_the_turnout_is(Method method, Secrecy secrecy, TallyShown tally) {
        voters.begin(rules(method, secrecy, tally), 3);
        voters.vote(People.ADA, 0);
        voters.vote(People.BEN, 0);
        voters.button(voters.form(People.CHEN), People.CHEN, "ballot.mine.abstain", "");
        Post drawn = voters.drawn();
        assertThat(drawn.read()).contains("3 of 6 voted");
        tellNothing(all(People.FATIMA));
        tellNothing(List.of(
                        voters.form(People.ADA).read(),
                        voters.vote(People.ADA, 1).read())
                .stream()
                .toList());
        if (secrecy == Secrecy.SECRET) {
            assertThat(hand.votes().keySet()).hasSize(3).allMatch(voter -> voter.startsWith("?"));
        }
    }

    @Order(2)
    @ParameterizedTest
    @EnumSource(names = {"ANONYMOUS", "SECRET"})
    void a_live_tally_without_names_shows_counts_and_each_their_own_vote(Secrecy secrecy) {
        Post ballot = voters.begin(rules(Method.APPROVAL, secrecy, TallyShown.LIVE), 3);
        assertThat(people.click(People.ADA, ballot, "ballot.vote", hand.paper(1))
                        .text())
                .contains("*Your vote now:*", hand.title(1), "You can change it until");
        voters.vote(People.BEN, 0, 1);
        Post drawn = voters.drawn();
        assertThat(voters.line(drawn, 1)).contains("2 votes");
        assertThat(drawn.read()).doesNotContain(VOTERS).contains("Nobody");
        assertThat(people.click(People.ADA, ballot, "ballot.vote", hand.paper(1))
                        .text())
                .contains("Your vote is taken back");
        assertThat(voters.form(People.BEN)
                        .blocks("input")
                        .get(0)
                        .path("element")
                        .path("initial_options"))
                .as("one's own vote, found again by the secret")
                .hasSize(2);
    }

    @Order(3)
    @Test
    void how_it_stands_is_told_to_whoever_voted_and_to_nobody_else() {
        Post ballot = voters.begin(rules(Method.STAR, Secrecy.OPEN, TallyShown.AFTER_VOTING), 3);
        voters.vote(People.ADA, 2);
        Answer told = people.click(People.ADA, ballot, "ballot.stand");
        assertThat(told.posts().get(0).read())
                .contains("How the vote stands", "5 stars from 1 person", "1 of 6 voted")
                .doesNotContain(VOTERS);
        Answer not = people.click(People.BEN, ballot, "ballot.stand");
        assertThat(not.text()).contains("once you have voted", "<!date^").doesNotContainPattern(TALLY);
        View counted = voters.button(voters.form(People.BEN), People.BEN, "ballot.mine.abstain", "");
        Answer inModal = people.clickIn(People.BEN, counted, "ballot.stand", "");
        assertThat(inModal.opened().read()).contains("5 stars from 1 person");
        people.closeModals(People.BEN);

        voters.begin(rules(Method.STAR, Secrecy.OPEN, TallyShown.AT_CLOSE), 3);
        voters.vote(People.ADA, 2);
        assertThat(people.click(People.ADA, people.leftBehind("ballot.stand/1/" + hand.id(), ""), "ballot.stand")
                        .text())
                .contains("hidden until it closes")
                .doesNotContainPattern(TALLY);
    }

    @Order(4)
    @Test
    void at_the_close_the_hidden_tally_is_there_and_nobody_can_tell_any_more_who_voted_how() {
        voters.begin(rules(Method.APPROVAL, Secrecy.SECRET, TallyShown.AT_CLOSE), 3);
        voters.vote(People.ADA, 2);
        voters.vote(People.BEN, 2);
        View open = voters.form(People.CHEN);
        people.advance(Duration.ofDays(3));

        Post closed = people.the("ballot/" + hand.id());
        assertThat(closed.read())
                .contains("The vote is closed", "2 approvals", "2 of 6 voted")
                .doesNotContain(VOTERS);
        assertThat(voters.send(People.CHEN, open, voters.values(0)).read()).contains("This vote closed <!date^");
        assertThat(hand.votes()).hasSize(2);
        people.closeModals(People.ADA);
        View mine = people.click(People.ADA, people.leftBehind("ballot.mine/1/" + hand.id(), ""), "ballot.mine")
                .opened();
        assertThat(mine.read()).contains("This vote closed").doesNotContain(hand.title(2));
    }
}
