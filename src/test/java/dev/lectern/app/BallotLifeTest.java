package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.Verdict;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.work.Stored;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What organizers and members do with a vote besides voting, from its opening to the meeting. */
class BallotLifeTest {
    private static final Instant CLOSES = Instant.parse("2026-04-07T13:00:00Z");
    private static final Instant EIGHT_IN_THE_MORNING = Instant.parse("2026-04-07T06:00:00Z");
    private static final Instant MEETING = Instant.parse("2026-04-09T13:00:00Z");

    private DemoWorld world;
    private Post digest;
    private List<String> papers;

    @BeforeEach
    void a_monday_morning_with_three_nominations(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        digest = people().newest("digest/").orElseThrow();
        papers = digest.values("ballot.nominate").subList(0, 3);
        papers.forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private Post openVote() {
        return openVoteOn(3);
    }

    private Post openVoteOn(int papers) {
        assertThat(people().command(People.BEN, "vote").text()).contains("The vote is open, on " + papers + " papers");
        people().settle();
        return people().the("ballot/");
    }

    private Post hub(String user) {
        return people().command(user, "ballot").posts().get(0);
    }

    private void vote(String user, Post ballot, String paper) {
        assertThat(people().click(user, ballot, "ballot.vote", paper).text()).isEmpty();
    }

    private View manage(Post ballot) {
        return people().click(People.ADA, ballot, "ballot.manage").opened();
    }

    private void ruled(Map<String, Object> rules) {
        View form = people().click(People.ADA, hub(People.ADA), "ballot.rules").opened();
        assertThat(people().submit(People.ADA, form, rules).result()).isEqualTo("closed");
        people().settle();
    }

    private void withdraw(String paper) {
        PaperStore store = new PaperStore(world.redis());
        store.save(
                store.find(PaperId.parse(paper)).orElseThrow().facts().withWithdrawn(people().now()), people().now());
    }

    private static String title(Post ballot, String paper) {
        return Shown.linked(ballot.blockOf("ballot.vote", paper)
                        .path("text")
                        .path("text")
                        .asString())
                .orElseThrow();
    }

    private Answer submitWith(View form, Map<String, Object> values) {
        return people().submit(People.ADA, form, values);
    }

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
    void each_member_adds_one_paper_in_the_first_half_and_everybody_sees_who_did() {
        List<String> nominable = digest.values("ballot.nominate");
        String fourth = nominable.get(3);
        Post ballot = openVote();
        View form = people().click(People.CHEN, ballot, "ballot.add").opened();
        assertThat(people().submit(People.CHEN, form, Map.of()).errors()).containsOnlyKeys("paper");
        people().type(People.CHEN, form, "ballot.nominate.titles/1", title(ballot, papers.get(0)));
        assertThat(people().submit(People.CHEN, form, Map.of("paper", papers.get(0)))
                        .errors()
                        .get("paper"))
                .contains("on the vote already");
        assertThat(people().submit(People.CHEN, form, Map.of("paper", "", "link", "2604.99999"))
                        .errors()
                        .get("link"))
                .contains("Write its title behind the link");
        people().submit(People.CHEN, form, Map.of("link", "https://arxiv.org/abs/" + fourth));
        people().closeModals(People.CHEN);
        people().settle();

        Post redrawn = people().the("ballot/");
        assertThat(redrawn.values("ballot.vote")).hasSize(4).contains(fourth);
        assertThat(redrawn.read()).contains("added by Chen Yulan");
        vote(People.CHEN, redrawn, fourth);
        assertThat(people().click(People.CHEN, redrawn, "ballot.add").text()).contains("each member adds one");
        people().command(People.FATIMA, "leave");
        assertThat(people().click(People.FATIMA, redrawn, "ballot.add").text()).contains("`/papers join`");
        people().goTo(CLOSES.minus(Duration.ofHours(14)));
        assertThat(people().click(People.DIYA, redrawn, "ballot.add").text()).contains("Papers could be added until");
        assertThat(people().command(People.DIYA, "backlog").posts().get(0).values("paper.details"))
                .contains(fourth);
    }

    @Test
    void a_paper_that_rests_is_not_added_and_a_title_that_nobody_knows_is_nominated_first() {
        String rests = digest.values("ballot.nominate").get(3);
        for (int week = 1; week <= 3; week++) {
            lost(rests, papers.get(0), Instant.parse("2026-03-30T12:00:00Z").minus(Duration.ofDays(7L * week)));
        }
        View form = people().click(People.CHEN, openVote(), "ballot.add").opened();
        assertThat(people().submit(People.CHEN, form, Map.of("link", "https://arxiv.org/abs/" + rests))
                        .errors())
                .containsEntry("link", "This paper lost 3 votes in a row and rests until 22 May 2026. Choose another.");
        assertThat(people().submit(People.CHEN, form, Map.of("link", "A title that nobody ever wrote"))
                        .errors()
                        .get("link"))
                .contains("No paper that I know has this title", "/papers nominate <link>");
        people().closeModals(People.CHEN);
        people().settle();
        assertThat(people().the("ballot/2026-04-09").values("ballot.vote")).containsExactlyElementsOf(papers);
    }

    /** As if the group had voted, and wanted another paper. */
    private void lost(String paper, String winner, Instant closed) {
        Nomination lost = new Nomination(PaperId.parse(paper), new UserId(People.BEN), closed.minusSeconds(7200));
        Nomination won = new Nomination(PaperId.parse(winner), new UserId(People.BEN), closed.minusSeconds(7200));
        MeetingId meeting = MeetingId.parse(closed.toString().substring(0, 10));
        Ballot ballot = Ballot.open(
                BallotId.of(meeting),
                meeting,
                List.of(lost, won),
                closed.minusSeconds(3600),
                closed,
                VotingRules.DEFAULT,
                "seed");
        Verdict verdict = new Verdict(
                Optional.of(won.paper()),
                List.of(List.of(won.paper()), List.of(lost.paper())),
                Map.of(won.paper(), 1.0, lost.paper(), 0.0),
                3,
                6,
                Optional.empty());
        world.redis()
                .hset(
                        "lectern:{T0LECTERN:C0READING}:ballots",
                        ballot.id().value(),
                        Stored.write(ballot.closed(verdict)));
    }

    @Test
    void who_has_not_voted_is_reminded_once_half_way_and_nobody_else_is() {
        ruled(Map.of("secrecy", "SECRET"));
        Post ballot = openVote();
        assertThat(people().click(People.CHEN, ballot, "ballot.vote", papers.get(1))
                        .text())
                .contains("Your vote now");
        people().goTo(EIGHT_IN_THE_MORNING.minus(Duration.ofMinutes(1)));
        assertThat(people().everything())
                .as("half-way is at midnight")
                .noneMatch(post -> post.id().startsWith("ballot.remind/"));
        people().goTo(EIGHT_IN_THE_MORNING.plus(Duration.ofMinutes(1)));
        people().settle();
        for (String user : People.ALL) {
            List<Post> reminders = people().direct(user).stream()
                    .filter(post -> post.id().startsWith("ballot.remind/"))
                    .toList();
            assertThat(reminders).as(user).hasSize(user.equals(People.CHEN) ? 0 : 1);
            reminders.forEach(post ->
                    assertThat(post.read()).contains("You have not voted yet in #reading-group", "the only reminder"));
        }
        View form = manage(people().the("ballot/"));
        submitWith(form, Map.of("date", "2026-04-09", "time", "12:00"));
        people().goTo(MEETING.minus(Duration.ofHours(4)));
        assertThat(people().everything().stream().filter(post -> post.id().startsWith("ballot.remind/")))
                .hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(names = {"APPROVAL", "SCORE", "SCHULZE"})
    void who_is_reminded_votes_abstains_and_takes_it_back_from_the_direct_message(Method method) {
        BallotAtHand.rules(world.redis(), VotingRules.DEFAULT.with(method));
        openVote();
        people().goTo(EIGHT_IN_THE_MORNING.plus(Duration.ofMinutes(1)));
        people().settle();
        Post reminder = people().direct(People.EMIL).stream()
                .filter(post -> post.id().startsWith("ballot.remind/"))
                .findFirst()
                .orElseThrow();
        Voters voters = Voters.of(world);
        View form = people().click(People.EMIL, reminder, "ballot.mine").opened();
        if (method == Method.SCHULZE) {
            form = voters.button(form, People.EMIL, "ballot.rank", papers.get(1));
        }
        View counted = voters.send(People.EMIL, form, voters.values(1));
        assertThat(counted.read()).contains("Your vote is counted");
        assertThat(voters.hand().votes()).containsOnlyKeys(People.EMIL);
        people().closeModals(People.EMIL);

        View again = people().click(People.EMIL, reminder, "ballot.mine").opened();
        voters.button(again, People.EMIL, "ballot.mine.abstain", "");
        assertThat(voters.hand().votes().get(People.EMIL)).contains("abstains");
        View changed = voters.button(people().modals(People.EMIL).get(0), People.EMIL, "ballot.mine", "");
        voters.button(changed, People.EMIL, "ballot.mine.back", "");
        assertThat(voters.hand().votes()).isEmpty();
        people().closeModals(People.EMIL);
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        assertThat(people().click(People.EMIL, reminder, "ballot.mine").opened().read())
                .contains("This vote closed");
    }

    @Test
    void a_vote_ends_when_the_last_who_had_not_voted_leave() {
        ruled(Map.of("options", List.of("ENDS_EARLY")));
        Post ballot = openVote();
        People.ALL.subList(0, 4).forEach(user -> vote(user, ballot, papers.get(1)));
        people().command(People.EMIL, "leave");
        people().advance(Duration.ofMinutes(5));
        assertThat(people().newest("ballot.result/")).as("one is left").isEmpty();
        people().command(People.FATIMA, "leave");
        people().advance(Duration.ofSeconds(50));
        assertThat(people().newest("ballot.result/")).isEmpty();
        assertThat(people().the("ballot/").read()).contains("Everybody has voted", "4 of 4 voted");
        people().advance(Duration.ofMinutes(1));
        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(1));
    }

    @Test
    void a_vote_that_ends_at_its_deadline_does_so_whoever_leaves() {
        Post ballot = openVote();
        People.ALL.subList(0, 5).forEach(user -> vote(user, ballot, papers.get(1)));
        people().command(People.FATIMA, "leave");
        people().advance(Duration.ofMinutes(5));
        assertThat(people().newest("ballot.result/")).isEmpty();
    }

    @Test
    void a_vote_ends_a_minute_after_everybody_has_voted() {
        ruled(Map.of("options", List.of("ENDS_EARLY")));
        Post ballot = openVote();
        assertThat(ballot.read()).contains("Closes early, a minute after everybody has voted.");
        assertThat(ballot.buttons("ballot.add")).isEmpty();
        People.ALL.subList(0, 5).forEach(user -> vote(user, ballot, papers.get(1)));
        people().advance(Duration.ofMinutes(5));
        assertThat(people().newest("ballot.result/")).isEmpty();
        vote(People.FATIMA, ballot, papers.get(0));
        people().advance(Duration.ofSeconds(50));
        assertThat(people().newest("ballot.result/")).isEmpty();
        assertThat(people().the("ballot/").read()).contains("Everybody has voted");
        vote(People.FATIMA, ballot, papers.get(0));
        people().advance(Duration.ofMinutes(2));
        assertThat(people().newest("ballot.result/"))
                .as("a vote was taken back")
                .isEmpty();
        world.crashAndStartAgain();
        vote(People.FATIMA, people().the("ballot/"), papers.get(2));
        people().advance(Duration.ofMinutes(2));
        Post result = people().the("ballot.result/");
        assertThat(result.values("paper.details")).containsExactly(papers.get(1));
        assertThat(result.at()).isBefore(CLOSES.minus(Duration.ofHours(20)));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        people().the("ballot.result/");
    }

    @ParameterizedTest
    @EnumSource
    void a_vote_of_a_kind_that_the_method_does_not_take_is_left_out_and_parks_nothing(Method method) {
        BallotAtHand.rules(world.redis(), VotingRules.DEFAULT.with(method));
        openVote();
        Voters voters = Voters.of(world);
        voters.vote(People.CHEN, 1);
        String approves = "[\"" + papers.get(0) + "\"]";
        String scores = "{\"scores\":{\"" + papers.get(0) + "\":5}}";
        String ranks = "{\"ranks\":[[\"" + papers.get(0) + "\"]]}";
        List<String> strange = switch (method) {
            case APPROVAL, PLURALITY -> List.of(scores, ranks);
            case SCORE, STAR -> List.of(approves, ranks);
            case INSTANT_RUNOFF, SCHULZE, BORDA -> List.of(approves, scores);
        };
        String votes = "lectern:{T0LECTERN:C0READING}:votes:" + voters.hand().id();
        world.redis().hset(votes, Map.of(People.DIYA, strange.get(0), People.EMIL, strange.get(1)));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));

        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(1));
        assertThat(people().the("ballot.result/").read()).contains("1 of 6 voted");
        assertThat(people().the("ballot/").read())
                .contains("1 of 6 voted", "2 votes were left out: of a kind that this method does not take");
        assertThat(people().click(People.CHEN, people().the("ballot/"), "ballot.counted")
                        .opened()
                        .read())
                .contains("1 voted");
        people().click(People.CHEN, people().the("ballot/"), "ballot.export");
        people().settle();
        assertThat(people().direct(People.CHEN)).isNotEmpty();
    }

    @Test
    void a_missed_quorum_leaves_everything_and_tells_the_organizer_what_to_do() {
        ruled(Map.of("quorum", "3"));
        Post ballot = openVote();
        vote(People.CHEN, ballot, papers.get(1));
        people().goTo(CLOSES.plus(Duration.ofMinutes(1)));
        assertThat(people().the("ballot.result/").text()).contains("does not hold");
        Post told = people().the("ballot.quorum/");
        assertThat(told.channel()).isEqualTo(people().direct(People.ADA).get(0).channel());
        assertThat(told.text()).contains("1 voted, and it takes 3", "`/papers ballot`");
        assertThat(people().command(People.CHEN, "backlog").posts().get(0).values("paper.details"))
                .containsExactlyInAnyOrderElementsOf(papers);
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
