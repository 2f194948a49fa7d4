package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** How people come to papers in Slack: lists, as the demo's days go by. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiscoverTest {
    private static final String NO_GROUP = "C0GENERAL";

    private DemoWorld world;
    private People people;

    @BeforeAll
    void a_demo(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(people.now(), ZoneOffset.UTC);
    }

    private static List<Draft> listedFrom(LocalDate first, LocalDate last) {
        return DemoPapers.load().stream()
                .filter(draft -> draft.listings().stream()
                        .map(Listing::day)
                        .anyMatch(day -> !day.isBefore(first) && !day.isAfter(last)))
                .toList();
    }

    private Post only(Answer answer) {
        assertThat(answer.posts()).as("%s", answer.json()).hasSize(1);
        assertThat(answer.posts().get(0).isEphemeral()).isTrue();
        return answer.posts().get(0);
    }

    private List<String> pages(Post first) {
        List<String> ids = new ArrayList<>(first.values("paper.details"));
        Post page = first;
        while (!page.values("discover.page").isEmpty()) {
            page = only(people.click(People.BEN, page, "discover.page"));
            ids.addAll(page.values("paper.details"));
        }
        return ids;
    }

    @Test
    @Order(1)
    void today_shows_the_newest_list_and_nothing_of_days_to_come() {
        Post list = only(people.command(People.BEN, "today"));

        List<Draft> known = listedFrom(today().minusDays(20), today());
        LocalDate newest = known.stream()
                .flatMap(draft -> draft.listings().stream())
                .map(Listing::day)
                .filter(day -> !day.isAfter(today()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(pages(list)).hasSameSizeAs(listedFrom(newest, newest)).doesNotHaveDuplicates();
        assertThat(list.read()).contains("Daily Papers of ");
        assertThat(list.values("ballot.nominate")).hasSameSizeAs(list.values("paper.details"));
    }

    @Test
    @Order(2)
    void the_lists_have_pages_of_ten_the_most_upvoted_first() {
        people.advance(Duration.ofDays(3));
        for (String word : List.of("week", "month", "trending")) {
            Post list = only(people.command(People.BEN, word));
            assertThat(list.values("paper.details")).as(word).hasSizeBetween(1, 10);
            assertThat(pages(list)).as(word).doesNotHaveDuplicates();
            assertThat(list.blocks().size()).isLessThanOrEqualTo(50);
        }
        LocalDate monday = today().minusDays(today().getDayOfWeek().getValue() - 1L);
        List<String> week = pages(only(people.command(People.BEN, "week")));
        assertThat(week).hasSameSizeAs(listedFrom(monday, today()));
        List<Integer> upvotes = week.stream()
                .map(id -> DemoPapers.load().stream()
                        .filter(draft ->
                                draft.names().arxiv().orElseThrow().value().equals(id))
                        .findFirst()
                        .orElseThrow()
                        .echo()
                        .upvotes())
                .toList();
        assertThat(upvotes).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    @Order(3)
    void a_listed_paper_is_nominated_and_opened_from_its_row() {
        Post list = only(people.command(People.CHEN, "week"));
        String paper = list.values("paper.details").get(0);
        assertThat(people.click(People.CHEN, list, "paper.details", paper)
                        .opened()
                        .title())
                .isEqualTo("Paper");
        people.closeModals(People.CHEN);
        assertThat(people.click(People.CHEN, list, "ballot.nominate", paper).text())
                .startsWith("Nominated");
    }

    @Test
    @Order(4)
    void where_there_is_no_group_the_lists_work_without_nominating() {
        Post list = only(people.commandIn(NO_GROUP, People.ADA, "week"));
        assertThat(list.values("paper.details")).isNotEmpty();
        assertThat(list.values("ballot.nominate")).isEmpty();
    }

    @Test
    @Order(5)
    void on_a_saturday_today_is_fridays_list_and_says_so() {
        people.advance(Duration.ofDays(6L - today().getDayOfWeek().getValue()));
        Post list = only(people.command(People.BEN, "today"));
        assertThat(list.read()).contains("Daily Papers of Friday").contains("no list at the weekend");
    }

    @Test
    @Order(6)
    void nothing_that_was_shown_was_refused() {
        assertThat(people.calls().stream().filter(call -> !call.isOk())).isEmpty();
    }
}
