package dev.lectern.app;

import static dev.lectern.paper.source.FakeSource.body;
import static dev.lectern.paper.source.FakeSource.json;
import static dev.lectern.paper.source.FakeSource.status;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.paper.source.Arxiv;
import dev.lectern.paper.source.DailyPapersApi;
import dev.lectern.paper.source.FakeSource;
import dev.lectern.paper.source.QuickSites;
import dev.lectern.paper.source.Searches;
import dev.lectern.redis.TestRedis;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Members look on other sites for what Lectern does not know; servers on loopback stand for the sites. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ElsewhereTest {
    private static final String ARXIV = "/api/query";
    private static final String DAILY = "/api/papers/search";
    private static final String NOTHING = "<feed></feed>";

    private final FakeSource arxiv = new FakeSource();
    private final FakeSource daily = new FakeSource();
    private final QuickSites sites = new QuickSites(TestRedis.fresh(), Clock.systemUTC());
    private final Searches searches = new Searches(
            List.of(
                    new Searches.Place(
                            "arXiv",
                            new Arxiv(sites.site(Arxiv.rules(arxiv.at(""), arxiv.at(""))), arxiv.at(""), arxiv.at(""))
                                    ::search),
                    new Searches.Place(
                            "Hugging Face",
                            new DailyPapersApi(sites.site(DailyPapersApi.rules(daily.at(""))), daily.at(""))::search)),
            Duration.ofSeconds(20));
    private DemoWorld world;
    private People people;

    @BeforeAll
    void begin(@TempDir Path folder) {
        world = DemoWorld.begin(folder, searches);
        people = world.people();
    }

    @BeforeEach
    void nothing_is_there() {
        arxiv.on(ARXIV, body("application/atom+xml", NOTHING));
        daily.on(DAILY, json("[]"));
    }

    @AfterEach
    void nothing_that_was_shown_was_refused() {
        assertThat(people.calls().stream().filter(call -> !call.isOk())).isEmpty();
    }

    @AfterAll
    void stop() {
        world.close();
        searches.close();
        sites.close();
        arxiv.close();
        daily.close();
    }

    private void onArxiv(String... ids) {
        StringBuilder entries = new StringBuilder();
        for (String id : ids) {
            entries.append("<entry><id>http://arxiv.org/abs/" + id + "v1</id><title>On " + id + "</title>"
                    + "<published>2017-06-12T00:00:00Z</published></entry>");
        }
        arxiv.on(ARXIV, body("application/atom+xml", "<feed>" + entries + "</feed>"));
    }

    private void onDaily(String... ids) {
        daily.on(
                DAILY,
                json("["
                        + String.join(
                                ",",
                                List.of(ids).stream()
                                        .map(id -> "{\"paper\":{\"id\":\"%s\",\"title\":\"On %s\",\"upvotes\":7}}"
                                                .formatted(id, id))
                                        .toList())
                        + "]"));
    }

    private Post found(String channel, String user, String query) {
        Answer answer = people.commandIn(channel, user, "search " + query);
        assertThat(answer.posts()).as("%s", answer.json()).hasSize(1);
        return answer.posts().get(0);
    }

    private Post asked(String user, String query) {
        Post found = found(People.READING, user, query);
        assertThat(people.click(user, found, "discover.elsewhere").text()).startsWith("Looking for “");
        return found;
    }

    private List<Post> told(String user) {
        people.advance(Duration.ofSeconds(5));
        return people.direct(user).stream()
                .filter(post -> post.id().startsWith("discover.elsewhere/"))
                .toList();
    }

    private Post last(String user) {
        List<Post> all = told(user);
        assertThat(all).isNotEmpty();
        return all.get(all.size() - 1);
    }

    @Test
    void what_both_sites_find_is_told_by_a_direct_message_to_be_nominated() {
        onArxiv("1706.03762", "1810.04805");
        onDaily("1810.04805", "2005.14165");
        asked(People.BEN, "author:nobodyofthatname \"sesame street\"");

        Post told = last(People.BEN);
        assertThat(told.values("paper.details")).containsExactly("1706.03762", "1810.04805", "2005.14165");
        assertThat(told.read()).contains("arXiv and Hugging Face").doesNotContain("could be asked");
        assertThat(arxiv.targets())
                .last()
                .asString()
                .contains("all%3Asesame+AND+all%3Astreet+AND+all%3Anobodyofthatname");
        assertThat(people.click(People.BEN, told, "ballot.nominate", "1706.03762")
                        .text())
                .contains("Nominated");
        assertThat(people.command(People.CHEN, "nominate 2005.14165").text()).contains("Nominated");
    }

    @Test
    void where_papers_are_known_the_sites_can_be_looked_through_too() {
        onArxiv("1412.6980");
        assertThat(asked(People.ADA, "agents").values("paper.details")).isNotEmpty();
        assertThat(last(People.ADA).values("paper.details")).containsExactly("1412.6980");
    }

    @Test
    void pressing_twice_asks_and_tells_once() {
        onArxiv("1512.03385");
        Post found = found(People.READING, People.CHEN, "author:nobodyofthatname residuals");
        int before = arxiv.asked().size();
        people.click(People.CHEN, found, "discover.elsewhere");
        people.click(People.CHEN, found, "discover.elsewhere");
        assertThat(told(People.CHEN)).hasSize(1);
        assertThat(people.click(People.CHEN, found, "discover.elsewhere").text())
                .contains("a moment ago")
                .contains("direct message");
        assertThat(told(People.CHEN)).hasSize(1);
        assertThat(arxiv.asked()).hasSize(before + 1);

        people.advance(Duration.ofMinutes(11));
        onArxiv("1512.03385", "1603.05027");
        people.click(People.CHEN, found, "discover.elsewhere");
        assertThat(last(People.CHEN).values("paper.details")).containsExactly("1512.03385", "1603.05027");
    }

    @Test
    void what_a_site_that_was_down_missed_is_found_by_pressing_again() {
        daily.on(DAILY, status(403));
        Post found = asked(People.BEN, "author:nobodyofthatname patience");
        assertThat(last(People.BEN).text()).contains("Daily Papers refuses the question");
        onDaily("1312.5602");
        people.click(People.BEN, found, "discover.elsewhere");
        assertThat(last(People.BEN).values("paper.details")).containsExactly("1312.5602");
    }

    @Test
    void a_site_that_is_down_is_named_and_the_other_ones_papers_are_shown() {
        arxiv.on(ARXIV, status(403));
        onDaily("1406.2661");
        asked(People.DIYA, "author:nobodyofthatname adversaries");
        Post told = last(People.DIYA);
        assertThat(told.values("paper.details")).containsExactly("1406.2661");
        assertThat(told.read()).contains("arXiv refuses the question (HTTP 403)");
    }

    @Test
    void answers_that_are_none_are_told_with_what_to_do() {
        arxiv.on(ARXIV, body("text/html", "<html><body>Down</body></html>"));
        daily.on(DAILY, body("text/html", "<!doctype html><html><body>Down</body></html>"));
        asked(People.DIYA, "author:nobodyofthatname pages");
        assertThat(last(People.DIYA).text())
                .contains("arXiv answers with a web page")
                .contains("Daily Papers answers with a web page")
                .contains("Search again later");
    }

    @Test
    void nothing_found_anywhere_is_told_and_quotes_no_markup() {
        asked(People.EMIL, "author:nobodyofthatname <!here>");
        assertThat(last(People.EMIL).text())
                .contains("Nothing on arXiv and Hugging Face fits")
                .doesNotContain("<!here>");
    }

    @Test
    void a_search_without_words_is_not_sent_to_anybody() {
        int before = arxiv.asked().size();
        Post found = found(People.READING, People.EMIL, "since:2027");
        assertThat(people.click(People.EMIL, found, "discover.elsewhere").text())
                .contains("there are none in your search");
        people.advance(Duration.ofSeconds(5));
        assertThat(arxiv.asked()).hasSize(before);
    }

    @Test
    void where_there_is_no_group_the_papers_are_told_without_nominating() {
        onArxiv("1409.0473");
        Post found = found("C0GENERAL", People.ADA, "author:nobodyofthatname alignment");
        people.click(People.ADA, found, "discover.elsewhere");
        Post told = last(People.ADA);
        assertThat(told.values("paper.details")).containsExactly("1409.0473");
        assertThat(told.values("ballot.nominate")).isEmpty();
    }
}
