package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Nominating by words, in the form that offers titles, and by a message's menu. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NominateTest {
    private static final String FIELD = "ballot.nominate.titles/1";
    private static final String SHORTCUT = "nominate_link";

    private DemoWorld world;
    private People people;
    private List<Draft> known;
    private List<Draft> toCome;

    @BeforeAll
    void a_group(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        LocalDate today = LocalDate.ofInstant(people.now(), ZoneOffset.UTC);
        Comparator<Draft> byTitle = Comparator.comparing(Draft::title);
        known = DemoPapers.load().stream()
                .filter(draft -> !first(draft).isAfter(today))
                .sorted(byTitle)
                .toList();
        toCome = DemoPapers.load().stream()
                .filter(draft -> first(draft).isAfter(today))
                .sorted(byTitle)
                .toList();
    }

    private static LocalDate first(Draft draft) {
        return draft.listings().stream()
                .map(Listing::day)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MIN);
    }

    @AfterEach
    void closeForms() {
        People.ALL.forEach(people::closeModals);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private static String id(Draft draft) {
        return draft.names().arxiv().orElseThrow().value();
    }

    private static List<String> values(List<JsonNode> options) {
        return options.stream().map(option -> option.path("value").asString()).toList();
    }

    @Test
    void without_words_a_form_opens_that_offers_titles_and_nominates_the_one_picked() {
        View form = people.command(People.BEN, "nominate").opened();
        assertThat(form.title()).isEqualTo("Nominate a paper");
        assertThat(people.type(People.BEN, form, FIELD, "")).as("the newest").isNotEmpty();
        Draft wanted = known.get(0);
        String begun = wanted.title().substring(0, Math.min(20, wanted.title().length()));

        List<JsonNode> offered = people.type(People.BEN, form, FIELD, begun);

        assertThat(values(offered)).startsWith(id(wanted));
        assertThat(offered)
                .hasSizeLessThanOrEqualTo(100)
                .allSatisfy(option ->
                        assertThat(option.path("text").path("text").asString()).hasSizeLessThanOrEqualTo(75));
        Answer done = people.submit(People.BEN, form, Map.of("paper", id(wanted)));
        assertThat(done.result()).isEqualTo("updated");
        assertThat(people.modals(People.BEN)).hasSize(1);
        assertThat(people.modals(People.BEN).get(0).read()).startsWith("Nominated ");
        assertThat(people.command(People.BEN, "backlog").posts().get(0).values("paper.details"))
                .contains(id(wanted));
    }

    @Test
    void the_form_wants_a_paper_and_offers_none_that_is_listed_only_later() {
        View form = people.command(People.CHEN, "nominate").opened();
        assertThat(people.submit(People.CHEN, form, Map.of()).errors()).containsKey("paper");
        for (Draft later : toCome.subList(0, 5)) {
            assertThat(values(people.type(People.CHEN, form, FIELD, later.title())))
                    .doesNotContain(id(later));
        }
        assertThat(people.type(People.CHEN, form, FIELD, "xyzzyqwv")).isEmpty();
    }

    @Test
    void a_paper_of_a_list_day_to_come_is_not_found_by_its_title() {
        Draft later = toCome.get(0);
        assertThat(people.command(People.CHEN, "nominate " + later.title()).text())
                .doesNotStartWith("Nominated")
                .doesNotContain(id(later));
    }

    @Test
    void a_whole_title_nominates_and_a_misspelt_word_asks() {
        Draft wanted = known.get(1);
        assertThat(people.command(People.DIYA, "nominate " + wanted.title()).text())
                .startsWith("Nominated");
        assertThat(people.command(People.DIYA, "nominate xyzzyqwv").text()).contains("No paper that I know matches");
    }

    @Test
    void a_messages_menu_nominates_what_it_links_to() {
        Draft one = known.get(2);
        Draft other = known.get(3);
        Post linked = people.say(People.ADA, People.READING, "How about https://arxiv.org/abs/" + id(one) + "v2?");
        assertThat(people.shortcut(People.EMIL, linked, SHORTCUT).text()).startsWith("Nominated");
        assertThat(people.shortcut(People.EMIL, linked, SHORTCUT).text()).contains("nominated already, by you");

        Post both = people.say(
                People.ADA,
                People.READING,
                "https://arxiv.org/abs/" + id(one) + " or https://huggingface.co/papers/" + id(other));
        Post answer = people.shortcut(People.FATIMA, both, SHORTCUT).posts().get(0);
        assertThat(answer.blocks("section")).hasSize(2);
        assertThat(answer.read()).contains("is nominated already").containsPattern("(?m)^Nominated ");
        assertThat(people.command(People.FATIMA, "backlog").posts().get(0).values("paper.details"))
                .contains(id(one), id(other));
    }

    @Test
    void a_message_without_a_known_paper_says_the_way_out() {
        Post none = people.say(People.ADA, People.READING, "Good morning");
        assertThat(people.shortcut(People.EMIL, none, SHORTCUT).text()).contains("no link to a paper");
        Post unknown = people.say(People.ADA, People.READING, "https://arxiv.org/abs/1701.00001");
        assertThat(people.shortcut(People.EMIL, unknown, SHORTCUT).text()).contains("/papers nominate");
        assertThat(people.shortcut(People.EMIL, none, "from_elsewhere").text()).contains("another version");
    }

    @Test
    void where_there_is_no_group_no_form_opens() {
        assertThat(people.commandIn("C0GENERAL", People.ADA, "nominate").text()).contains("/papers setup");
    }
}
