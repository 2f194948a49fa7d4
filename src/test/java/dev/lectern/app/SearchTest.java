package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** {@code /papers search}, as somebody types it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchTest {
    private DemoWorld world;
    private People people;
    private List<Draft> known;
    private List<Draft> toCome;

    @BeforeAll
    void a_demo_whose_model_is_loaded(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        LocalDate today = LocalDate.ofInstant(people.now(), ZoneOffset.UTC);
        known = DemoPapers.load().stream()
                .filter(draft -> !first(draft).isAfter(today))
                .toList();
        toCome = DemoPapers.load().stream()
                .filter(draft -> first(draft).isAfter(today))
                .toList();
        // On a busy machine loading it takes longer than Slack waits.
        await().atMost(Duration.ofMinutes(2))
                .until(() -> !people.command(People.ADA, "search agents").text().contains("longer than Slack"));
    }

    private static LocalDate first(Draft draft) {
        return draft.listings().stream()
                .map(Listing::day)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static String id(Draft draft) {
        return draft.names().arxiv().orElseThrow().value();
    }

    private Post found(String query) {
        Answer answer = people.command(People.BEN, "search " + query);
        assertThat(answer.posts()).as("%s", answer.json()).hasSize(1);
        return answer.posts().get(0);
    }

    @Test
    void a_title_finds_its_paper_first_to_be_nominated_and_opened() {
        Draft wanted = known.get(0);
        Post found = found(wanted.title());
        assertThat(found.isEphemeral()).isTrue();
        assertThat(found.values("paper.details")).startsWith(id(wanted)).hasSizeLessThanOrEqualTo(5);
        assertThat(people.click(People.BEN, found, "ballot.nominate", id(wanted))
                        .text())
                .startsWith("Nominated");
        assertThat(found(wanted.title()).read()).contains("Nominated by <@U0BEN>");
    }

    @Test
    void five_are_shown_and_five_more_on_demand() {
        Post first = found("language model");
        assertThat(first.values("paper.details")).hasSize(5);
        Post second = people.click(People.BEN, first, "discover.more").posts().get(0);
        List<String> all = new ArrayList<>(first.values("paper.details"));
        all.addAll(second.values("paper.details"));
        assertThat(all).doesNotHaveDuplicates().hasSizeBetween(6, 10);
        assertThat(second.values("discover.more")).isEmpty();
    }

    @Test
    void what_is_listed_only_later_is_not_found() {
        for (Draft later : toCome.subList(0, 3)) {
            Answer answer = people.command(People.BEN, "search " + later.title());
            assertThat(answer.posts().stream().flatMap(post -> post.values("paper.details").stream()))
                    .doesNotContain(id(later));
        }
    }

    @Test
    void a_wrong_query_and_none_at_all_are_told_how_to_look() {
        assertThat(people.command(People.BEN, "search read:maybe").text())
                .contains("neither yes nor no")
                .contains("since:2026-03");
        assertThat(people.command(People.BEN, "search").text()).contains("author:");
    }

    @Test
    void nothing_found_says_the_way_out_and_quotes_no_markup() {
        assertThat(people.command(People.BEN, "search author:nobodyofthatname <!here>")
                        .text())
                .contains("Nothing that I know fits")
                .contains("/papers nominate")
                .doesNotContain("<!here>");
    }

    @Test
    void where_no_other_sites_are_set_up_nobody_is_offered_to_look_there() {
        assertThat(found("agents").values("discover.elsewhere")).isEmpty();
    }

    @Test
    void without_a_group_it_finds_and_offers_no_nomination() {
        Post found = people.commandIn(
                        "C0GENERAL", People.ADA, "search " + known.get(1).title())
                .posts()
                .get(0);
        assertThat(found.values("paper.details")).startsWith(id(known.get(1)));
        assertThat(found.values("ballot.nominate")).isEmpty();
    }
}
