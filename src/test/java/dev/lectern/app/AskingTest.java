package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Members are asked to present, answer or do not, are away, and are chosen by the organizer. */
class AskingTest {
    private static final Instant ASKED = Instant.parse("2026-04-07T13:00:00Z");
    private static final Instant REMINDED = Instant.parse("2026-04-08T13:00:00Z");
    /** Half a day later would be at 03:00 in Berlin. */
    private static final Instant GIVEN_UP = Instant.parse("2026-04-09T06:00:00Z");

    private static final String FIRST = "2026-04-09";
    private static final String SECOND = "2026-04-16";

    private DemoWorld world;

    @BeforeEach
    void a_monday_morning(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    /** Who is being asked about a meeting just now. */
    private String asked(String meeting) {
        List<String> found = People.ALL.stream()
                .filter(user -> people().direct(user).stream()
                        .anyMatch(post -> post.id().equals("presenter.ask/" + meeting + "/" + user)
                                && !post.buttons("presenter.accept").isEmpty()))
                .toList();
        assertThat(found).as("asked about %s", meeting).hasSize(1);
        return found.get(0);
    }

    private Post question(String meeting, String user) {
        return people().the("presenter.ask/" + meeting + "/" + user);
    }

    private void becomeDue(Instant instant) {
        people().goTo(instant);
        people().awaitRedraw();
    }

    private String schedule() {
        return people().command(People.CHEN, "schedule").posts().get(0).read();
    }

    @Test
    void who_does_not_answer_is_asked_again_then_the_next_is_and_the_organizer_hears_of_it_once() {
        becomeDue(ASKED);
        String silent = asked(FIRST);
        world.crashAndStartAgain();
        becomeDue(REMINDED.minusSeconds(60));
        assertThat(people().everything()).noneMatch(post -> post.id().startsWith("presenter.nudge/"));
        becomeDue(REMINDED);
        Post reminder = people().the("presenter.nudge/" + FIRST + "/" + silent);
        assertThat(reminder.text()).startsWith("Still open");
        assertThat(reminder.at()).isBetween(REMINDED, REMINDED.plusSeconds(30));
        world.stopAndStartAgain();
        becomeDue(GIVEN_UP.minusSeconds(60));
        assertThat(asked(FIRST)).isEqualTo(silent);

        becomeDue(GIVEN_UP);
        String next = asked(FIRST);
        assertThat(next).isNotEqualTo(silent);
        assertThat(question(FIRST, silent).text()).contains("There was no answer", "Your turn stays yours");
        assertThat(people().the("presenter.nudge/" + FIRST + "/" + silent).text())
                .contains("There was no answer");
        assertThat(people().the("presenter.silent/").text())
                .contains("<@" + silent + "> did not answer", "<@" + next + "> is asked");

        becomeDue(Instant.parse("2026-04-09T11:30:00Z"));
        String third = asked(FIRST);
        assertThat(List.of(silent, next)).doesNotContain(third);
        assertThat(people().the("presenter.silent/").text())
                .contains("<@" + silent + ">, <@" + next + "> did not answer", "<@" + third + "> is asked");
        people().click(third, question(FIRST, third), "presenter.accept");
        people().awaitRedraw();
        assertThat(people().the("presenter.silent/").text()).contains("<@" + third + "> presents");
        assertThat(people().the("presenter/").text()).contains("<@" + third + "> presents");
    }

    @Test
    void an_answer_to_the_second_question_counts_and_nobody_else_is_asked() {
        becomeDue(REMINDED);
        String user = asked(FIRST);
        Post reminder = people().the("presenter.nudge/" + FIRST + "/" + user);
        people().click(user, reminder, "presenter.accept");
        people().click(user, reminder, "presenter.accept");
        becomeDue(GIVEN_UP.plus(Duration.ofHours(3)));
        assertThat(question(FIRST, user).text()).contains("You present on");
        assertThat(people().the("presenter.nudge/").text()).contains("You present on");
        assertThat(people().everything().stream().filter(post -> post.id().startsWith("presenter.ask/" + FIRST)))
                .hasSize(1);
        people().the("presenter/");
    }

    @Test
    void patience_begins_anew_when_the_meeting_is_moved() {
        becomeDue(ASKED);
        String user = asked(FIRST);
        people().changeMeetings("meetings.move", Map.of("meeting", FIRST, "date", "2026-04-13", "time", "15:00"));
        becomeDue(ASKED.plus(Duration.ofDays(2)).minusSeconds(60));
        assertThat(people().everything()).noneMatch(post -> post.id().startsWith("presenter.nudge/"));
        becomeDue(ASKED.plus(Duration.ofDays(2)).plusSeconds(60));
        people().the("presenter.nudge/" + FIRST + "/" + user);
        people().changeMeetings("meetings.move", Map.of("meeting", FIRST, "date", "2026-04-10", "time", "09:00"));
        becomeDue(Instant.parse("2026-04-10T06:59:00Z"));
        assertThat(asked(FIRST)).isNotEqualTo(user);
    }

    @Test
    void where_nobody_is_left_the_organizer_owns_the_meeting_and_settles_it() {
        becomeDue(ASKED);
        String first = asked(FIRST);
        for (int i = 0; i < People.ALL.size(); i++) {
            String user = asked(FIRST);
            people().click(user, question(FIRST, user), "presenter.decline");
            people().awaitRedraw();
            if (i == People.ALL.size() - 1) {
                break;
            }
        }
        people().the("presenter.none/");
        Post owner = people().the("presenter.owner/");
        assertThat(owner.id()).endsWith("/" + People.ADA);
        assertThat(owner.read()).contains("Nobody is left to ask", "once more", "I do it", "Choose…");
        assertThat(schedule()).contains("owner: organizer");

        assertThat(owner.button("owner.ask").actionId()).endsWith("/" + first);
        people().click(People.ADA, owner, "owner.ask");
        people().awaitRedraw();
        assertThat(people().the("presenter.owner/").text()).contains("<@" + first + "> is asked");
        Post again = people().the("presenter.again/");
        people().click(first, again, "presenter.decline");
        people().awaitRedraw();
        Post still = people().the("presenter.owner/");
        people().click(People.ADA, still, "owner.mine");
        people().awaitRedraw();
        assertThat(people().the("presenter.owner/").text()).contains("<@U0ADA> presents");
        assertThat(schedule()).contains("presented by <@U0ADA>").doesNotContain("owner: organizer on");
    }

    @Test
    void who_is_away_is_not_asked_and_an_accepted_date_is_given_back_only_after_asking() {
        becomeDue(ASKED);
        String first = asked(FIRST);
        assertThat(people().command(first, "away 9 April").text())
                .contains("You are away on Thursday 9 April 2026. Others are asked");
        people().awaitRedraw();
        String second = asked(FIRST);
        assertThat(second).isNotEqualTo(first);
        assertThat(question(FIRST, first).text()).contains("You are away on");

        people().click(second, question(FIRST, second), "presenter.accept");
        people().settle();
        Post doubt = people().command(second, "away this week").posts().get(0);
        assertThat(doubt.read()).contains("You present on", "Nothing has changed so far");
        assertThat(schedule()).contains("presented by <@" + second + ">");
        people().click(second, doubt, "away.confirm");
        assertThat(people().click(second, doubt, "away.confirm").text()).contains("I know already");
        people().awaitRedraw();
        assertThat(List.of(first, second)).doesNotContain(asked(FIRST));
        people().the("presenter.back/");

        Post mine = people().command(second, "away").posts().get(0);
        assertThat(mine.read()).contains("You are away from", "to Sunday 12 April 2026");
        assertThat(people().click(second, mine, "away.back").text()).contains("Taken back");
        assertThat(people().command(second, "away").text()).contains("You are not away");
        assertThat(people().command(second, "away 6 Jan 2027 - 20 Dec 2026").text())
                .contains("end before it starts");
        assertThat(people().command(second, "snooze").text())
                .contains("You are not asked to present from Tuesday 7 April 2026 to Monday 4 May 2026 (28 days)");
    }

    @Test
    void the_same_absence_delivered_twice_is_one_and_asks_one_other() {
        becomeDue(ASKED);
        String first = asked(FIRST);
        Door door = new Door(world.port());
        Door.Knock knock = Door.Knock.signed(Door.command("T0LECTERN", first, "away 9 April"), people().now());
        String answer = door.send(knock).body();
        assertThat(door.send(knock).body()).isEqualTo(answer).contains("Others are asked");
        people().awaitRedraw();
        asked(FIRST);
        assertThat(people().everything().stream().filter(post -> post.id().startsWith("presenter.ask/" + FIRST)))
                .hasSize(2);
    }

    @Test
    void not_before_a_day_declines_and_is_an_absence_from_presenting_until_then() {
        becomeDue(ASKED);
        String first = asked(FIRST);
        View form = people().click(first, question(FIRST, first), "away.before").opened();
        assertThat(people().submit(first, form, Map.of("date", "2026-04-07"))
                        .errors()
                        .get("date"))
                .contains("not ahead");
        assertThat(people().submit(first, form, Map.of("date", "2028-04-07"))
                        .errors()
                        .get("date"))
                .contains("more than a year");
        assertThat(people().submit(first, form, Map.of("date", "2026-05-01")).result())
                .isEqualTo("closed");
        people().awaitRedraw();
        assertThat(asked(FIRST)).isNotEqualTo(first);
        assertThat(people().command(first, "away").posts().get(0).read())
                .contains("You are not asked to present from Tuesday 7 April 2026 to Thursday 30 April 2026");
    }

    @Test
    void not_before_a_day_frees_what_was_accepted_within_it_and_says_so() {
        becomeDue(ASKED);
        String first = asked(FIRST);
        people().command(People.ADA, "assign <@" + first + "|x> on 16 April");
        people().awaitRedraw();
        View form = people().click(first, question(FIRST, first), "away.before").opened();
        assertThat(form.read()).contains("You also have <!date^", "goes to somebody else");
        View told = people().submit(first, form, Map.of("date", "2026-04-20")).opened();
        assertThat(told.read()).contains("Noted. Others are asked to present on <!date^");
        people().closeModals(first);
        people().awaitRedraw();
        assertThat(asked(FIRST)).isNotEqualTo(first);
        assertThat(question(SECOND, first).text()).contains("You are away on");
        assertThat(people().the("presenter.back/" + SECOND + "/" + first).text())
                .contains("There is time");
        assertThat(schedule()).doesNotContain("presented by");
    }

    @Test
    void a_day_that_leaves_an_accepted_date_free_leaves_it_with_the_member() {
        becomeDue(ASKED);
        String first = asked(FIRST);
        people().command(People.ADA, "assign <@" + first + "|x> on 16 April");
        people().awaitRedraw();
        View form = people().click(first, question(FIRST, first), "away.before").opened();
        assertThat(people().submit(first, form, Map.of("date", "2026-04-16")).result())
                .isEqualTo("closed");
        people().awaitRedraw();
        assertThat(schedule()).contains("presented by <@" + first + ">");
    }

    @Test
    void the_form_doubts_whoever_is_away_and_takes_them_when_it_is_sent_again() {
        people().command(People.BEN, "away 9 April");
        people().command(People.CHEN, "away this week");
        View form = people().command(People.ADA, "assign").opened();
        View doubt =
                people().submit(People.ADA, form, Map.of("member", People.BEN)).opened();
        assertThat(doubt.read()).contains("<@U0BEN> is away on Thursday 9 April 2026", "Send it again");
        assertThat(schedule()).doesNotContain("presented by");
        View another = people().submit(People.ADA, doubt, Map.of("member", People.CHEN))
                .opened();
        assertThat(another.read()).contains("<@U0CHEN> is away from").doesNotContain("U0BEN");
        assertThat(people().submit(People.ADA, another, Map.of()).result()).isEqualTo("closed");
        people().awaitRedraw();
        assertThat(schedule()).contains("presented by <@U0CHEN>");
        people().the("presenter.assigned/");
    }

    @Test
    void the_organizer_chooses_who_presents_and_the_channel_sees_it() {
        assertThat(people().command(People.BEN, "assign @chen").text()).contains("ask <@U0ADA>");
        assertThat(people().command(People.ADA, "assign <@U0LECTERN>").text()).contains("is a bot");
        assertThat(people().command(People.ADA, "assign <@U0NOBODY|nobody>").text())
                .contains("is not a member");
        assertThat(people().command(People.ADA, "assign @ben on 15 April").text())
                .contains("No meeting is planned on");
        people().command(People.FATIMA, "present");
        Door door = new Door(world.port());
        Door.Knock knock = Door.Knock.signed(Door.command("T0LECTERN", People.ADA, "assign @ben"), people().now());
        assertThat(door.send(knock).body()).isEqualTo(door.send(knock).body());
        people().awaitRedraw();
        assertThat(people().the("presenter.assigned/").text()).contains("<@U0ADA> made <@U0BEN> the presenter on");
        assertThat(question(FIRST, People.FATIMA).text()).contains("Somebody else presents");
        Post given = question(FIRST, People.BEN);
        assertThat(given.read()).contains("<@U0ADA> chose you", "I can't after all");
        people().click(People.BEN, given, "presenter.decline");
        people().awaitRedraw();
        assertThat(asked(FIRST)).isNotEqualTo(People.BEN);

        View form = people().command(People.ADA, "assign").opened();
        people().deactivate(People.EMIL);
        people().settle();
        assertThat(people().submit(People.ADA, form, Map.of("member", People.EMIL))
                        .errors()
                        .get("member"))
                .contains("This person is deactivated in Slack");
        assertThat(people().submit(People.ADA, form, Map.of("meeting", SECOND, "member", People.BEN))
                        .result())
                .isEqualTo("closed");
        people().awaitRedraw();
        assertThat(question(SECOND, People.BEN).read()).contains("<@U0ADA> chose you");
    }
}
