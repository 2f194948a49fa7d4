package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.redis.Json;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What cannot be done is put aside, named to whom it concerns, and disturbs nothing else. */
class ParkedWorkTest extends OnAMondayMorning {
    private static final String GROUP = "T0LECTERN:C0READING";
    private static final String KEYS = "lectern:{" + GROUP + "}:";
    private static final String VISION = "C0VISION";
    private static final String QUIZ = "quiz.ask/2026-04-09";
    /** Ten tries take about twenty minutes. */
    private static final Duration UNTIL_PARKED = Duration.ofMinutes(40);

    /** As if another version of Lectern had written it. */
    private void write(Consumer<Change> what) {
        Clock clock = Clock.fixed(people.now(), ZoneOffset.UTC);
        new Changes(world.redis(), clock, new Due(world.redis())).apply(GroupId.parse(GROUP), change -> {
            what.accept(change);
            return change;
        });
    }

    private void plan(String name, String key) {
        write(change -> change.schedule(new Step(name, key, change.now())));
    }

    private Post status(String user) {
        return people.command(user, "status").posts().get(0);
    }

    private record Ended(int status, String out, String err) {
        JsonNode json() {
            return Json.MAPPER.readTree(out);
        }
    }

    private Ended doctor(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.line(new DoctorCommand(world::anotherWayToRedis))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        Stream.concat(Stream.of("doctor"), Stream.of(arguments)).toArray(String[]::new));
        return new Ended(status, out.toString(), err.toString());
    }

    @Test
    void where_all_is_well_status_says_what_is_next_and_doctor_has_nothing_to_do() {
        assertThat(status(People.BEN).read())
                .contains("*Next:* the digest of new papers, ")
                .contains("No message waits to be sent.")
                .contains("Nothing is put aside.");
        Ended doctor = doctor();
        assertThat(doctor.status()).as(doctor.out()).isZero();
        assertThat(doctor.out()).contains("Groups:   1").endsWith("All is well.\n");
        assertThat(people.commandIn(VISION, People.BEN, "status").text()).contains("no reading group yet");
    }

    @Test
    void every_step_on_a_groups_timeline_is_told_in_peoples_words() {
        List<String> names = world.redis().zrange(KEYS + "timeline", 0, -1).stream()
                .map(step -> step.substring(0, step.indexOf('/')))
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(5);
        for (String name : names) {
            world.redis().zadd(KEYS + "timeline", 1, name + "/2026-04-09");
            assertThat(status(People.ADA).read())
                    .doesNotContain("does not know")
                    .doesNotContain(name);
            world.redis().zrem(KEYS + "timeline", name + "/2026-04-09");
        }
    }

    @Test
    void a_step_whose_feature_is_gone_is_named_to_the_organizer_and_given_up_once() {
        plan("quiz.ask", "2026-04-09");
        people.advance(UNTIL_PARKED);

        String named = "A step that this Lectern does not know (" + QUIZ + ") could not be done";
        Post shown = status(People.ADA);
        assertThat(shown.read()).contains(named, "run the one that planned it", "Since");
        assertThat(shown.buttons()).extracting(Shown.Button::label).containsExactly("Try again", "Give up");
        assertThat(status(People.BEN).read()).contains(named, "<@U0ADA>");
        assertThat(status(People.BEN).buttons()).isEmpty();
        assertThat(people.home(People.ADA).read()).contains(named);
        assertThat(people.home(People.BEN).read()).doesNotContain(named);

        Post told = people.the("parked/");
        assertThat(people.direct(People.ADA)).extracting(Post::ts).contains(told.ts());
        assertThat(told.read()).contains("1 thing could not be done in #reading-group", named);
        assertThat(doctor().out()).contains(GROUP + "/step/" + QUIZ, "has no feature for the step quiz.ask");

        Post oldButton = people.leftBehind("status.giveup/1/" + GROUP, "step/" + QUIZ);
        assertThat(people.click(People.BEN, oldButton, "status.giveup").text())
                .contains("Only organizers of this group");
        assertThat(people.click(People.ADA, told, "status.giveup").text()).contains("Given up");
        assertThat(people.click(People.ADA, oldButton, "status.giveup").text()).contains("seen to this already");
        assertThat(people.click(People.ADA, shown, "status.again").text()).contains("seen to this already");
        people.settle();
        assertThat(people.the("parked/").read()).contains("All is well again in #reading-group");
        assertThat(people.the("parked/").buttons()).isEmpty();
        assertThat(people.the("parked/").ts()).isEqualTo(told.ts());
        assertThat(doctor().status()).isZero();
    }

    @Test
    void a_vote_that_a_newer_lectern_wrote_is_closed_once_it_can_be_read_and_nobody_else_waits() {
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(2)
                .forEach(paper -> people.click(People.ADA, digest, "ballot.nominate", paper));
        new SandboxClient(world.page()).setUp(People.BEN, VISION, Map.of());
        people.advance(Duration.ofHours(1));
        people.click(
                People.BEN,
                people.the("ballot/"),
                "ballot.vote",
                people.the("ballot/").values("ballot.vote").get(0));
        people.settle();
        Map.Entry<String, String> ballot =
                world.redis().hgetAll(KEYS + "ballots").entrySet().iterator().next();
        world.redis().hset(KEYS + "ballots", ballot.getKey(), ballot.getValue().replace("\"v\":2", "\"v\":9"));

        people.advance(Duration.ofDays(1).plusHours(7));
        assertThat(status(People.ADA).read())
                .contains("The vote on the paper for 9 April could not be closed")
                .contains("was written by a newer Lectern");
        assertThat(people.the("parked/").read()).contains("could not be closed");
        assertThat(people.home(People.BEN).read()).contains("#vision-papers");
        assertThat(people.channel().stream().filter(post -> post.id().startsWith("digest/")))
                .hasSize(2);
        assertThat(people.channel(VISION).stream().filter(post -> post.id().startsWith("digest/")))
                .isNotEmpty();
        Ended doctor = doctor("--json");
        assertThat(doctor.status()).isEqualTo(1);
        assertThat(doctor.json()
                        .path("parked")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .containsExactly(GROUP + "/step/ballot.remind/2026-04-09", GROUP + "/step/ballot.close/2026-04-09");

        world.redis().hset(KEYS + "ballots", ballot.getKey(), ballot.getValue());
        Post parked = people.the("parked/");
        parked.values("status.again")
                .forEach(step -> assertThat(people.click(People.ADA, parked, "status.again", step)
                                .text())
                        .contains("tries again now"));
        people.awaitRedraw();
        assertThat(people.everything()).noneMatch(post -> post.id().startsWith("ballot.remind/"));
        assertThat(people.the("ballot.result/").read()).contains("wins with the approval of 1 of 1 who voted");
        assertThat(people.the("parked/").read()).contains("All is well again");
    }

    @Test
    void a_group_that_cannot_be_read_says_so_and_is_released_from_the_command_line() {
        new SandboxClient(world.page()).setUp(People.BEN, VISION, Map.of());
        String group = world.redis().get(KEYS + "group");
        world.redis().set(KEYS + "group", "{half");
        people.advance(Duration.ofDays(1).plusHours(1));

        assertThat(status(People.ADA).read())
                .contains("What Lectern knows of this group cannot be read")
                .contains("The digest could not be put together");
        assertThat(status(People.ADA).buttons()).isEmpty();
        assertThat(people.home(People.ADA).read()).contains("#vision-papers");
        assertThat(people.channel(VISION).stream().filter(post -> post.id().startsWith("digest/")))
                .isNotEmpty();
        assertThat(doctor().out()).contains(GROUP + "/step/digest.post/next");

        world.redis().set(KEYS + "group", group);
        Ended doctor = doctor("--release", GROUP);
        assertThat(doctor.status()).as(doctor.err()).isZero();
        assertThat(doctor.out()).contains("Released: ");
        people.settle();
        assertThat(people.channel().stream().filter(post -> post.id().startsWith("digest/")))
                .hasSize(2);
        assertThat(doctor("--release", GROUP).err())
                .isEqualTo("lectern: nothing that is called " + GROUP + " is parked; doctor alone lists what is\n");
    }

    @Test
    void a_message_that_slack_refuses_comes_with_the_way_out_and_comes_back_when_tried_in_vain() {
        write(change -> change.send(Outbound.toMember(
                "ballot.result/2026-04-02", new UserId("U0GONE"), () -> Message.of("Somebody won."))));
        people.settle();
        String named = "The result of the vote could not be sent to <@U0GONE>: Slack says that there is no such member "
                + "any more. To mend it, give up.";
        assertThat(status(People.ADA).read()).contains(named);
        Post told = people.the("parked/");
        assertThat(told.read()).contains(named);

        people.click(People.ADA, told, "status.again");
        people.settle();
        assertThat(people.the("parked/").read()).contains(named);
        assertThat(doctor("--drop", GROUP + "/message/ballot.result/2026-04-02").out())
                .contains("Given up: 1.", "All is well.");
        people.settle();
        assertThat(people.the("parked/").read()).contains("All is well again");
    }

    @Test
    void an_organizer_who_is_gone_is_not_written_to_again_and_again() {
        String group = world.redis().get(KEYS + "group");
        world.redis().set(KEYS + "group", group.replace("\"organizer\":\"U0ADA\"", "\"organizer\":\"U0GONE\""));
        plan("quiz.ask", "one");
        people.advance(UNTIL_PARKED);
        plan("quiz.ask", "two");
        people.advance(UNTIL_PARKED);
        people.advance(Duration.ofHours(3));

        assertThat(people.calls().stream().filter(call -> call.method().equals("conversations.open")))
                .hasSize(2);
        assertThat(doctor("--json")
                        .json()
                        .path("parked")
                        .valueStream()
                        .map(one -> one.path("id").asString()))
                .containsExactlyInAnyOrder("quiz.ask/one", "quiz.ask/two", "parked/" + GROUP + "/U0GONE");
        assertThat(status(People.ADA).read())
                .contains("The message about what could not be done could not be sent to <@U0GONE>");
    }

    @Test
    void of_many_things_the_first_are_shown_and_the_others_counted() {
        IntStream.range(10, 22).forEach(i -> plan("quiz.ask", "x" + i));
        people.advance(UNTIL_PARKED);
        Post shown = status(People.ADA);
        assertThat(shown.read()).contains("12 things could not be done", "And 7 more.");
        assertThat(shown.buttons("status.again")).hasSize(5);
        assertThat(people.the("parked/").buttons("status.giveup")).hasSize(5);
        assertThat(doctor("--release", "all").out()).contains("Released: 12");
        people.awaitRedraw();
        assertThat(people.the("parked/").read()).contains("All is well again");
    }

    @Test
    void what_was_noted_of_parked_work_and_cannot_be_read_can_be_given_up() {
        world.redis().hset(KEYS + "parked", "message/digest/2026-04-01", "{half");
        plan("quiz.ask", "2026-04-09");
        people.advance(UNTIL_PARKED);
        Post shown = status(People.ADA);
        assertThat(shown.read())
                .contains(
                        "2 things could not be done",
                        "The digest could not be sent: " + "what was noted of it cannot be read");
        assertThat(shown.values("status.again")).containsExactly("step/" + QUIZ);
        people.click(People.ADA, shown, "status.giveup", "message/digest/2026-04-01");
        assertThat(status(People.ADA).read()).contains("1 thing could not be done");
    }

    @Test
    void doctor_says_in_one_line_what_was_wrong_with_its_use() {
        for (String[] wrong : List.of(
                new String[] {"--release", "everything"}, new String[] {"--drop", "all"}, new String[] {"--relese"})) {
            Ended doctor = doctor(wrong);
            assertThat(doctor.status()).isEqualTo(2);
            assertThat(doctor.err().lines()).hasSize(1);
        }
        Ended unknown = doctor("--release", "T1:C1");
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.err().lines()).singleElement().asString().contains("T1:C1");
    }
}
