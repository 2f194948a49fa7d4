package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What organizers do with a vote, from its opening to the meeting, and what comes of it. */
class BallotLifeTest extends ThreeNominations {
    @Test
    void the_hub_shows_the_open_vote_to_each_and_its_management_to_the_organizer_only() {
        assertThat(hub(People.CHEN).read()).contains("No vote is open", "`/papers vote`");
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(0));
        people().settle();

        Post seen = hub(People.CHEN);
        assertThat(seen.read()).contains("1 of 6 voted", "you have voted", "Approval, open", "Past votes");
        assertThat(seen.buttons("ballot.manage")).isEmpty();
        assertThat(seen.buttons("ballot.new")).isEmpty();
        Post organizers = hub(People.ADA);
        assertThat(organizers.read()).contains("you have not voted yet", "Manage", "New vote…", "How we vote…");
        assertThat(people().command(People.CHEN, "ballot boxes").text())
                .contains("I don't know `/papers ballot boxes`");
        assertThat(people().command(People.CHEN, "ballot history").text()).contains("No vote has ended yet");
        assertThat(people().click(People.CHEN, ballot, "ballot.manage").text())
                .contains("Only organizers of this group manage its votes: ask <@U0ADA>");
    }

    @Test
    void how_the_group_votes_is_changed_for_the_next_vote_and_the_channel_is_told() {
        Post ballot = openVote();
        View form = people().click(People.ADA, hub(People.ADA), "ballot.rules").opened();
        assertThat(form.read()).contains("Schulze", "each is compared with each");
        assertThat(submitWith(form, Map.of("quorum", "7")).errors().get("quorum"))
                .contains("This group has 6 members: 7 can never vote");
        assertThat(submitWith(form, Map.of("quorum", "half")).errors()).containsOnlyKeys("quorum");
        assertThat(submitWith(form, Map.of("quorum", "", "method", "schulze", "most", "2"))
                        .errors()
                        .get("most"))
                .contains("Schulze knows no such limit");
        assertThat(submitWith(form, Map.of("most", "", "secrecy", "SECRET", "tally", "AT_CLOSE"))
                        .result())
                .isEqualTo("closed");
        people().settle();

        assertThat(people().the("ballot.rules/").text())
                .isEqualTo("<@U0ADA> changed how we vote: Schulze, secret, tally seen at the close, no quorum, "
                        + "members may add papers, ends at its deadline, one reminder; from the next vote on.");
        assertThat(hub(People.BEN).read()).contains("Approval, open").contains("The next vote: Schulze, secret");
        vote(People.BEN, ballot, papers.get(0));
        people().settle();
        assertThat(people().the("ballot/").read()).contains("1 vote: Ben Okafor");
        View again = people().click(People.ADA, hub(People.ADA), "ballot.rules").opened();
        submitWith(again, Map.of());
        people().settle();
        people().the("ballot.rules/");
    }

    @Test
    void the_organizer_opens_a_vote_on_chosen_papers_until_a_chosen_time() {
        View form = people().click(People.ADA, hub(People.ADA), "ballot.new").opened();
        assertThat(submitWith(form, Map.of("papers", List.of(papers.get(0))))
                        .errors()
                        .get("papers"))
                .contains("A vote needs two papers. Choose one more.");
        Map<String, Object> chosen = Map.of("papers", papers.subList(1, 3));
        assertThat(submitWith(form, chosen).opened().read()).contains("The vote is open, on 2 papers");
        people().closeModals(People.ADA);
        people().settle();
        Post ballot = people().the("ballot/");
        assertThat(ballot.values("ballot.vote")).containsExactlyElementsOf(papers.subList(1, 3));
        assertThat(ballot.read()).contains("opened by Ada Moreau");
        assertThat(people().click(People.ADA, hub(People.ADA), "ballot.new").text())
                .contains("is open already");
    }

    @Test
    void a_deadline_that_cannot_be_is_refused_beside_its_field() {
        View form = people().click(People.ADA, hub(People.ADA), "ballot.new").opened();
        assertThat(submitWith(form, Map.of("date", "2026-04-05")).errors().get("date"))
                .contains("Pick a later time");
        assertThat(submitWith(form, Map.of("date", "2026-04-06", "time", "08:00"))
                        .errors()
                        .get("time"))
                .contains("Pick a later time");
        assertThat(submitWith(form, Map.of("date", "2026-04-09", "time", "15:00"))
                        .errors()
                        .get("time"))
                .contains("the meeting begins on Thursday 9 April, 15:00");
        assertThat(submitWith(form, Map.of("quorum", "9", "date", "2026-04-05")).errors())
                .containsOnlyKeys("quorum", "date");
        assertThat(people().newest("ballot/")).isEmpty();
        openVote();
        assertThat(submitWith(form, Map.of("quorum", "", "date", "2026-04-07", "time", "15:00"))
                        .opened()
                        .read())
                .contains("is open already");
    }

    @Test
    void a_vote_that_is_put_off_stays_open_through_settings_and_restarts_and_closes_at_its_new_time() {
        Post ballot = openVote();
        View form = manage(ballot);
        assertThat(submitWith(form, Map.of("time", "14:00")).errors().get("time"))
                .contains("the vote must close after Tuesday 7 April, 15:00");
        Answer done = submitWith(form, Map.of("date", "2026-04-08", "time", "12:00"));
        assertThat(done.opened().read()).contains("The vote is open until");
        people().closeModals(People.ADA);
        world.crashAndStartAgain();
        View setup = people().command(People.ADA, "setup").opened();
        people().submit(People.ADA, setup, Map.of("voting_window", "1 day"));
        people().goTo(CLOSES.plus(Duration.ofHours(20)));

        vote(People.CHEN, people().the("ballot/"), papers.get(2));
        people().awaitRedraw();
        assertThat(people().the("ballot/").read()).contains("extended by Ada Moreau until", "1 of 6 voted");
        people().goTo(Instant.parse("2026-04-08T10:00:00Z"));
        people().advance(Duration.ofMinutes(1));
        Post result = people().the("ballot.result/");
        assertThat(result.values("paper.details")).containsExactly(papers.get(2));
        assertThat(result.at()).isBetween(Instant.parse("2026-04-08T10:00:00Z"), Instant.parse("2026-04-08T10:00:30Z"));
    }

    @Test
    void a_vote_is_closed_now_once_and_who_comes_later_is_told_that_it_is_over() {
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        people().clickIn(People.ADA, manage(ballot), "ballot.closenow", "");
        people().closeModals(People.ADA);
        people().settle();
        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(1));
        Map<String, String> before = world.kept(People.READING);

        assertThat(people().click(People.ADA, people().leftBehind("ballot.manage/1/2026-04-09", "x"), "ballot.manage")
                        .text())
                .contains("This vote is over");
        assertThat(people().click(
                                People.DIYA,
                                people().leftBehind("ballot.vote/1/2026-04-09", papers.get(0)),
                                "ballot.vote")
                        .text())
                .contains("This vote closed <!date^");
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        people().the("ballot.result/");
        assertThat(world.kept(People.READING).get("ballots")).isEqualTo(before.get("ballots"));
        assertThat(people().command(People.CHEN, "ballot history")
                        .posts()
                        .get(0)
                        .read())
                .contains("1 of 6 voted");
    }

    @Test
    void a_form_that_is_sent_after_the_close_changes_nothing_and_says_that_the_vote_is_over() {
        View form = manage(openVote());
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        Map<String, String> before = world.kept(People.READING);
        assertThat(submitWith(form, Map.of("date", "2026-04-08")).opened().read())
                .contains("This vote is over");
        assertThat(world.kept(People.READING)).isEqualTo(before);
    }

    @Test
    void a_vote_that_is_called_off_chooses_nothing_and_the_next_one_begins_anew() {
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        people().clickIn(People.ADA, manage(ballot), "ballot.cancel", "");
        people().closeModals(People.ADA);
        people().settle();
        assertThat(people().the("ballot/").read())
                .contains("This vote was called off")
                .contains("called off by Ada Moreau");
        assertThat(people().command(People.CHEN, "backlog").posts().get(0).values("paper.details"))
                .containsExactlyElementsOf(papers);
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        assertThat(people().newest("ballot.result/")).isEmpty();

        assertThat(people().command(People.DIYA, "vote").text()).contains("The vote is open");
        people().settle();
        Post next = people().the("ballot/2026-04-09.2");
        assertThat(next.ts()).isNotEqualTo(ballot.ts());
        assertThat(next.read()).contains("0 of 6 voted", "opened by Diya Raman");
        vote(People.EMIL, next, papers.get(2));
        people().advance(Duration.ofDays(1));
        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(2));
    }

    @Test
    void the_runner_up_takes_over_once_when_the_organizer_says_so() {
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        vote(People.DIYA, ballot, papers.get(1));
        vote(People.EMIL, ballot, papers.get(2));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        assertThat(hub(People.CHEN).buttons("ballot.runnerup")).isEmpty();
        Post hub = hub(People.ADA);
        assertThat(people().click(People.ADA, hub, "ballot.runnerup", papers.get(1))
                        .text())
                .contains("instead. The channel is told.");
        assertThat(people().click(People.ADA, hub, "ballot.runnerup", papers.get(1))
                        .text())
                .contains("took its place before");
        people().settle();

        Post told = people().the("ballot.runnerup/");
        assertThat(told.values("paper.details")).containsExactly(papers.get(2));
        assertThat(told.read()).contains("<@U0ADA> took it off", "came next in the vote");
        assertThat(people().command(People.CHEN, "backlog").posts().get(0).values("paper.details"))
                .containsExactly(papers.get(0));
        people().goTo(MEETING.plus(Duration.ofMinutes(1)));
        assertThat(people().the("meeting.start/").values("paper.details")).containsExactly(papers.get(2));
    }

    @Test
    void the_result_tells_how_it_was_counted_and_lets_the_organizer_alone_take_the_runner_up() {
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        vote(People.DIYA, ballot, papers.get(1));
        vote(People.EMIL, ballot, papers.get(2));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        Post result = people().the("ballot.result/");
        assertThat(people().click(People.CHEN, result, "ballot.counted")
                        .opened()
                        .read())
                .contains("wins with the approval of 2 of 3 who voted", "*The papers*, best first");
        assertThat(people().click(People.CHEN, result, "ballot.runnerup").text())
                .contains("Only organizers of this group manage its votes: ask <@U0ADA>");
        people().settle();
        assertThat(people().everything()).noneMatch(post -> post.id().startsWith("ballot.runnerup/"));

        assertThat(people().click(People.ADA, result, "ballot.runnerup").text())
                .contains("instead. The channel is told.");
        assertThat(people().click(People.ADA, result, "ballot.runnerup").text())
                .contains(title(ballot, papers.get(2)), "took its place before, so nothing changes");
        people().settle();
        assertThat(people().the("ballot.runnerup/").values("paper.details")).containsExactly(papers.get(2));
    }

    @Test
    void a_paper_that_had_no_rival_has_no_runner_up() {
        withdraw(papers.get(0));
        Post ballot = openVoteOn(2);
        withdraw(papers.get(1));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        assertThat(people().the("ballot.result/").buttons("ballot.runnerup")).isEmpty();
        assertThat(ballot.values("ballot.vote")).hasSize(2);
    }

    @Test
    void a_winner_that_is_withdrawn_is_replaced_before_the_meetings_reminder() {
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        withdraw(papers.get(1));
        withdraw(papers.get(0));
        people().goTo(MEETING.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(1)));
        Post told = people().the("ballot.runnerup/");
        assertThat(told.values("paper.details")).containsExactly(papers.get(2));
        assertThat(told.read()).contains("withdrawn by its authors");
        assertThat(people().the("meeting.remind/").read())
                .contains(Shown.linked(
                                told.blocks().get(0).path("text").path("text").asString())
                        .orElseThrow());
    }

    @Test
    void where_nothing_is_left_to_take_over_the_meeting_has_no_paper_and_a_new_vote_may_open() {
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        papers.forEach(this::withdraw);
        people().goTo(MEETING.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(1)));
        assertThat(people().the("ballot.runnerup/").text()).contains("nothing else of its vote is left to read");
        digest.values("ballot.nominate").stream()
                .skip(3)
                .limit(2)
                .forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
        assertThat(people().command(People.BEN, "vote").text()).contains("The vote is open, on 2 papers");
    }

    @Test
    void what_is_withdrawn_is_no_candidate_and_is_left_out_of_the_count() {
        withdraw(papers.get(0));
        assertThat(people().command(People.BEN, "vote").text()).contains("The vote is open, on 2 papers");
        people().settle();
        Post ballot = people().the("ballot/");
        assertThat(ballot.values("ballot.vote")).containsExactlyElementsOf(papers.subList(1, 3));
        vote(People.CHEN, ballot, papers.get(1));
        withdraw(papers.get(1));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(2));
    }
}
