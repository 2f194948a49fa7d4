package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a group finds of a meeting that it held, and how it looks in numbers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchiveInTheSandboxTest {
    private final List<String> before = new ArrayList<>();
    private DemoWorld world;
    private People people;
    private ReadMeeting read;

    @BeforeAll
    void a_meeting_is_held(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        for (String command : List.of("archive", "archive export", "stats", "stats me")) {
            before.add(shown(people.command(People.EMIL, command)));
        }
        read = ReadMeeting.hold(world).discussed();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static String shown(Answer answer) {
        return answer.posts().isEmpty()
                ? answer.text()
                : answer.text() + "\n" + answer.posts().get(0).read();
    }

    private Post archive(String query) {
        return people.command(People.EMIL, ("archive " + query).strip()).posts().get(0);
    }

    @Test
    void before_the_first_meeting_everything_says_what_will_be_there() {
        assertThat(before.get(0)).contains("has read nothing yet", "/papers schedule");
        assertThat(before.get(1)).contains("nothing to export");
        assertThat(before.get(2)).contains("nothing to draw yet");
        assertThat(before.get(3)).contains("Nothing to tell yet");
    }

    @Test
    void the_archive_shows_what_was_read_by_whom_and_how_it_was_liked() {
        Post archive = archive("");
        assertThat(archive.read())
                .contains("*1 paper* that this group has read", read.title(), "presented by <@U0CHEN>")
                .contains("nominated by <@U0BEN>", "★ 4.3 of 5", "4 there");
        assertThat(archive.values("paper.details"))
                .containsExactly(read.paper.id().value());
        assertThat(archive.buttons("remember.rules")).isEmpty();
        assertThat(people.command(People.ADA, "archive").posts().get(0).buttons("remember.rules"))
                .as("the organizer's")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeppelins",
                "\"best part\"",
                "labels",
                "by:@chen",
                "by:ben rating:4",
                "zeppelin since:2020 until:2030 by:Yulan"
            })
    void it_is_found_by(String query) {
        assertThat(archive(query).read()).contains(read.title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"airships", "by:ada", "by:me", "rating:5", "since:2030", "\"part best\""})
    void it_is_not_found_by(String query) {
        assertThat(people.command(People.EMIL, "archive " + query).text()).contains("Nothing that this group has read");
    }

    @Test
    void a_filter_that_cannot_be_understood_is_said_with_the_way_to_write_it() {
        assertThat(people.command(People.EMIL, "archive since:soon").text())
                .contains("'soon' is no day", "since:2026-03");
    }

    @Test
    void notes_open_with_links_and_what_people_typed_does_nothing() {
        View notes = people.click(People.EMIL, archive(""), "remember.notes").opened();
        assertThat(notes.title()).isEqualTo("Notes");
        assertThat(notes.read())
                .contains("The zeppelin example", "&lt;!channel&gt;", "<https://slides.example/reading|Slides>")
                .contains("from <@U0DIYA>");
        people.closeModals(People.EMIL);
    }

    @Test
    void questions_open_the_most_wanted_first_and_an_anonymous_one_stays_so() {
        View questions =
                people.click(People.EMIL, archive(""), "remember.questions").opened();
        assertThat(questions.read())
                .containsSubsequence("Who pays for", "asked anonymously", "without labels", "asked by <@U0DIYA>")
                .contains("+2", "+1")
                .doesNotContain("U0EMIL", "*that*");
        people.closeModals(People.EMIL);
    }

    @Test
    void a_button_to_a_meeting_that_is_unknown_is_answered_in_a_sentence() {
        Post old = people.leftBehind("remember.notes/1", "1999-01-07");
        assertThat(people.click(People.EMIL, old, "remember.notes").text()).contains("know nothing of that meeting");
        Post broken = people.leftBehind("remember.archive/1", "-1 x");
        assertThat(people.click(People.EMIL, broken, "remember.archive").text()).contains("from another version");
        Post far = people.leftBehind("remember.archive/1", "8 ");
        assertThat(people.click(People.EMIL, far, "remember.archive").text()).contains("nothing older");
    }

    @Test
    void the_export_comes_once_by_direct_message_and_names_nobody_who_asked() {
        assertThat(people.command(People.FATIMA, "archive Export").text()).contains("by direct message");
        people.settle();
        List<JsonNode> files = people.direct(People.FATIMA).stream()
                .flatMap(post -> post.json().path("files").valueStream())
                .toList();
        assertThat(files)
                .singleElement()
                .satisfies(file -> assertThat(file.path("name").asString()).isEqualTo("archive.csv"));
        assertThat(fetched(files.get(0).path("url_private").asString()))
                .startsWith("date,title,link,presenter,nominated by,rating")
                .contains(read.meeting.id().value(), "Chen Yulan", "Ben Okafor", ",4.3,3,2,4,", "zeppelin", "Who pays")
                .doesNotContain("Emil", "Diya");
    }

    private static String fetched(String url) {
        try {
            return HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void the_group_in_numbers_is_shown_in_bars_of_text_and_page_by_page() {
        Post stats = people.command(People.EMIL, "stats").posts().get(0);
        assertThat(stats.read())
                .contains("1 meeting, 1 paper read", "*Turns to present*", "1  Chen Yulan", "<@U0CHEN>: 1 of 1")
                .contains("*Papers by topic: ");
        assertThat(stats.blocks("data_visualization")).isEmpty();
        Post more = turned(stats, "taking_part/year");
        assertThat(more.read()).contains("*Turnout of votes*", "100  ", "*Who came*", "4  ");
        assertThat(turned(more, "ratings/year").read()).contains("*Worth it? From 1 to 5*", "4.3");
        assertThat(turned(stats, "reading/all").read()).contains("Over all time: 1 meeting");
    }

    private Post turned(Post page, String to) {
        String action = page.buttons("remember.stats").stream()
                .map(Shown.Button::actionId)
                .filter(id -> id.endsWith(to))
                .findFirst()
                .orElseThrow();
        return people.click(People.EMIL, people.leftBehind(action, ""), "remember.stats")
                .posts()
                .get(0);
    }

    @Test
    void whoever_shares_it_shows_the_channel_charts_that_call_nobody() {
        Post stats = people.command(People.BEN, "stats").posts().get(0);
        String page = stats.button("remember.share").value();
        people.click(People.BEN, people.leftBehind("remember.share/1", page), "remember.share");
        people.settle();
        Post shared = people.newest("remember.stats/").orElseThrow();
        assertThat(shared.blocks("data_visualization")).hasSize(2);
        assertThat(shared.read()).contains("Chen Yulan: 1 of 1").doesNotContain("<@");
        assertThat(shared.buttons()).isEmpty();
    }

    @Test
    void one_s_own_part_is_for_oneself() {
        Post mine = people.command(People.DIYA, "stats me").posts().get(0);
        assertThat(mine.read())
                .contains("voted in 1 of 1 vote", "were at 1 of 1 meeting", "asked 1 question", "presented 0 of 1");
        people.click(
                People.DIYA,
                people.leftBehind(
                        "remember.share/1", mine.button("remember.share").value()),
                "remember.share");
        people.settle();
        assertThat(people.direct(People.DIYA))
                .filteredOn(post -> post.id().startsWith("remember.stats/mine"))
                .singleElement()
                .satisfies(post -> assertThat(post.blocks("data_visualization")).hasSize(1));
        assertThat(people.channel()).noneMatch(post -> post.id().startsWith("remember.stats/mine"));
        assertThat(people.command(People.EMIL, "stats me").posts().get(0).read())
                .as("what Emil asked anonymously")
                .contains("asked 0 questions");
        assertThat(people.command(People.EMIL, "stats @diya").text()).contains("theirs to look at");
    }
}
