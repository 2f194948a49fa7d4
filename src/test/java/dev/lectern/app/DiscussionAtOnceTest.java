package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.Door.Knock;
import dev.lectern.discussion.Discussion;
import dev.lectern.discussion.Question;
import dev.lectern.discussion.Rating;
import dev.lectern.discussion.Rsvp;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.Json;
import dev.lectern.work.Stored;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Members who tap at once, by two Lecterns, and envelopes that come more than once: everything counts once. */
class DiscussionAtOnceTest {
    private static final String KEYS = "lectern:{T0LECTERN:" + People.READING + "}:";
    private static final UserId ADA = new UserId(People.ADA);
    private static final UserId BEN = new UserId(People.BEN);

    private TwoLecterns lecterns;
    private String meeting;

    @BeforeEach
    void a_meeting_with_a_paper(@TempDir Path folder) {
        lecterns = new TwoLecterns(folder);
        meeting = lecterns.redis.commands().hkeys(KEYS + "meetings").stream()
                .sorted()
                .findFirst()
                .orElseThrow();
        Meeting open = Stored.read(lecterns.redis.commands().hget(KEYS + "meetings", meeting), Meeting.class);
        lecterns.redis
                .commands()
                .hset(
                        KEYS + "meetings",
                        meeting,
                        Stored.write(open.withPaper(new PaperStore(lecterns.redis.commands())
                                .ids().stream().sorted().findFirst().orElseThrow())));
        assertThat(lecterns.people.command(People.BEN, "join").text()).contains("Welcome");
    }

    @AfterEach
    void stop() {
        lecterns.close();
    }

    private Discussion discussion() {
        return Stored.read(lecterns.redis.commands().hget(KEYS + "discussions", meeting), Discussion.class);
    }

    /** Each envelope by both Lecterns at once, and then again by both. */
    private List<String> twiceAtOnceAndAgain(String... bodies) {
        List<String> answers = new ArrayList<>();
        for (int again = 0; again < 2; again++) {
            List<CompletableFuture<String>> knocks = new ArrayList<>();
            for (String body : bodies) {
                Knock knock = Knock.signed(body, lecterns.people.now());
                lecterns.doors.forEach(door -> knocks.add(
                        CompletableFuture.supplyAsync(() -> door.send(knock).body())));
            }
            knocks.forEach(knock -> answers.add(knock.join()));
        }
        return answers;
    }

    private static String click(String user, String trigger, String action, String value) {
        ObjectNode click = payload(user, trigger, action, value);
        click.putObject("channel").put("id", People.READING);
        return Door.form(Map.of("payload", click.toString()));
    }

    private String clickInQueue(String user, String trigger, String action, String value) {
        ObjectNode click = payload(user, trigger, action, value);
        click.putObject("view")
                .put("id", "V0GONE")
                .put("type", "modal")
                .put("private_metadata", "T0LECTERN:C0READING " + meeting + " 0");
        return Door.form(Map.of("payload", click.toString()));
    }

    private static ObjectNode payload(String user, String trigger, String action, String value) {
        ObjectNode click = Json.MAPPER.createObjectNode().put("type", "block_actions");
        click.putObject("team").put("id", "T0LECTERN");
        click.putObject("user").put("id", user).put("team_id", "T0LECTERN");
        click.put("api_app_id", "A0LECTERN").put("trigger_id", trigger);
        click.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", action)
                .put("block_id", "b")
                .put("value", value)
                .put("action_ts", "1.0");
        return click;
    }

    @Test
    void a_question_that_comes_four_times_is_asked_once() {
        assertThat(twiceAtOnceAndAgain(Door.command("T0LECTERN", People.ADA, "ask Why at once?")))
                .hasSize(4)
                .allSatisfy(answer -> assertThat(answer).contains("Asked for"));
        assertThat(discussion().questions()).extracting(Question::text).containsExactly("Why at once?");
    }

    @Test
    void two_who_say_at_once_whether_they_come_are_both_heard() {
        twiceAtOnceAndAgain(
                click(People.ADA, "1.1.1", "rsvp.yes/1", meeting), click(People.BEN, "2.2.2", "rsvp.maybe/1", meeting));
        assertThat(discussion().rsvps()).isEqualTo(Map.of(ADA, Rsvp.YES, BEN, Rsvp.MAYBE));
    }

    @Test
    void two_taps_of_one_member_on_plus_one_count_once_and_a_repeated_one_does_not_undo_what_came_after_it() {
        lecterns.people.command(People.ADA, "ask Why?");
        String question = discussion().questions().get(0).id();
        String plus = clickInQueue(People.BEN, "3.3.3", "question.plus/1", question);
        twiceAtOnceAndAgain(plus, clickInQueue(People.BEN, "4.4.4", "question.plus/1", question));
        assertThat(discussion().questions().get(0).votes()).containsExactly(BEN);
        twiceAtOnceAndAgain(clickInQueue(People.BEN, "5.5.5", "question.minus/1", question));
        twiceAtOnceAndAgain(plus);
        assertThat(discussion().questions().get(0).votes()).isEmpty();
        twiceAtOnceAndAgain(clickInQueue(People.ADA, "6.6.6", "question.plus/1", question));
        assertThat(discussion().questions().get(0).votes()).isEmpty();
    }

    @Test
    void two_who_rate_and_were_there_at_once_are_both_counted_once() {
        lecterns.people.goTo(Stored.read(lecterns.redis.commands().hget(KEYS + "meetings", meeting), Meeting.class)
                .start());
        twiceAtOnceAndAgain(
                click(People.ADA, "7.1.1", "attendance.here/1", meeting),
                click(People.BEN, "7.1.2", "attendance.here/1", meeting),
                click(People.ADA, "7.1.3", "rating.worth/1/4", meeting + " 4"),
                click(People.BEN, "7.1.4", "rating.worth/1/2", meeting + " 2"));
        assertThat(discussion().attended()).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(discussion().ratings()).hasSize(2);
        assertThat(discussion().ratings())
                .containsEntry(ADA, new Rating(4, Optional.empty()))
                .containsEntry(BEN, new Rating(2, Optional.empty()));
    }
}
