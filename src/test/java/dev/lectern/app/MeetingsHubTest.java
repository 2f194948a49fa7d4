package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.text.Language;
import dev.lectern.work.Ground;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the organizer does to the meetings, and what everybody sees of it. */
class MeetingsHubTest {
    private static final Instant THURSDAY = Instant.parse("2026-04-09T13:00:00Z");

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

    private View form(String button) {
        Post hub = people().command(People.ADA, "meetings").posts().get(0);
        return people().click(People.ADA, hub, button).opened();
    }

    private Answer send(View form, Map<String, Object> values) {
        Answer answer = people().submit(People.ADA, form, values);
        people().settle();
        return answer;
    }

    private void sent(String button, Map<String, Object> values) {
        assertThat(send(form(button), values).result()).isEqualTo("closed");
    }

    private String schedule() {
        return people().command(People.CHEN, "schedule").posts().get(0).read();
    }

    private Post note() {
        return people().newest("timetable/").orElseThrow();
    }

    private static String stamp(String instant) {
        return "<!date^" + Instant.parse(instant).getEpochSecond() + "^";
    }

    @Test
    void everybody_sees_the_next_twelve_and_only_the_organizer_changes_them() {
        String schedule = schedule();
        // Twelve meetings, and when the second one's vote opens.
        assertThat(schedule.split("<!date", -1)).hasSize(14);
        assertThat(schedule)
                .contains("the vote waits for nominations", "the vote opens " + stamp("2026-04-12T13:00:00Z"))
                .contains(stamp("2026-04-09T13:00:00Z"), stamp("2026-06-25T13:00:00Z"), "paper not chosen yet")
                .doesNotContain(stamp("2026-07-02T13:00:00Z"));
        Post refused = people().command(People.CHEN, "meetings").posts().get(0);
        assertThat(refused.read()).contains("ask <@U0ADA>", stamp("2026-04-09T13:00:00Z"));
        assertThat(refused.buttons("meetings.move")).isEmpty();
        assertThat(people().command(People.CHEN, "pause until 1 September").text())
                .contains("ask <@U0ADA>");
        assertThat(people().command(People.CHEN, "schedule every Friday at 9").text())
                .contains("ask <@U0ADA>");
        Post hub = people().command(People.ADA, "meetings").posts().get(0);
        assertThat(hub.read())
                .contains("every Thursday at 15:00 (Europe/Berlin), 60 minutes", "The vote closes 2 days before");
        assertThat(people().click(People.CHEN, people().leftBehind("meetings.move/1", ""), "meetings.move")
                        .text())
                .contains("ask <@U0ADA>");
    }

    @Test
    void a_typed_rule_holds_once_it_is_confirmed_and_setup_does_not_undo_it() {
        assertThat(people().command(People.ADA, "schedule every Thrsday").text())
                .contains("did you mean Thursday?");
        assertThat(people().command(People.ADA, "schedule 30 February at 10").text())
                .contains("never meet");
        Post asked = people().command(People.ADA, "schedule every second Thursday at 16:30")
                .posts()
                .get(0);
        assertThat(asked.read())
                .contains("You would meet every second Thursday at 16:30", stamp("2026-04-23T14:30:00Z"));
        assertThat(schedule()).contains(stamp("2026-04-16T13:00:00Z"));

        assertThat(people().click(People.ADA, asked, "meetings.rule").text()).contains("So you meet");
        people().settle();
        assertThat(note().text()).contains("<@U0ADA> changed when we meet: every second Thursday at 16:30");
        assertThat(schedule())
                .contains(stamp("2026-04-09T14:30:00Z"), stamp("2026-04-23T14:30:00Z"))
                .doesNotContain(stamp("2026-04-16T14:30:00Z"));
        assertThat(people().click(People.ADA, asked, "meetings.rule").text()).contains("so already");

        View setup = people().command(People.ADA, "setup").opened();
        assertThat(setup.read()).contains("You meet every second Thursday at 16:30");
        send(setup, Map.of("meeting_day", "FRIDAY"));
        assertThat(people().newest("setup/").orElseThrow().read()).contains("every second Thursday at 16:30");
        assertThat(schedule()).contains(stamp("2026-04-23T14:30:00Z"));
        sent("meetings.change", Map.of("end", List.of("end")));
        assertThat(schedule()).contains(stamp("2026-04-10T13:00:00Z"), stamp("2026-04-17T13:00:00Z"));
    }

    @Test
    void a_begun_meeting_that_is_moved_keeps_its_presenter_and_its_vote() {
        Post digest = people().newest("digest/").orElseThrow();
        List<String> papers = digest.values("ballot.nominate").subList(0, 3);
        papers.forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
        people().command(People.BEN, "vote");
        people().command(People.CHEN, "present");
        people().settle();
        people().click(People.DIYA, people().the("ballot/"), "ballot.vote", papers.get(1));

        View form = form("meetings.move");
        assertThat(send(form, Map.of("meeting", "2026-04-09", "date", "2026-04-01"))
                        .errors()
                        .get("date"))
                .contains("That is past");
        assertThat(send(form, Map.of("meeting", "2026-04-09", "date", "2027-03-28", "time", "02:30"))
                        .errors()
                        .get("time"))
                .contains("There is no 02:30 on Sunday 28 March");
        assertThat(send(form, Map.of("meeting", "2026-04-09", "date", "2026-04-07", "time", "13:00"))
                        .result())
                .isEqualTo("closed");
        assertThat(note().text()).contains("moved the meeting of " + stamp("2026-04-09T13:00:00Z"));
        assertThat(people().direct(People.CHEN)).anyMatch(post -> post.id().startsWith("meeting.moved/2026-04-09/"));
        assertThat(schedule())
                .contains(stamp("2026-04-07T11:00:00Z"))
                .contains("· moved")
                .contains("<@U0CHEN>");

        people().goTo(Instant.parse("2026-04-07T11:01:00Z"));
        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(1));
        assertThat(people().the("meeting.start/2026-04-09").values("paper.details"))
                .containsExactly(papers.get(1));
        people().goTo(THURSDAY.plus(Duration.ofHours(1)));
        assertThat(people().everything().stream().filter(post -> post.id().startsWith("meeting.start/")))
                .hasSize(1);
    }

    @Test
    void a_skipped_meeting_tells_its_presenter_once_and_takes_place_after_all_when_wanted() {
        people().command(People.CHEN, "present");
        sent("meetings.skip", Map.of("meeting", "2026-04-09"));
        sent("meetings.place", Map.of("place", "Room <7>", "length", "90"));
        assertThat(people().direct(People.CHEN).stream()
                        .filter(post -> post.id().startsWith("meeting.off/2026-04-09/")))
                .hasSize(1);
        assertThat(schedule()).contains("Thu 9 April: called off").doesNotContain(stamp("2026-04-09T13:00:00Z"));
        Post hub = people().command(People.ADA, "meetings").posts().get(0);
        assertThat(hub.read()).contains("90 minutes, Room &lt;7&gt;", "Called off: Thursday 9 April 2026");

        assertThat(people().click(People.ADA, hub, "meetings.restore", "2026-04-09")
                        .text())
                .contains("It takes place");
        assertThat(people().click(People.ADA, hub, "meetings.restore", "2026-04-09")
                        .text())
                .contains("so already");
        people().settle();
        people().goTo(THURSDAY.plusSeconds(60));
        assertThat(people().everything()).anyMatch(post -> post.id().equals("meeting.start/2026-04-09"));
    }

    @Test
    void what_was_chosen_for_a_meeting_that_is_called_off_is_in_the_backlog_again() {
        Post digest = people().newest("digest/").orElseThrow();
        List<String> papers = digest.values("ballot.nominate").subList(0, 3);
        papers.forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
        people().command(People.BEN, "vote");
        people().settle();
        people().click(People.DIYA, people().the("ballot/"), "ballot.vote", papers.get(1));
        people().goTo(THURSDAY.minus(Duration.ofDays(2)).plusSeconds(60));
        assertThat(people().the("ballot.result/").values("paper.details")).containsExactly(papers.get(1));

        sent("meetings.skip", Map.of("meeting", "2026-04-09"));
        assertThat(people().command(People.CHEN, "backlog").posts().get(0).values("paper.details"))
                .containsExactlyInAnyOrderElementsOf(papers);
        people().goTo(THURSDAY.plusSeconds(60));
        assertThat(people().everything()).noneMatch(post -> post.id().startsWith("meeting.start/"));
    }

    @Test
    void a_paused_group_is_left_alone_until_then_and_resumes_when_told() {
        assertThat(people().command(People.ADA, "pause").opened().read()).contains("From", "Until");
        people().closeModals(People.ADA);
        assertThat(people().command(People.CHEN, "pause").text())
                .contains("Only organizers of this group change when it meets: ask <@U0ADA>.");
        assertThat(people().command(People.ADA, "pause for ever").text()).contains("don't understand");
        assertThat(people().command(People.ADA, "pause 1 September until 1 May 2026")
                        .text())
                .contains("can't end");
        assertThat(people().command(People.ADA, "pause until 1 September: summer break")
                        .text())
                .contains("The group pauses");
        people().settle();
        assertThat(note().text()).contains("(summer break)", stamp("2026-09-03T13:00:00Z"));
        assertThat(send(form("meetings.more"), Map.of("date", "2026-05-05"))
                        .errors()
                        .get("date"))
                .contains("The group pauses then");
        View pause = form("meetings.pause");
        assertThat(send(pause, Map.of("from", "2026-12-01", "until", "2026-11-01"))
                        .errors())
                .containsOnlyKeys("until");
        people().goTo(THURSDAY.plus(Duration.ofDays(8)));
        assertThat(people().everything()).noneMatch(post -> post.id().startsWith("meeting.start/"));

        assertThat(people().command(People.ADA, "resume").text()).contains("The pause is over");
        assertThat(people().command(People.ADA, "resume").text()).contains("does not pause");
        people().goTo(Instant.parse("2026-04-30T13:01:00Z"));
        assertThat(people().everything()).anyMatch(post -> post.id().startsWith("meeting.start/"));
    }

    @Test
    void a_second_series_a_single_meeting_and_holidays_are_all_in_the_schedule() {
        View add = form("meetings.add");
        assertThat(send(add, Map.of("words", "every Thursday")).errors().get("words"))
                .contains("At what time?");
        assertThat(send(add, Map.of("words", "every Thursday at 18:00", "zone", "Nowhere"))
                        .errors())
                .containsOnlyKeys("zone");
        assertThat(send(add, Map.of("words", "every Thursday at 18:00", "zone", "", "place", "Room 2"))
                        .result())
                .isEqualTo("closed");
        sent("meetings.more", Map.of("date", "2026-04-08", "time", "10:00"));
        assertThat(send(form("meetings.holidays"), Map.of("days", "1 May\nsome day"))
                        .errors()
                        .get("days"))
                .contains("“some day”");
        sent("meetings.holidays", Map.of("days", """
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20250416
                RRULE:FREQ=YEARLY
                SUMMARY:Founders' day
                END:VEVENT
                """));
        assertThat(schedule())
                .contains(stamp("2026-04-08T08:00:00Z"), "· one more")
                .contains(stamp("2026-04-09T16:00:00Z"), "· every Thursday at 18:00")
                .contains("Thu 16 April: no meeting, Founders' day")
                .doesNotContain(stamp("2026-04-16T13:00:00Z"));
        people().goTo(THURSDAY.plus(Duration.ofHours(5)));
        assertThat(people().everything().stream()
                        .map(Post::id)
                        .filter(id -> id.startsWith("meeting.start/"))
                        .toList())
                .containsExactly(
                        "meeting.start/2026-04-08~x1", "meeting.start/2026-04-09", "meeting.start/2026-04-09~b");
    }

    @Test
    void over_the_last_sunday_of_march_steps_keep_their_local_hour_and_their_lead() {
        send(people().command(People.ADA, "setup").opened(), Map.of("digest_days", List.of("MONDAY")));
        people().command(People.ADA, "pause until 22 March 2027");
        Post asked = people().command(People.ADA, "schedule Mondays at 15:00")
                .posts()
                .get(0);
        people().click(People.ADA, asked, "meetings.rule");
        View lead = form("meetings.lead");
        assertThat(send(lead, Map.of("reminder", "80")).errors().get("reminder"))
                .contains("from 1 to 48");
        assertThat(send(lead, Map.of("vote", "0", "presenter", "x")).errors()).containsOnlyKeys("vote", "presenter");
        assertThat(send(lead, Map.of("vote", "3", "presenter", "2", "reminder", "48"))
                        .result())
                .isEqualTo("closed");
        people().goTo(Instant.parse("2027-03-29T13:01:00Z"));

        // 15:00 in Berlin is 14:00 UTC on Saturday, and 13:00 UTC on the Monday after.
        Instant saturday = Instant.parse("2027-03-27T14:00:00Z");
        assertThat(people().the("meeting.remind/2027-03-29").at()).isBetween(saturday, saturday.plusSeconds(30));
        Instant firstAsked = people().everything().stream()
                .filter(post -> post.id().startsWith("presenter.ask/2027-03-29/"))
                .map(Post::at)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(firstAsked).isBetween(saturday, saturday.plusSeconds(30));
        Instant monday = Instant.parse("2027-03-29T13:00:00Z");
        assertThat(people().the("meeting.start/2027-03-29").at()).isBetween(monday, monday.plusSeconds(30));
    }

    @Test
    void a_group_that_speaks_german_is_spoken_to_in_german() {
        GroupStore groups = new GroupStore(world.redis());
        new Ground(world.redis(), Clock.fixed(people().now(), ZoneOffset.UTC)).write(ReadMeeting.GROUP, change -> {
            Group group = groups.find(ReadMeeting.GROUP).orElseThrow();
            groups.save(change, group.withSettings(group.settings().withLanguage(Optional.of(Language.GERMAN))));
        });
        people().command(People.ADA, "language mine deutsch");
        assertThat(people().command(People.ADA, "pause until 1 September: summer")
                        .text())
                .contains("Die Gruppe pausiert. Der Kanal erfährt es");
        people().settle();
        assertThat(note().text())
                .contains(
                        "<@U0ADA> lässt die Gruppe von Montag, 6. April 2026 bis Dienstag, 1. September 2026 pausieren (summer).")
                .contains("Das nächste Treffen ist am " + stamp("2026-09-03T13:00:00Z"));
    }

    @Test
    void a_length_in_the_sentence_is_asked_back_and_holds_and_another_zone_has_a_way_out() {
        assertThat(people().command(People.ADA, "schedule every Thursday at 15:00 America/New_York")
                        .text())
                .contains("This series meets in Europe/Berlin: leave “america/new_york” out", "Add a series");
        Post asked = people().command(People.ADA, "schedule every Friday at 15:00 CET for 90 minutes")
                .posts()
                .get(0);
        assertThat(asked.read()).contains("You would meet every Friday at 15:00", "(Europe/Berlin), 90 minutes");
        people().click(People.ADA, asked, "meetings.rule");
        people().settle();
        assertThat(note().text()).contains("every Friday at 15:00 (Europe/Berlin), 90 minutes");
    }
}
