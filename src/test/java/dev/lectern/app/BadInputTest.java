package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people get wrong: each is answered in a sentence to that person only, and nothing changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String GROUP = "T0LECTERN:C0READING";
    private static final String STRANGER = People.FATIMA;

    private DemoWorld world;
    private People people;
    private Door door;
    private Post ballot;
    private String offered;
    private String takenOff;

    @BeforeAll
    void an_open_ballot_of_a_group_of_five(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        door = new Door(world.port());
        Post digest = people.newest("digest/").orElseThrow();
        List<String> papers = digest.values("ballot.nominate").subList(0, 3);
        papers.forEach(paper -> people.click(People.BEN, digest, "ballot.nominate", paper));
        people.command(STRANGER, "leave");
        people.command(People.ADA, "vote");
        Post backlog = people.command(People.BEN, "backlog").posts().get(0);
        offered = papers.get(0);
        takenOff = papers.get(2);
        people.click(People.BEN, backlog, "ballot.drop", takenOff);
        people.settle();
        ballot = people.newest("ballot/").orElseThrow();
    }

    @AfterEach
    void close() {
        people.closeModals(People.ADA);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    /** What the one person was told; nobody else was told anything, and nothing is different. */
    private String refused(Supplier<Answer> deed) {
        Map<String, String> before = world.kept(People.READING);
        List<Post> seenBefore = people.everything();
        Answer answer = deed.get();
        people.settle();
        assertThat(answer.posts()).as("what was answered").hasSize(1);
        assertThat(answer.view()).isEmpty();
        assertThat(world.kept(People.READING)).isEqualTo(before);
        assertThat(people.everything()).isEqualTo(seenBefore);
        assertThat(answer.text())
                .isNotBlank()
                .hasSizeLessThan(400)
                .doesNotContain("<!channel>", "<!here>", "Exception", "null", "went wrong");
        return answer.text();
    }

    private String refusedClick(String user, String actionId, String value) {
        Post old = people.leftBehind(actionId, value);
        return refused(() -> people.click(user, old, actionId.split("/")[0]));
    }

    @Test
    void the_ballot_is_open_on_two_papers() {
        assertThat(ballot.values("ballot.vote")).hasSize(2).contains(offered).doesNotContain(takenOff);
    }

    @Test
    void a_vote_by_somebody_who_is_no_member() {
        assertThat(refused(() -> people.click(STRANGER, ballot, "ballot.vote", offered)))
                .contains("Only members")
                .contains("`/papers join`");
    }

    @Test
    void a_vote_on_a_paper_that_was_taken_off() {
        assertThat(refusedClick(People.ADA, ballot.buttons("ballot.vote").get(0).actionId(), takenOff))
                .contains("was taken off this vote");
    }

    @Test
    void a_vote_on_a_ballot_that_never_was() {
        assertThat(refusedClick(People.ADA, "ballot.vote/1/1999-01-01", offered))
                .contains("no longer exists");
    }

    @Test
    void a_vote_opened_twice_or_by_a_stranger() {
        assertThat(refused(() -> people.command(People.ADA, "vote"))).contains("open already");
        assertThat(refused(() -> people.command(STRANGER, "vote"))).contains("`/papers join`");
    }

    private JsonNode problems(Map<String, Object> values) {
        View form = people.command(People.ADA, "setup").opened();
        Map<String, String> before = world.kept(People.READING);
        JsonNode answer = door.submit(People.ADA, form, values, people.now());
        assertThat(answer.path("response_action").asString("")).as("%s", answer).isEqualTo("errors");
        assertThat(world.kept(People.READING)).isEqualTo(before);
        assertThat(answer.path("errors").propertyNames()).containsExactlyElementsOf(values.keySet());
        return answer.path("errors");
    }

    @Test
    void a_setup_with_hour_25() {
        for (String field : List.of("digest_time", "meeting_time")) {
            for (String hour : List.of("25", "25:00")) {
                assertThat(problems(Map.of(field, Map.of("type", "timepicker", "selected_time", hour)))
                                .path(field)
                                .asString())
                        .contains("no hour 25")
                        .contains("15:00");
            }
        }
    }

    @Test
    void a_setup_with_an_unknown_zone() {
        View form = people.command(People.ADA, "setup").opened();
        Answer answer = people.submit(People.ADA, form, Map.of("zone", "Mars/Olympus"));
        assertThat(answer.result()).isEqualTo("errors");
        assertThat(answer.errors()).containsOnlyKeys("zone");
        assertThat(answer.errors().get("zone")).contains("'Mars/Olympus'").contains("Europe/Berlin");
    }

    @Test
    void a_setup_without_members_days_or_anything_that_is_needed() {
        assertThat(problems(Map.of("members", Map.of("type", "multi_users_select", "selected_users", List.of())))
                        .path("members")
                        .asString())
                .isNotBlank();
        assertThat(problems(Map.of("digest_days", Map.of("type", "checkboxes", "selected_options", List.of())))
                        .path("digest_days")
                        .asString())
                .contains("at least one");
    }

    @Test
    void a_setup_with_too_many_topics() {
        View form = people.command(People.ADA, "setup").opened();
        Answer answer = people.submit(People.ADA, form, Map.of("topics", "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u"));
        assertThat(answer.errors()).containsOnlyKeys("topics");
        assertThat(answer.errors().get("topics")).contains("21").contains("20");
    }

    @Test
    void a_setup_by_somebody_who_is_not_the_organizer() {
        assertThat(refused(() -> people.command(People.BEN, "setup")))
                .contains("ask <@U0ADA>")
                .contains("change its settings");

        View form = people.command(People.ADA, "setup").opened();
        Map<String, String> before = world.kept(People.READING);
        JsonNode answer = door.submit(
                People.BEN, form, Map.of("topics", Map.of("type", "plain_text_input", "value", "mine")), people.now());
        assertThat(answer.path("response_action").asString()).isEqualTo("errors");
        assertThat(world.kept(People.READING)).isEqualTo(before);
    }

    @Test
    void a_setup_in_a_direct_message() {
        assertThat(people.commandIn("U0LECTERN", People.ADA, "setup").text()).contains("needs a channel");
    }

    @Test
    void a_nomination_of_nothing_opens_a_form_to_pick_a_paper_in() {
        for (String nothing : List.of("nominate", "nominate    ")) {
            Map<String, String> before = world.kept(People.READING);
            Answer answer = people.command(People.ADA, nothing);
            assertThat(answer.posts()).isEmpty();
            assertThat(answer.view()).isPresent();
            assertThat(world.kept(People.READING)).isEqualTo(before);
        }
    }

    @Test
    void a_nomination_that_matches_nothing() {
        assertThat(refused(() -> people.command(People.ADA, "nominate xylophone zebra quuxification")))
                .contains("No paper that I know matches “xylophone zebra quuxification”")
                .contains("/papers nominate <arXiv link> <its title>");
    }

    @Test
    void a_nomination_that_matches_several_offers_each_with_a_button() {
        Map<String, String> before = world.kept(People.READING);
        Answer answer = people.command(People.ADA, "nominate a");
        assertThat(world.kept(People.READING)).isEqualTo(before);
        assertThat(answer.posts()).hasSize(1);
        assertThat(answer.text()).containsPattern("^[1-9]\\d* papers match “a”\\. Which one\\? ");
        Post choice = answer.posts().get(0);
        assertThat(choice.values("ballot.nominate")).hasSizeBetween(2, 5);
        assertThat(choice.blocks("section"))
                .hasSize(choice.values("ballot.nominate").size() + 1);
    }

    @Test
    void a_nomination_of_an_arxiv_id_that_nobody_knows() {
        for (String id : List.of("2401.99999", "https://arxiv.org/abs/2401.99999v2", "arXiv:2401.99999")) {
            assertThat(refused(() -> people.command(People.ADA, "nominate " + id)))
                    .contains("I don't know arXiv:2401.99999 yet")
                    .contains("title");
        }
    }

    @Test
    void a_nomination_of_what_is_nominated_already() {
        assertThat(refused(() -> people.command(People.BEN, "nominate " + offered)))
                .contains("is nominated already, by you");
        Post digest = people.newest("digest/").orElseThrow();
        assertThat(refused(() -> people.click(People.CHEN, digest, "ballot.nominate", offered)))
                .contains("is nominated already, by <@U0BEN>");
    }

    @Test
    void commands_in_a_channel_without_a_group() {
        for (String command : List.of("nominate x", "backlog", "vote", "present", "schedule", "join", "leave")) {
            for (String channel : List.of("C0VISION", "C0GENERAL")) {
                assertThat(people.commandIn(channel, People.BEN, command).text())
                        .as("%s in %s", command, channel)
                        .isEqualTo("This channel has no reading group yet. `/papers setup` makes it one, in a minute.");
            }
        }
        assertThat(people.channel("C0VISION")).isEmpty();
    }

    @Test
    void commands_in_a_direct_message() {
        for (String command : List.of("nominate x", "backlog", "vote", "present", "schedule", "join", "leave")) {
            Answer answer = people.commandIn("U0LECTERN", People.BEN, command);
            assertThat(answer.posts()).as(command).hasSize(1);
            assertThat(answer.text()).as(command).contains("reading group");
        }
        assertThat(people.commandIn("U0LECTERN", People.BEN, "help").text()).contains("nominate");
    }

    @Test
    void a_verb_that_does_not_exist_names_the_nearest() {
        assertThat(refused(() -> people.command(People.ADA, "nomnate something")))
                .contains("I don't know `/papers nomnate`")
                .contains("Did you mean `/papers nominate`?");
        assertThat(refused(() -> people.command(People.ADA, "VOT"))).contains("Did you mean `/papers vote`?");
        assertThat(refused(() -> people.command(People.ADA, "blackbog"))).contains("`/papers backlog`");
    }

    @Test
    void odd_text_is_answered_like_any_other() {
        for (String odd : List.of(
                "🦜🦜🦜",
                "<!channel>",
                "<!here|here> now",
                "<@U0BEN>",
                "`rm -rf`",
                "*_~",
                "\u202Egnirts",
                "a\nb",
                "x".repeat(3000),
                "🦜".repeat(1500),
                "nominate/1",
                "%s %n {}",
                "../../etc/passwd")) {
            assertThat(refused(() -> people.command(People.ADA, odd)))
                    .contains("`/papers help`")
                    .doesNotContain("<@")
                    .matches(text -> text.chars().filter(c -> c == '`').count() % 2 == 0, "balanced backticks");
        }
    }

    @Test
    void odd_text_to_nominate_is_answered_like_any_other() {
        for (String odd : List.of("🦜🦜🦜", "<!channel>", "`quux`", "*", "x".repeat(2900))) {
            assertThat(refused(() -> people.command(People.ADA, "nominate " + odd)))
                    .containsAnyOf("No paper that I know matches", "No title has the words")
                    .doesNotContain("<https", "<!");
        }
    }

    @Test
    void a_link_to_a_page_that_nobody_can_look_up_needs_a_title() {
        assertThat(refused(() -> people.command(People.ADA, "nominate <https://evil.example|arXiv>")))
                .startsWith("I don't know https://evil.example yet. Write its title behind the link")
                .doesNotContain("<https");
    }

    @Test
    void a_button_of_another_version() {
        for (String action : List.of("ballot.vote/0/x", "ballot.vote/2/x", "nonsense/1", "paper.rate/7")) {
            assertThat(refusedClick(People.ADA, action, "x"))
                    .contains("another version")
                    .contains("`/papers help`");
        }
    }

    @Test
    void a_button_with_a_garbage_id_or_value() {
        String vote = ballot.buttons("ballot.vote").get(0).actionId();
        for (String value : List.of("nonsense!", "", "../..", "<!channel>", "🦜")) {
            assertThat(refusedClick(People.ADA, vote, value)).isNotBlank();
            assertThat(refusedClick(People.ADA, "ballot.nominate/1", value)).isNotBlank();
            assertThat(refusedClick(People.ADA, "paper.details/1", value)).isNotBlank();
            assertThat(refusedClick(People.ADA, "paper.similar/1", value)).isNotBlank();
            assertThat(refusedClick(People.ADA, "ballot.drop/1", value)).isNotBlank();
            assertThat(refusedClick(People.ADA, "presenter.accept/1/" + GROUP, value))
                    .isNotBlank();
        }
        for (String action : List.of(
                "ballot.vote/1",
                "ballot.vote/1/",
                "ballot.vote/1/no such!",
                "presenter.accept/1",
                "presenter.decline/1/x",
                "presenter.accept/1/T0LECTERN:C0NONE")) {
            assertThat(refusedClick(People.ADA, action, offered)).isNotBlank();
        }
    }

    @Test
    void joining_twice_and_leaving_as_a_stranger() {
        assertThat(refused(() -> people.command(People.BEN, "join"))).contains("You are a member already");
        assertThat(refused(() -> people.command(STRANGER, "leave"))).contains("You are not a member here");
        assertThat(refused(() -> people.command(STRANGER, "present"))).contains("`/papers join`");
    }

    @Test
    void taking_off_what_somebody_else_nominated() {
        assertThat(refusedClick(People.CHEN, "ballot.drop/1", offered)).contains("Only whoever nominated");
        assertThat(refusedClick(People.CHEN, "ballot.drop/1", takenOff)).contains("off the backlog already");
    }
}
