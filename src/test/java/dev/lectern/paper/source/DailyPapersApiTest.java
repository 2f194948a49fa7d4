package dev.lectern.paper.source;

import static dev.lectern.paper.source.FakeSource.body;
import static dev.lectern.paper.source.FakeSource.json;
import static dev.lectern.paper.source.FakeSource.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.SettableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DailyPapersApiTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
    private static final String LISTS = "/api/daily_papers";

    private final FakeSource source = new FakeSource();
    private final QuickSites sites =
            new QuickSites(TestRedis.fresh(), new SettableClock(Instant.parse("2026-11-20T10:00:00Z")));
    private final DailyPapersApi api =
            new DailyPapersApi(sites.site(DailyPapersApi.rules(source.at(""))), source.at("/"));

    @AfterEach
    void close() {
        sites.close();
        source.close();
    }

    private static String row(int number) {
        return "{\"paper\":{\"id\":\"2611.%05d\",\"title\":\"Paper number %d\",\"upvotes\":%d},\"numComments\":2}"
                .formatted(number, number, number);
    }

    private static String rows(int from, int to) {
        return IntStream.range(from, to).mapToObj(DailyPapersApiTest::row).collect(Collectors.joining(",", "[", "]"));
    }

    private static List<String> titles(Listed listed) {
        return listed.papers().stream().map(Draft::title).toList();
    }

    @Test
    void a_day_has_its_papers_and_they_are_of_that_day() throws SourceTrouble {
        source.on(LISTS, json(rows(1, 3)));

        Listed listed = api.day(FRIDAY);

        assertThat(listed.problem()).isEmpty();
        assertThat(titles(listed)).containsExactly("Paper number 1", "Paper number 2");
        assertThat(listed.papers().get(1).listings()).containsExactly(Listing.daily(FRIDAY));
        assertThat(listed.papers().get(1).echo().upvotes()).isEqualTo(2);
        assertThat(source.targets()).containsExactly(LISTS + "?date=2026-11-20&limit=100&p=0");
    }

    @Test
    void a_row_that_says_its_own_day_keeps_it() throws SourceTrouble {
        source.on(LISTS, json("[{\"paper\":{\"title\":\"A\",\"submittedOnDailyAt\":\"2026-11-19T00:00:00Z\"}}]"));

        assertThat(api.day(FRIDAY).papers().get(0).listings())
                .containsExactly(Listing.daily(LocalDate.parse("2026-11-19")));
    }

    @Test
    void more_than_a_page_is_asked_for_page_by_page() throws SourceTrouble {
        source.on(LISTS, json(rows(0, 100)), json(rows(100, 130)));

        assertThat(api.day(FRIDAY).papers()).hasSize(130);
        assertThat(source.targets())
                .containsExactly(LISTS + "?date=2026-11-20&limit=100&p=0", LISTS + "?date=2026-11-20&limit=100&p=1");
    }

    @Test
    void a_site_that_ignores_the_page_is_not_asked_for_ever() throws SourceTrouble {
        source.on(LISTS, json(rows(0, 100)));

        assertThat(api.day(FRIDAY).papers()).hasSize(100);
        assertThat(source.targets()).hasSize(2);
    }

    @Test
    void what_a_person_brought_is_on_their_own_list_too() throws SourceTrouble {
        source.on(
                LISTS,
                json("[{\"paper\":{\"title\":\"A\",\"submittedOnDailyAt\":\"2026-11-19T00:00:00Z\"}},"
                        + "{\"paper\":{\"title\":\"No day\"}},7]"));
        LocalDate day = LocalDate.parse("2026-11-19");

        List<Draft> papers = api.submittedBy("a&b").papers();
        assertThat(papers.get(0).listings())
                .containsExactly(Listing.daily(day), new Listing(PaperList.submitter("a&b"), day));
        assertThat(papers.get(1).listings()).isEmpty();
        assertThat(source.targets()).containsExactly(LISTS + "?submitter=a%26b&limit=100");
    }

    @Test
    void pages_before_one_that_failed_are_kept() throws SourceTrouble {
        source.on(LISTS, json(rows(0, 100)), status(403));

        Listed listed = api.day(FRIDAY);
        assertThat(listed.papers()).hasSize(100);
        assertThat(listed.problem()).contains("Daily Papers refuses the question (HTTP 403)");
    }

    @Test
    void a_day_that_is_not_open_yet_and_a_weekend_have_nothing() throws SourceTrouble {
        source.on(LISTS, status(400), json("[]"));

        assertThat(api.day(FRIDAY)).isEqualTo(api.day(FRIDAY.plusDays(1)));
        assertThat(api.day(FRIDAY).papers()).isEmpty();
    }

    @Test
    void one_paper_is_found_and_one_that_is_not_there_is_not() throws SourceTrouble {
        source.on("/api/papers/2611.00001", json("{\"id\":\"2611.00001\",\"title\":\"Alone\",\"upvotes\":7}"));

        Draft found = api.find(Names.find("2611.00001")).orElseThrow();
        assertThat(found.title()).isEqualTo("Alone");
        assertThat(found.echo().upvotes()).isEqualTo(7);
        assertThat(api.find(Names.find("2611.00002"))).isEmpty();
        assertThat(api.takes(Names.NONE.withArxiv(new ArxivId("cs/9901001")))).isFalse();
        assertThat(api.takes(Names.NONE)).isFalse();
    }

    @Test
    void another_paper_than_the_one_asked_for_is_not_taken() {
        source.on("/api/papers/2611.00001", json("{\"id\":\"2611.00002\",\"title\":\"Another\"}"));

        assertThatThrownBy(() -> api.find(Names.find("2611.00001")))
                .hasMessage("Daily Papers answers something else than the paper it was asked for");
    }

    @Test
    void a_search_is_put_within_the_sites_limits() throws SourceTrouble {
        source.on("/api/papers/search", json(rows(1, 2)));

        assertThat(api.search("agents  that\nforget " + "x".repeat(300), 500).papers())
                .hasSize(1);
        String target = source.targets().get(0);
        assertThat(target)
                .startsWith("/api/papers/search?q=agents+that+forget+xxx")
                .endsWith("x&limit=120");
        assertThat(target.length()).isEqualTo("/api/papers/search?q=&limit=120".length() + 250);
    }

    @Test
    void a_broken_row_is_left_out_and_the_rest_is_kept() throws SourceTrouble {
        source.on(LISTS, json("[" + row(1) + ",7,{\"paper\":{\"upvotes\":3}}," + row(2) + "]"));

        assertThat(titles(api.day(FRIDAY))).containsExactly("Paper number 1", "Paper number 2");
    }

    @Test
    void of_an_answer_that_was_cut_off_the_rows_before_are_kept() throws SourceTrouble {
        source.on(LISTS, json("[" + row(1) + "," + row(2).substring(0, 30)));

        Listed listed = api.day(FRIDAY);
        assertThat(titles(listed)).containsExactly("Paper number 1");
        assertThat(listed.problem().orElseThrow())
                .startsWith("Daily Papers sent an answer that cannot be read to its end (");
    }

    @Test
    void an_object_that_is_no_list_is_a_problem() throws SourceTrouble {
        source.on(LISTS, json("{\"error\":\"over capacity\"}"), json("{\"papers\":\"none\"}"));

        assertThat(api.day(FRIDAY).problem().orElseThrow()).contains("over capacity");
        assertThat(api.day(FRIDAY).problem()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "<!DOCTYPE html><html><body>Sorry</body></html>, a web page",
        "'', nothing",
        "Bad gateway, something else",
    })
    void what_is_not_json_is_said(String sent, String what) {
        source.on(LISTS, body("application/json", sent));

        assertThatThrownBy(() -> api.day(FRIDAY))
                .isInstanceOf(SourceTrouble.class)
                .hasMessage("Daily Papers answers with " + what + " instead of papers");
    }
}
