package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Home that somebody has before their eyes tells what happens in the group, without being opened anew. */
class OpenHomesTest {
    private static final String ARE_YOU_COMING = "Are you coming to the meeting of #reading-group?";

    private DemoWorld world;
    private MeetingAtHand meeting;

    @BeforeEach
    void a_group_that_has_begun(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        meeting = new MeetingAtHand(world);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    /** The newest Home that Lectern published, which may be one that nobody opened. */
    private View published(String user) {
        return new View(people().views(user).path("home"));
    }

    private void eventually(String user, Consumer<String> shown) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> shown.accept(published(user).read()));
    }

    private long publishedTo(String user) {
        return people().calls().stream()
                .filter(call -> call.method().equals("views.publish"))
                .filter(call -> call.json().path("arguments").toString().contains(user))
                .count();
    }

    @Test
    void who_has_not_said_whether_they_come_says_so_in_the_home() {
        meeting.choosePaper();
        assertThat(people().home(People.BEN).read()).doesNotContain(ARE_YOU_COMING);
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        Post reminder = people().the("meeting.remind/");

        View home = people().home(People.BEN);
        assertThat(home.read()).contains(ARE_YOU_COMING, "Thu 9 Apr 2026");
        for (String answer : List.of("rsvp.yes", "rsvp.maybe", "rsvp.no")) {
            assertThat(home.button(answer, MeetingAtHand.ID).label())
                    .isEqualTo(reminder.button(answer).label());
        }
        people().clickIn(People.BEN, home, "rsvp.maybe", MeetingAtHand.ID);
        people().awaitRedraw();
        assertThat(people().the("meeting.remind/").ts()).isEqualTo(reminder.ts());
        assertThat(people().the("meeting.remind/").read()).contains("maybe: 1 (Ben Okafor)");
        eventually(People.BEN, shown -> assertThat(shown).doesNotContain(ARE_YOU_COMING));

        assertThat(people().home(People.CHEN).read()).contains(ARE_YOU_COMING);
        people().click(People.CHEN, reminder, "rsvp.yes");
        eventually(People.CHEN, shown -> assertThat(shown).doesNotContain(ARE_YOU_COMING));
    }

    @Test
    void whether_one_comes_is_asked_in_each_language_and_not_after_the_meeting_or_of_others() {
        people().locale(People.CHEN, "ja-JP");
        people().locale(People.DIYA, "de-DE");
        people().command(People.EMIL, "leave");
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        assertThat(people().home(People.CHEN).read()).contains("#reading-group のミーティングに参加しますか？", "参加する");
        assertThat(people().home(People.DIYA).read())
                .contains("Kommst du zum Treffen von #reading-group?", "Ich komme");
        assertThat(people().home(People.EMIL).values("rsvp.yes")).isEmpty();
        View before = people().home(People.BEN);
        people().goTo(MeetingAtHand.END);
        people().settle();
        assertThat(people().clickIn(People.BEN, before, "rsvp.yes", MeetingAtHand.ID)
                        .opened()
                        .read())
                .contains("This meeting is over");
        assertThat(people().home(People.BEN).read()).doesNotContain(ARE_YOU_COMING);
    }

    @Test
    void who_left_the_group_does_not_answer_from_an_old_home() {
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        View old = people().home(People.BEN);
        people().refuse("views.publish", 3, "internal_error");
        people().command(People.BEN, "leave");
        assertThat(people().clickIn(People.BEN, old, "rsvp.yes", MeetingAtHand.ID)
                        .opened()
                        .read())
                .contains("for the members of that group");
        people().awaitRedraw();
        assertThat(people().the("meeting.remind/").read()).doesNotContain("Coming: 1");
    }

    @Test
    void a_vote_shows_in_open_homes_when_it_opens_and_leaves_them_when_it_closes() {
        Post digest = people().newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(2)
                .forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
        assertThat(people().home(People.FATIMA).read()).doesNotContain("you have not voted yet");
        people().advance(Duration.ofMinutes(50));
        people().home(People.FATIMA);
        people().advance(Duration.ofMinutes(10));
        eventually(People.FATIMA, shown -> assertThat(shown).contains("you have not voted yet"));
        assertThat(publishedTo(People.FATIMA)).isPositive();
        assertThat(publishedTo(People.DIYA)).as("who has no Home open").isZero();

        people().goTo(MeetingAtHand.BALLOT_CLOSES.minus(Duration.ofMinutes(10)));
        assertThat(people().home(People.FATIMA).read()).contains("you have not voted yet");
        people().goTo(MeetingAtHand.BALLOT_CLOSES);
        people().advance(Duration.ofMinutes(1));
        eventually(People.FATIMA, shown -> assertThat(shown).doesNotContain("you have not voted yet"));
    }

    @Test
    void a_presenter_who_was_found_shows_in_the_others_open_homes() {
        meeting.choosePaper();
        people().home(People.ADA);
        people().home(People.BEN);
        String presenter = meeting.findPresenter();
        String other = presenter.equals(People.BEN) ? People.ADA : People.BEN;
        eventually(other, shown -> assertThat(shown).contains("presented by <@" + presenter + ">"));
    }

    @Test
    void a_meeting_that_is_moved_or_called_off_shows_so_in_the_others_open_homes() {
        assertThat(people().home(People.BEN).read()).contains("Thu 9 Apr 2026, 15:00");
        people().changeMeetings(
                        "meetings.move", Map.of("meeting", MeetingAtHand.ID, "date", "2026-04-10", "time", "15:00"));
        eventually(
                People.BEN,
                shown -> assertThat(shown).contains("Fri 10 Apr 2026, 15:00").doesNotContain("Thu 9 Apr 2026, 15:00"));
        people().changeMeetings("meetings.skip", Map.of("meeting", MeetingAtHand.ID));
        eventually(
                People.BEN,
                shown -> assertThat(shown).contains("Thu 16 Apr 2026, 15:00").doesNotContain("Fri 10 Apr 2026, 15:00"));
    }

    @Test
    void a_new_organizer_has_the_settings_in_an_open_home_and_a_home_that_looks_the_same_is_left_alone() {
        people().home(People.BEN);
        people().home(People.CHEN);
        long before = publishedTo(People.CHEN);
        View form = people().command(People.ADA, "organizers").opened();
        people().submit(People.ADA, form, Map.of("organizers", List.of(People.ADA, People.BEN)));
        eventually(People.BEN, shown -> assertThat(shown).contains("For organizers"));
        people().command(People.ADA, "away 2026-06-01");
        people().settle();
        Awaitility.await()
                .during(Duration.ofSeconds(3))
                .atMost(Duration.ofSeconds(20))
                .until(() -> publishedTo(People.CHEN) == before);
    }
}
