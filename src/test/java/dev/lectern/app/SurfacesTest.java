package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.redis.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Where people meet Lectern as a whole: help, Home, mentions, direct messages, shortcuts, the first word in a channel. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfacesTest {
    private static final String VISION = "C0VISION";
    private static final String RANDOM = "C0RANDOM";
    private static final List<String> TOPICS = List.of(
            "How to begin",
            "What could not be done",
            "Your turns and parts",
            "Votes",
            "Waiting for your answer",
            "Your reading groups",
            "Saved papers",
            "Your digests",
            "For organizers");

    private DemoWorld world;
    private People people;
    private String asked;
    /** Calls that the demo itself made: it is slow at first where the machine is, and asks again. */
    private int before;

    private View voting;
    private View votingForm;

    /** The ballot of the first meeting is open, and somebody is asked to present. */
    @BeforeAll
    void a_group_that_has_begun(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        before = people.calls().size();
        Post digest = people.newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(3)
                .forEach(paper -> people.click(People.BEN, digest, "ballot.nominate", paper));
        people.advance(Duration.ofHours(1));
        assertThat(people.the("ballot/").values("ballot.vote")).hasSize(3);
        voting = people.home(People.FATIMA);
        votingForm = people.clickIn(People.FATIMA, voting, "ballot.mine", "").opened();
        people.advance(Duration.ofDays(1).plusHours(5));
        String id = people.the("presenter.ask/").id();
        asked = id.substring(id.lastIndexOf('/') + 1);
    }

    @AfterEach
    void close() {
        People.ALL.forEach(people::closeModals);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static List<String> headers(View home) {
        return home.blocks("header").stream()
                .map(header -> header.path("text").path("text").asString())
                .toList();
    }

    private String other(String... taken) {
        return People.ALL.stream()
                .filter(user -> !user.equals(asked) && !Arrays.asList(taken).contains(user))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void help_shows_six_with_their_use_and_the_rest_by_chapters() {
        Answer answer = people.command(People.BEN, "help");
        Post help = answer.posts().get(0);
        assertThat(help.read().lines().filter(line -> line.startsWith("• `/papers ")))
                .hasSize(6);
        assertThat(help.buttons("help.chapter"))
                .extracting(Shown.Button::label)
                .containsExactly("Papers", "Votes", "Meetings", "My turn", "Discussion", "Memory", "Group");
        Post chapter =
                people.clickFirst(People.BEN, help, "help.chapter").posts().get(0);
        assertThat(chapter.read()).startsWith("Papers").contains("`/papers search <words>`", "`/papers trending`");
    }

    @Test
    void a_chapter_of_help_goes_by_the_name_on_its_button() {
        assertThat(people.command(People.BEN, "help My turn").posts().get(0).read())
                .startsWith("My turn")
                .contains("/papers swap", "/papers away");
    }

    @Test
    void help_says_more_about_each_verb_with_an_example() {
        String spoken = people.command(People.BEN, "help").text();
        List<String> verbs =
                List.of(spoken.substring(spoken.indexOf("You can write ") + 14, spoken.indexOf(" after /papers"))
                        .split(", "));
        assertThat(verbs).hasSizeGreaterThan(30);
        for (String verb : verbs) {
            String more =
                    people.command(People.BEN, "help " + verb).posts().get(0).read();
            assertThat(more).contains("• `/papers " + verb, "For example:");
        }
    }

    @Test
    void help_about_what_is_not_there_names_the_nearest() {
        assertThat(people.command(People.BEN, "help vot").text()).contains("`/papers help vote`");
        assertThat(people.command(People.BEN, "help `/papers vote`").text()).contains("/papers vote");
        assertThat(people.command(People.BEN, "help <!here>").text()).doesNotContain("<!here>");
        assertThat(people.command(People.BEN, "help discussion").posts().get(0).read())
                .startsWith("Discussion");
    }

    @Test
    void a_home_has_its_topics_in_one_order_each_with_a_header() {
        for (String user : People.ALL) {
            View home = people.home(user);
            assertThat(headers(home)).isNotEmpty().isSubsetOf(TOPICS).doesNotHaveDuplicates();
            assertThat(headers(home)).isSortedAccordingTo((one, two) -> TOPICS.indexOf(one) - TOPICS.indexOf(two));
            assertThat(home.blocks()).hasSizeLessThanOrEqualTo(100);
        }
    }

    @Test
    void one_votes_from_the_home() {
        assertThat(headers(voting)).contains("Votes");
        assertThat(voting.read()).contains("you have not voted yet");
        assertThat(votingForm.json().path("type").asString()).isEqualTo("modal");
        assertThat(votingForm.json().path("private_metadata").asString()).contains(People.READING);
    }

    @Test
    void who_is_asked_to_present_answers_in_the_home_which_shows_it_at_once() {
        View home = people.home(asked);
        assertThat(headers(home)).contains("Waiting for your answer");
        String meeting = home.values("presenter.accept").get(0);
        people.clickIn(asked, home, "presenter.accept", meeting);
        people.settle();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(published(asked)).contains("You present"));
        assertThat(published(asked)).doesNotContain("Will you present");
        assertThat(headers(people.home(other()))).doesNotContain("Waiting for your answer");
    }

    /** The newest Home that Lectern published, without opening it. */
    private String published(String user) {
        return people.views(user).path("home").toString();
    }

    @Test
    void an_organizer_has_the_settings_at_hand_and_nobody_else() {
        View ada = people.home(People.ADA);
        View form = people.clickIn(People.ADA, ada, "command.run", "setup").opened();
        assertThat(form.json().toString()).contains("agents, evaluation, efficient inference");
        people.closeModals(People.ADA);
        assertThat(people.clickIn(People.ADA, people.home(People.ADA), "command.run", "meetings")
                        .opened()
                        .read())
                .isNotBlank();
        people.closeModals(People.ADA);
        View notice = people.clickIn(People.ADA, people.home(People.ADA), "command.run", "schedule")
                .opened();
        assertThat(notice.read()).contains("Thu 9 Apr 2026");
        assertThat(headers(people.home(People.BEN))).doesNotContain("For organizers");
    }

    @Test
    void a_group_shows_to_its_members_only_and_its_old_buttons_do_nothing_for_others() {
        String user = other(People.ADA, People.BEN, People.FATIMA);
        View before = people.home(user);
        people.command(user, "leave");
        try {
            Answer refused = people.clickIn(user, before, "command.run", "schedule");
            assertThat(refused.opened().read()).contains("for the members of that group");
            people.closeModals(user);
            View after = people.home(user);
            assertThat(after.read())
                    .doesNotContain("reading-group")
                    .contains("You are in no reading group yet", "/invite @lectern");
            assertThat(headers(after)).containsExactly("How to begin");
            assertThat(people.shortcut(user, "nominate_paper").opened().read()).contains("in no reading group yet");
        } finally {
            people.command(user, "join");
        }
    }

    private String answerTo(String user, String channel, String text) {
        List<Post> answers = people.thread(people.say(user, channel, text));
        assertThat(answers).hasSize(1);
        assertThat(answers.get(0).isFromBot()).isTrue();
        return answers.get(0).text() + "\n" + answers.get(0).read();
    }

    @Test
    void settings_that_are_saved_as_they_are_are_said_to_be_so_already() {
        View form = people.command(People.ADA, "setup").opened();
        assertThat(people.submit(People.ADA, form, Map.of()).opened().read()).contains("nothing changed");
        people.closeModals(People.ADA);
    }

    @Test
    void the_home_says_in_which_zone_a_group_has_its_digest() {
        assertThat(people.home(People.BEN).read())
                .contains("Monday to Friday at 09:00 (Europe/Berlin), in the channel");
    }

    @Test
    void a_mention_is_answered_in_its_thread() {
        assertThat(answerTo(People.BEN, People.READING, "@lectern"))
                .contains("Next meeting: ", "Thu 9 Apr 2026, 15:00", "`/papers help`");
        assertThat(answerTo(People.BEN, People.READING, "@lectern schedule")).contains("Thu 16 Apr 2026");
        assertThat(answerTo(People.BEN, People.READING, "@lectern search agents"))
                .contains("Papers for “agents”")
                .doesNotContain("Only you see");
        assertThat(answerTo(People.BEN, People.READING, "search agents please @lectern"))
                .isNotBlank();
        assertThat(answerTo(People.BEN, People.READING, "@lectern nominate 2401.00001"))
                .contains("only what is for all to read", "`/papers nominate`");
        assertThat(answerTo(People.BEN, People.READING, "@lectern schedule every Friday at 10"))
                .contains("only what is for all to read");
        assertThat(answerTo(People.BEN, People.READING, "@lectern shedule")).contains("Did you mean `schedule`");
        assertThat(answerTo(People.BEN, People.READING, "@lectern <!channel>")).doesNotContain("<!channel>");
    }

    /** As Slack delivers it, to {@code /slack/events}. */
    private int knock(String eventId, Map<String, Object> more) {
        Map<String, Object> event = new HashMap<>(Map.of(
                "type",
                "app_mention",
                "user",
                People.BEN,
                "channel",
                People.READING,
                "ts",
                "1.5",
                "text",
                "<@U0LECTERN> " + eventId));
        event.putAll(more);
        String body = Json.write(
                Map.of("type", "event_callback", "team_id", "T0LECTERN", "event_id", eventId, "event", event));
        return new Door(world.port())
                .send(Door.Knock.signed(body, people.now()), "application/json")
                .statusCode();
    }

    private List<String> answered(String eventId) {
        return people.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .map(People.Call::id)
                .filter(id -> id.contains(eventId))
                .toList();
    }

    @Test
    void a_mention_that_comes_again_is_answered_once_and_one_by_a_bot_not_at_all() {
        String ts = people.say(People.BEN, People.READING, "see below").ts();
        for (int i = 0; i < 3; i++) {
            assertThat(knock("Ev0SAME", Map.of("ts", ts))).isEqualTo(200);
        }
        assertThat(knock("Ev0BOT", Map.of("ts", ts, "bot_id", "B0OTHER"))).isEqualTo(200);
        people.settle();
        assertThat(answered("Ev0SAME")).hasSize(1);
        assertThat(answered("Ev0BOT")).isEmpty();
    }

    @Test
    void a_mention_where_there_is_no_group_says_how_to_begin() {
        assertThat(answerTo(People.BEN, "C0GENERAL", "hello @lectern")).contains("`/papers");
        assertThat(answerTo(People.BEN, "C0GENERAL", "@lectern")).contains("`/papers setup`");
    }

    @Test
    void a_direct_message_gets_a_short_answer() {
        String direct = people.the("presenter.ask/").channel();
        int before = people.direct(asked).size();
        people.say(asked, direct, "thanks!");
        List<Post> said = people.direct(asked);
        assertThat(said).hasSize(before + 1);
        assertThat(said.get(before).read()).contains("`/papers help`", "Home");
    }

    @Test
    void whoever_adds_lectern_is_told_what_it_does_and_nobody_else_is() {
        people.invite(People.EMIL, RANDOM);
        Post welcome = people.direct(People.EMIL).stream()
                .filter(post -> post.id().startsWith("welcome/"))
                .findFirst()
                .orElseThrow();
        assertThat(welcome.read()).contains("#random", "Set up");
        assertThat(people.channel(RANDOM).stream().filter(Post::isFromBot)).isEmpty();
        for (String user : People.ALL) {
            assertThat(people.direct(user).stream().filter(post -> post.id().startsWith("welcome/")))
                    .hasSize(user.equals(People.EMIL) ? 1 : 0);
        }
        View form = people.click(People.EMIL, welcome, "command.run", "setup").opened();
        assertThat(form.json().path("private_metadata").asString()).contains(RANDOM, "random");
    }

    @Test
    void nominating_from_anywhere_opens_the_form_where_one_is_in_several_groups_after_a_choice() {
        View form = people.shortcut(People.BEN, "nominate_paper").opened();
        assertThat(form.title()).isEqualTo("Nominate a paper");
        assertThat(form.json().toString()).contains("Type words of its title");
        people.closeModals(People.BEN);

        View setup = people.commandIn(VISION, People.CHEN, "setup").opened();
        assertThat(people.submit(People.CHEN, setup, Map.of("members", List.of(People.CHEN, People.BEN)))
                        .result())
                .isEqualTo("closed");
        View choice = people.shortcut(People.BEN, "nominate_paper").opened();
        assertThat(choice.json().toString()).contains("#reading-group", "#vision-papers");
        assertThat(people.submit(People.BEN, choice, Map.of()).errors()).containsKey("group");
        View next = people.submit(People.BEN, choice, Map.of("group", "T0LECTERN:" + VISION))
                .opened();
        assertThat(next.json().path("private_metadata").asString()).isEqualTo("T0LECTERN:" + VISION);
        assertThat(people.shortcut(People.BEN, "from_elsewhere").opened().read())
                .contains("another version");
    }

    @Test
    void a_tip_is_given_once() {
        String user = other(People.ADA, People.BEN, People.EMIL);
        List<String> answers = List.of("backlog", "backlog", "backlog").stream()
                .map(text -> people.command(user, text).posts().get(0).read())
                .toList();
        assertThat(answers.stream().filter(text -> text.contains("Tip: *Details*")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(answers.stream().filter(text -> text.contains("Tip: my *Home*")))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(answers.get(2)).doesNotContain("Tip: ");
        assertThat(Optional.of(answers.get(0)))
                .hasValueSatisfying(first -> assertThat(first).contains("Tip: "));
    }

    @Test
    void nothing_of_it_is_refused() {
        assertThat(people.calls().stream().skip(before).filter(call -> !call.isOk()))
                .isEmpty();
    }
}
