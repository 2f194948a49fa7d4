package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.Listing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code /papers backlog} says of what is nominated, and what people do to it there. */
class BacklogPageTest {
    private static final Instant FIRST_CLOSE = Instant.parse("2026-04-07T13:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String BACKLOG = "lectern:{T0LECTERN:C0READING}:backlog";

    private DemoWorld world;
    private List<String> papers;

    @BeforeEach
    void a_group(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        LocalDate today = LocalDate.ofInstant(people().now(), ZoneOffset.UTC);
        papers = DemoPapers.load().stream()
                .filter(draft -> draft.listings().stream().map(Listing::day).noneMatch(day -> day.isAfter(today)))
                .map(draft -> draft.names().arxiv().orElseThrow().value())
                .sorted()
                .toList();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private void nominate(List<String> ids) {
        ids.forEach(id -> assertThat(people().command(People.BEN, "nominate https://arxiv.org/abs/" + id)
                        .text())
                .startsWith("Nominated"));
    }

    private Post backlog(String user) {
        return people().command(user, "backlog").posts().get(0);
    }

    private static String entry(Post backlog, String paper) {
        List<String> papers = backlog.values("paper.details");
        return backlog.blocks("section")
                .get(1 + papers.indexOf(paper))
                .path("text")
                .path("text")
                .asString();
    }

    @Test
    void a_long_backlog_is_shown_in_pages() {
        nominate(papers.subList(0, 17));
        Post first = backlog(People.CHEN);
        assertThat(first.values("paper.details")).isEqualTo(papers.subList(0, 15));
        assertThat(first.read()).contains("1 to 15 of 17", "Next 2");

        Post second =
                people().click(People.CHEN, first, "ballot.backlog").posts().get(0);
        assertThat(second.values("paper.details")).isEqualTo(papers.subList(15, 17));
        assertThat(second.read()).contains("16 to 17 of 17", "Previous 15").doesNotContain("Next");
        assertThat(people().click(People.CHEN, second, "ballot.backlog", "0")
                        .posts()
                        .get(0)
                        .values("paper.details"))
                .isEqualTo(papers.subList(0, 15));
    }

    @Test
    void a_member_s_plus_one_counts_once_and_moves_the_paper_up_until_it_is_taken_back() {
        nominate(papers.subList(0, 3));
        String wanted = papers.get(2);
        Post before = backlog(People.CHEN);
        assertThat(people().click(People.CHEN, before, "ballot.second", wanted).text())
                .contains("You would like to read", "+1");
        assertThat(people().click(People.CHEN, before, "ballot.second", wanted).text())
                .endsWith("+1.");
        assertThat(people().click(People.DIYA, backlog(People.DIYA), "ballot.second", wanted)
                        .text())
                .endsWith("+2.");

        Post after = backlog(People.CHEN);
        assertThat(after.values("paper.details")).containsExactly(wanted, papers.get(0), papers.get(1));
        assertThat(entry(after, wanted)).endsWith("+2, yours with it");
        assertThat(people().click(People.CHEN, after, "ballot.unsecond", wanted).text())
                .contains("taken back");
        assertThat(people().click(People.DIYA, backlog(People.DIYA), "ballot.unsecond", wanted)
                        .text())
                .contains("taken back");
        assertThat(backlog(People.CHEN).values("paper.details")).isEqualTo(papers.subList(0, 3));
        assertThat(backlog(People.BEN).buttons("ballot.second")).isEmpty();
    }

    /** Everybody who votes does so for these; the first wins by having one vote more. */
    private void vote(String winner, String liked) {
        people().command(People.BEN, "vote");
        people().settle();
        Post ballot = people().newest("ballot/").orElseThrow();
        people().click(People.CHEN, ballot, "ballot.vote", winner);
        people().click(People.DIYA, ballot, "ballot.vote", winner);
        people().click(People.DIYA, ballot, "ballot.vote", liked);
    }

    @Test
    void what_lost_says_who_wanted_it_and_after_three_lost_votes_it_rests_and_is_no_candidate() {
        nominate(papers.subList(0, 5));
        String loser = papers.get(4);
        for (int week = 0; week < 3; week++) {
            vote(papers.get(week), loser);
            people().goTo(FIRST_CLOSE.plus(WEEK.multipliedBy(week)).plusSeconds(1));
            people().settle();
            if (week == 0) {
                Post backlog = backlog(People.CHEN);
                assertThat(backlog.values("paper.details")).startsWith(loser).doesNotContain(papers.get(0));
                assertThat(entry(backlog, loser)).endsWith("1 of 2 wanted it in April");
            }
        }
        nominate(papers.subList(5, 7));
        Post backlog = backlog(People.CHEN);
        assertThat(backlog.values("paper.details"))
                .as("what rests comes last, the more wanted first")
                .containsExactly(papers.get(5), papers.get(6), loser, papers.get(3));
        assertThat(entry(backlog, loser))
                .contains("1 of 2 wanted it in April", "Rests until 20 Jun 2026, having lost 3 votes in a row");
        assertThat(people().click(People.BEN, backlog(People.BEN), "ballot.drop", papers.get(3))
                        .text())
                .startsWith("Taken off");
        assertThat(people().command(People.CHEN, "nominate https://arxiv.org/abs/" + papers.get(3))
                        .text())
                .startsWith("Nominated")
                .contains("Rests until 20 Jun 2026");

        assertThat(people().command(People.BEN, "vote").text()).contains("on 2 papers");
        people().settle();
        assertThat(people().newest("ballot/").orElseThrow().values("ballot.vote"))
                .containsExactly(papers.get(5), papers.get(6));
    }

    @Test
    void what_nobody_asked_for_in_half_a_year_any_member_takes_off_and_it_can_be_nominated_again() {
        nominate(papers.subList(0, 2));
        String old = papers.get(0);
        assertThat(backlog(People.BEN).values("ballot.drop")).containsExactly(old, papers.get(1));
        assertThat(backlog(People.CHEN).buttons("ballot.drop")).isEmpty();

        world.redis().set(BACKLOG, world.redis().get(BACKLOG).replaceFirst("\"at\":\"2026", "\"at\":\"2025"));
        Post backlog = backlog(People.CHEN);
        assertThat(backlog.values("ballot.drop")).containsExactly(old);
        assertThat(entry(backlog, old)).contains("any member may take it off");
        people().click(People.DIYA, backlog(People.DIYA), "ballot.second", old);
        assertThat(people().click(People.CHEN, backlog, "ballot.drop", old).text())
                .startsWith("Only whoever nominated");
        people().click(People.DIYA, backlog(People.DIYA), "ballot.unsecond", old);
        assertThat(people().click(People.CHEN, backlog, "ballot.drop", old).text())
                .startsWith("Taken off");

        Post less = backlog(People.EMIL);
        assertThat(less.values("paper.details")).containsExactly(papers.get(1));
        assertThat(less.read()).contains("<@U0CHEN> took off");
        nominate(List.of(old));
        assertThat(backlog(People.EMIL).read()).doesNotContain("took off");
    }
}
