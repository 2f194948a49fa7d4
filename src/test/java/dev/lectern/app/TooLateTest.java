package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes after its time, or from somebody whose turn it is not. */
class TooLateTest {
    private static final String GROUP = "T0LECTERN:C0READING";

    private DemoWorld world;
    private People people;
    private Post ballot;
    private String vote;
    private List<String> papers;

    /** Monday: two papers are nominated, so the ballot opens in an hour and closes on Tuesday at 15:00. */
    @BeforeEach
    void a_ballot_opens(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        Post digest = people.newest("digest/").orElseThrow();
        papers = digest.values("ballot.nominate").subList(0, 2);
        papers.forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
        people.advance(Duration.ofHours(1));
        ballot = people.the("ballot/");
        vote = ballot.buttons("ballot.vote").get(0).actionId();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private void theBallotCloses() {
        people.advance(Duration.ofDays(1).plusHours(6));
        assertThat(people.the("ballot/").read()).startsWith("The vote is closed");
    }

    private String meeting() {
        return ballot.id().substring("ballot/".length());
    }

    /** Whoever is being asked just now, with the question. */
    private Post question() {
        List<Post> open = new ArrayList<>();
        People.ALL.forEach(user -> people.direct(user).stream()
                .filter(post -> !post.buttons("presenter.accept").isEmpty())
                .forEach(open::add));
        assertThat(open).as("open questions").hasSize(1);
        return open.get(0);
    }

    /** What a member is told about presenting; the reminder to vote is none of it. */
    private List<Post> aboutPresenting(String user) {
        return people.direct(user).stream()
                .filter(post -> post.id().startsWith("presenter.ask/"))
                .toList();
    }

    private static String askedIn(Post question) {
        return question.id().substring(question.id().lastIndexOf('/') + 1);
    }

    private String somebodyElse(String user) {
        return People.ALL.stream()
                .filter(other -> !other.equals(user))
                .findFirst()
                .orElseThrow();
    }

    private Answer oldButton(String user, String name) {
        return people.click(user, people.leftBehind(name + "/1/" + GROUP, meeting()), name);
    }

    private List<String> ids() {
        return people.everything().stream()
                .map(Post::id)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    @Test
    void a_vote_after_the_close_is_not_counted_and_says_so() {
        people.click(People.BEN, ballot, "ballot.vote", papers.get(1));
        theBallotCloses();
        Map<String, String> before = world.kept(People.READING);

        Answer answer = people.click(People.CHEN, people.leftBehind(vote, papers.get(0)), "ballot.vote");

        assertThat(answer.posts()).hasSize(1);
        assertThat(answer.text()).contains("This vote closed <!date^").contains("your click was not counted");
        people.settle();
        assertThat(world.kept(People.READING)).isEqualTo(before);
        assertThat(people.the("ballot/").read()).contains("1 of 6 voted");
    }

    @Test
    void a_vote_in_the_last_minute_counts() {
        Instant closes = LocalDate.parse(meeting())
                .minusDays(2)
                .atTime(15, 0)
                .atZone(ZoneId.of("Europe/Berlin"))
                .toInstant();
        people.goTo(closes.minusSeconds(30));
        people.click(People.BEN, ballot, "ballot.vote", papers.get(1));
        people.advance(Duration.ofMinutes(1));
        assertThat(people.the("ballot.result/").read()).contains("wins with the approval of 1 of 1 who voted");
    }

    @Test
    void a_paper_that_is_chosen_or_was_read_is_not_nominated_again() {
        theBallotCloses();
        String winner = papers.get(0);
        assertThat(people.command(People.CHEN, "nominate " + winner).text())
                .contains("is chosen already, for 9 Apr 2026");
        people.advance(Duration.ofDays(3));
        assertThat(people.command(People.CHEN, "nominate " + winner).text()).contains("is read already, on 9 Apr 2026");
        assertThat(people.command(People.CHEN, "backlog").posts().get(0).values("paper.details"))
                .containsExactly(papers.get(1));
    }

    @Test
    void without_a_vote_the_earliest_nomination_is_read() {
        theBallotCloses();
        Post result = people.the("ballot.result/");
        assertThat(result.read()).contains("wins by earlier nomination: nobody voted for any.");
        assertThat(result.values("paper.details")).containsExactly(papers.get(0));
    }

    @Test
    void a_tie_goes_to_the_earlier_nomination_and_says_so() {
        people.click(People.BEN, ballot, "ballot.vote", papers.get(1));
        people.click(People.CHEN, ballot, "ballot.vote", papers.get(0));
        theBallotCloses();
        Post result = people.the("ballot.result/");
        assertThat(result.values("paper.details")).containsExactly(papers.get(0));
        assertThat(result.read()).contains("a tie with ").contains("was broken by the order of nomination");
    }

    @Test
    void who_is_not_asked_can_neither_accept_nor_decline() {
        theBallotCloses();
        String other = somebodyElse(askedIn(question()));
        List<String> before = ids();
        for (String button : List.of("presenter.accept", "presenter.decline")) {
            Answer answer = oldButton(other, button);
            assertThat(answer.posts()).hasSize(1);
            assertThat(answer.text()).contains("Somebody else is being asked").contains("`/papers present`");
        }
        people.settle();
        assertThat(ids())
                .as("a stranger to the question gets no direct message")
                .isEqualTo(before);
        assertThat(question().buttons("presenter.accept")).hasSize(1);
    }

    @Test
    void accepting_twice_is_accepting_once() {
        theBallotCloses();
        Post question = question();
        String asked = askedIn(question);
        people.click(asked, question, "presenter.accept");
        people.settle();
        List<String> before = ids();

        oldButton(asked, "presenter.accept");
        Answer other = oldButton(somebodyElse(asked), "presenter.accept");

        people.settle();
        assertThat(other.text()).isEqualTo("<@" + asked + "> presents at this meeting already.");
        assertThat(ids()).isEqualTo(before).contains("presenter/" + meeting() + "/" + asked);
    }

    @Test
    void after_the_meeting_nothing_is_left_to_answer() {
        theBallotCloses();
        String asked = askedIn(question());
        people.advance(Duration.ofDays(3));
        for (String button : List.of("presenter.accept", "presenter.decline")) {
            assertThat(oldButton(asked, button).text()).contains("This meeting is over");
        }
    }

    @Test
    void when_all_six_decline_each_was_asked_once_and_the_channel_is_told_once() {
        theBallotCloses();
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < People.ALL.size(); i++) {
            Post question = question();
            asked.add(askedIn(question));
            people.click(askedIn(question), question, "presenter.decline");
            people.settle();
        }
        assertThat(asked).containsExactlyInAnyOrderElementsOf(People.ALL);
        oldButton(asked.get(5), "presenter.decline");
        oldButton(asked.get(0), "presenter.decline");
        people.advance(Duration.ofHours(1));
        assertThat(people.the("presenter.none/").text()).contains("Nobody is left to ask");
        People.ALL.forEach(user -> assertThat(aboutPresenting(user))
                .singleElement()
                .extracting(Post::text)
                .asString()
                .contains("You don't present"));

        assertThat(people.command(People.CHEN, "present").text())
                .contains("You present on")
                .contains("Thank you");
        people.settle();
        assertThat(people.the("presenter/").text()).contains("<@U0CHEN> presents");
    }

    @Test
    void a_presenter_who_gives_back_is_replaced_and_the_channel_knows() {
        theBallotCloses();
        Post question = question();
        String first = askedIn(question);
        people.click(first, question, "presenter.accept");
        people.settle();
        Post accepted = aboutPresenting(first).get(0);
        people.click(first, accepted, "presenter.decline");
        people.settle();

        assertThat(people.the("presenter.back/").text()).contains("can't make it");
        Post next = question();
        assertThat(askedIn(next)).isNotEqualTo(first);
        people.click(askedIn(next), next, "presenter.accept");
        people.advance(Duration.ofDays(1));
        assertThat(people.the("meeting.remind/").read()).contains("<@" + askedIn(next) + ">");
    }

    @Test
    void somebody_who_volunteers_is_not_asked_any_more() {
        assertThat(people.command(People.EMIL, "present").text()).contains("You present on");
        theBallotCloses();
        People.ALL.forEach(user -> assertThat(people.direct(user).stream()
                        .filter(post -> !post.buttons("presenter.accept").isEmpty()))
                .isEmpty());
        assertThat(people.the("presenter/").text()).contains("<@U0EMIL>");
        assertThat(aboutPresenting(People.EMIL))
                .singleElement()
                .extracting(Post::read)
                .asString()
                .contains("You present <https://");
    }

    @Test
    void volunteering_again_signs_nobody_up_for_another_meeting() {
        people.command(People.EMIL, "present");
        people.settle();
        List<String> before = ids();
        assertThat(people.command(People.EMIL, "present").text()).contains("already");
        people.settle();
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void who_volunteers_too_late_is_told_once() {
        people.command(People.EMIL, "present");
        people.command(People.DIYA, "present");
        people.settle();
        List<String> before = ids();
        Answer answer = people.command(People.CHEN, "present");
        people.settle();
        assertThat(answer.text()).isEqualTo("<@U0EMIL> presents at this meeting already.");
        assertThat(ids()).isEqualTo(before);
    }

    @Test
    void the_last_member_cannot_leave() {
        People.ALL
                .subList(1, 6)
                .forEach(
                        user -> assertThat(people.command(user, "leave").text()).contains("You are off the list"));
        Map<String, String> before = world.kept(People.READING);
        assertThat(people.command(People.ADA, "leave").text())
                .contains("You are the last member of #reading-group")
                .contains("`/papers join`");
        assertThat(world.kept(People.READING)).isEqualTo(before);
        assertThat(people.command(People.BEN, "join").text()).contains("Welcome");
        assertThat(people.command(People.ADA, "leave").text()).contains("You are off the list");
    }

    @Test
    void a_ballot_that_loses_its_papers_is_called_off_and_no_vote_counts_there() {
        Post backlog = people.command(People.ADA, "backlog").posts().get(0);
        people.click(People.ADA, backlog, "ballot.drop", papers.get(0));
        people.settle();
        assertThat(people.the("ballot/").read()).contains("called off");
        assertThat(people.click(People.BEN, people.leftBehind(vote, papers.get(1)), "ballot.vote")
                        .text())
                .contains("was not counted");
        theMeetingsPaperIsTheOnlyOneLeft();
    }

    private void theMeetingsPaperIsTheOnlyOneLeft() {
        people.advance(Duration.ofDays(1).plusHours(6));
        Post result = people.the("ballot.result/");
        assertThat(result.read()).contains("It was the only paper to choose from.");
        assertThat(result.values("paper.details")).containsExactly(papers.get(1));
    }
}
