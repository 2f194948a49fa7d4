package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presenters offer their date to one member or to all, and members leave. */
class SwapLifeTest {
    private static final Instant ASKED = Instant.parse("2026-04-07T13:00:00Z");
    private static final Instant MEETING = Instant.parse("2026-04-09T13:00:00Z");
    private static final String FIRST = "2026-04-09";
    private static final String SECOND = "2026-04-16";

    private DemoWorld world;

    @BeforeEach
    void ben_presents_first_and_chen_second(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people().command(People.BEN, "present");
        people().command(People.CHEN, "present");
        people().settle();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private List<String> schedule() {
        return people().command(People.DIYA, "schedule").posts().get(0).markup();
    }

    private void presented(String first, String second) {
        assertThat(schedule().get(0)).contains("presented by <@" + first + ">");
        assertThat(schedule().get(1)).contains("presented by <@" + second + ">");
    }

    private String note(String meeting, String user) {
        return people().the("presenter.ask/" + meeting + "/" + user).text();
    }

    @Test
    void a_date_offered_to_one_is_exchanged_for_theirs_once_they_take_it() {
        presented(People.BEN, People.CHEN);
        assertThat(people().command(People.DIYA, "swap @ben").text()).contains("You have no date to swap");
        assertThat(people().command(People.BEN, "swap @ben").text()).contains("That is you");
        assertThat(people().command(People.BEN, "swap <@U0LECTERN>").text()).contains("is a bot");
        assertThat(people().command(People.BEN, "swap @chen").text()).contains("Offered to <@U0CHEN>", "stays yours");
        assertThat(people().command(People.BEN, "swap @chen").text()).contains("That offer is made already");
        people().settle();
        Post offer = people().the("swap.offer/");
        assertThat(offer.read()).contains("<@U0BEN> asks you to take");
        assertThat(people().click(People.CHEN, offer, "swap.take").text()).isEmpty();
        assertThat(people().click(People.CHEN, offer, "swap.take").text()).contains("The date is yours already");
        people().awaitRedraw();

        presented(People.CHEN, People.BEN);
        assertThat(people().the("swap.done/").text()).contains("<@U0CHEN> takes the date of <@U0BEN>", "16 April");
        assertThat(people().the("swap.offer/").buttons()).isEmpty();
        assertThat(note(FIRST, People.CHEN)).contains("You present");
        assertThat(note(FIRST, People.BEN)).contains("Somebody else presents");
        assertThat(note(SECOND, People.BEN)).contains("You present");
    }

    @Test
    void of_two_who_take_a_date_at_once_one_has_it_and_the_other_is_told() {
        View form = people().click(People.BEN, people().the("presenter.ask/" + FIRST + "/" + People.BEN), "swap.open")
                .opened();
        assertThat(people().submit(People.BEN, form, Map.of()).opened().read()).contains("Offered to everybody");
        people().closeModals(People.BEN);
        people().settle();
        Post offer = people().newest("swap.offer/").orElseThrow();
        List<CompletableFuture<Answer>> takers = Stream.of(People.DIYA, People.EMIL)
                .map(user -> CompletableFuture.supplyAsync(() -> people().click(user, offer, "swap.take")))
                .toList();
        List<String> answers =
                takers.stream().map(CompletableFuture::join).map(Answer::text).toList();
        assertThat(answers).filteredOn(String::isEmpty).hasSize(1);
        assertThat(answers)
                .filteredOn(text -> text.contains("This offer is over"))
                .hasSize(1);
        people().awaitRedraw();
        String winner = answers.get(0).isEmpty() ? People.DIYA : People.EMIL;
        presented(winner, People.CHEN);
        assertThat(people().newest("swap.offer/").orElseThrow().text()).contains("<@" + winner + "> takes");
        people().the("swap.done/");
    }

    @Test
    void the_same_answer_to_an_offer_delivered_twice_swaps_once() {
        people().command(People.BEN, "swap @chen");
        people().settle();
        Door door = new Door(world.port());
        Door.Knock knock =
                Door.Knock.signed(Door.click(People.CHEN, people().the("swap.offer/"), "swap.take"), people().now());
        List.of(knock, knock).parallelStream()
                .forEach(again -> assertThat(door.send(again).statusCode()).isEqualTo(200));
        people().awaitRedraw();
        presented(People.CHEN, People.BEN);
        assertThat(door.send(knock).statusCode()).isEqualTo(200);
        people().awaitRedraw();
        presented(People.CHEN, People.BEN);
        people().the("swap.done/");
        people().command(People.CHEN, "swap @ben");
        people().settle();
        people().click(People.BEN, people().the("swap.offer/" + FIRST + ".U0CHEN"), "swap.take");
        assertThat(door.send(knock).statusCode()).isEqualTo(200);
        people().awaitRedraw();
        presented(People.BEN, People.CHEN);
    }

    @Test
    void who_is_taken_off_the_list_in_setup_gives_their_dates_to_others() {
        people().goTo(ASKED);
        View form = people().command(People.ADA, "setup").opened();
        people().submit(
                        People.ADA,
                        form,
                        Map.of("members", List.of(People.ADA, People.CHEN, People.DIYA, People.EMIL, People.FATIMA)));
        people().closeModals(People.ADA);
        people().awaitRedraw();
        assertThat(note(FIRST, People.BEN)).contains("You are no longer a member");
        assertThat(people().the("presenter.back/").text()).contains("The next member is being asked");
        assertThat(schedule().get(0)).contains("is asked to present").doesNotContain("<@U0BEN>");
        assertThat(schedule().get(1)).contains("presented by <@U0CHEN>");
    }

    @Test
    void a_refused_offer_and_one_whose_meeting_began_are_over() {
        people().command(People.BEN, "swap @diya");
        people().settle();
        people().click(People.DIYA, people().the("swap.offer/"), "swap.no");
        people().awaitRedraw();
        assertThat(people().the("swap.refused/").text()).contains("<@U0DIYA> can't take your date");
        assertThat(people().the("swap.offer/").text()).contains("You said no");
        presented(People.BEN, People.CHEN);

        people().command(People.EMIL, "away 9 April");
        assertThat(people().command(People.BEN, "swap @emil").text()).contains("<@U0EMIL> is away then");
        people().command(People.BEN, "swap @fatima");
        people().goTo(MEETING);
        people().advance(Duration.ofMinutes(1));
        Post late = people().direct(People.FATIMA).stream()
                .filter(post -> post.id().startsWith("swap.offer/"))
                .findFirst()
                .orElseThrow();
        assertThat(late.text()).contains("That is over");
        assertThat(late.buttons()).isEmpty();
    }

    @Test
    void an_offer_ends_at_once_when_its_meeting_is_called_off() {
        people().command(People.BEN, "swap @diya");
        people().settle();
        assertThat(people().the("swap.offer/").buttons("swap.take")).hasSize(1);
        people().changeMeetings("meetings.skip", Map.of("meeting", FIRST));
        people().awaitRedraw();
        Post over = people().the("swap.offer/");
        assertThat(over.text()).contains("That is over");
        assertThat(over.buttons()).isEmpty();
    }

    @Test
    void an_offer_goes_with_its_meeting_and_ends_when_that_begins_now() {
        people().command(People.BEN, "swap @diya");
        people().settle();
        people().changeMeetings("meetings.move", Map.of("meeting", FIRST, "date", "2026-04-10", "time", "15:00"));
        people().goTo(MEETING.plus(Duration.ofHours(1)));
        Post moved = people().the("swap.offer/");
        assertThat(moved.text()).contains("10 Apr 2026, 15:00");
        assertThat(moved.buttons("swap.take")).hasSize(1);
        people().goTo(MEETING.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(1)));
        assertThat(people().the("swap.offer/").buttons()).isEmpty();
    }

    @Test
    void who_leaves_the_channel_is_off_the_list_and_the_next_is_asked() {
        people().goTo(ASKED);
        people().command(People.BEN, "swap @diya");
        people().leave(People.BEN, People.READING);
        people().awaitRedraw();
        assertThat(note(FIRST, People.BEN)).contains("You are no longer a member");
        assertThat(people().the("presenter.back/").text()).contains("The next member is being asked");
        assertThat(people().the("swap.offer/").text()).contains("That is over");
        assertThat(schedule().get(0)).contains("is asked to present");
        people().rejoin(People.BEN, People.READING);
        assertThat(people().command(People.BEN, "present").text()).contains("Members present here");
        assertThat(people().command(People.BEN, "join").text()).contains("Welcome");
    }

    @Test
    void the_same_event_delivered_again_takes_nobody_off_who_came_back() {
        Door door = new Door(world.port());
        String event = """
                {"token":"x","team_id":"T0LECTERN","api_app_id":"A0LECTERN","type":"event_callback",
                "event_id":"Ev0LEFT","event_time":1775459000,"event":{"type":"member_left_channel","user":"U0CHEN",
                "channel":"C0READING","channel_type":"C","team":"T0LECTERN","event_ts":"1775459000.000100"}}""";
        Door.Knock knock = Door.Knock.signed(event, people().now());
        assertThat(door.send(knock, "application/json").statusCode()).isEqualTo(200);
        people().settle();
        assertThat(schedule().get(1)).contains("nobody presents yet");
        assertThat(people().the("presenter.back/").text()).contains("There is time");
        assertThat(people().command(People.CHEN, "join").text()).contains("Welcome");
        assertThat(door.send(knock, "application/json").statusCode()).isEqualTo(200);
        people().settle();
        assertThat(people().command(People.CHEN, "join").text()).contains("You are a member already");
    }

    @Test
    void who_is_deactivated_or_leaves_by_command_gives_their_dates_to_others_but_the_last_member_stays() {
        people().goTo(ASKED);
        people().deactivate(People.BEN);
        people().awaitRedraw();
        assertThat(schedule().get(0)).contains("is asked to present");
        people().command(People.CHEN, "leave");
        people().awaitRedraw();
        assertThat(schedule().get(1)).contains("nobody presents yet");
        List.of(People.DIYA, People.EMIL, People.FATIMA).forEach(user -> people().leave(user, People.READING));
        people().leave(People.ADA, People.READING);
        people().awaitRedraw();
        assertThat(people().the("group.last/").text()).contains("was the last member");
        assertThat(people().commandIn(People.READING, People.CHEN, "schedule")
                        .posts()
                        .get(0)
                        .read())
                .contains("<@U0ADA>");
    }
}
