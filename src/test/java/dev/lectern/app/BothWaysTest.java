package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A group's week until the vote, over HTTP and over sockets: every kind of request comes in and is answered. */
@ParameterizedClass
@EnumSource(Demo.Way.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit and the first method set them
class BothWaysTest {
    @Parameter
    private Demo.Way way;

    private DemoWorld world;
    private People people;
    private Post digest;

    @BeforeParameterizedClassInvocation
    void a_group_with_a_digest(Demo.Way chosen, @TempDir Path folder) {
        world = DemoWorld.begin(folder, chosen);
        people = world.people();
        digest = people.newest("digest/").orElseThrow();
    }

    @AfterParameterizedClassInvocation
    void stop() {
        assertThat(people.sockets().path("sent").asInt() > 0)
                .as("requests over sockets")
                .isEqualTo(way == Demo.Way.SOCKETS);
        world.close();
    }

    private String paper(int place) {
        return digest.values("paper.details").get(place);
    }

    @Test
    void a_command_is_answered_to_the_person_alone() {
        assertThat(people.command(People.BEN, "help").text()).contains("nominate");
        assertThat(people.command(People.BEN, "nomnate x").text()).contains("Did you mean `/papers nominate`?");
    }

    @Test
    void another_channel_is_set_up_with_a_form_that_says_what_is_wrong_beside_the_field() {
        View form = people.commandIn("C0VISION", People.BEN, "setup").opened();
        Answer wrong = people.submit(People.BEN, form, Map.of("zone", "Mars/Olympus"));
        assertThat(wrong.result()).isEqualTo("errors");
        assertThat(wrong.errors().get("zone")).contains("Europe/Berlin");
        assertThat(people.submit(People.BEN, form, Map.of("zone", "Europe/Berlin"))
                        .result())
                .isNotEqualTo("errors");
        people.settle();
        assertThat(people.channel("C0VISION")).isNotEmpty();
        people.closeModals(People.BEN);
    }

    @Test
    void a_click_opens_a_modal() {
        View paper =
                people.click(People.CHEN, digest, "paper.details", paper(0)).opened();
        assertThat(paper.title()).isEqualTo("Paper");
        people.closeModals(People.CHEN);
    }

    @Test
    void a_field_offers_titles_and_the_form_nominates_one() {
        View form = people.command(People.DIYA, "nominate").opened();
        var offered = people.type(People.DIYA, form, "ballot.nominate.titles/1", "");
        assertThat(offered).isNotEmpty();
        Answer done = people.submit(
                People.DIYA, form, Map.of("paper", offered.get(0).path("value").asString()));
        assertThat(done.result()).isEqualTo("updated");
        people.closeModals(People.DIYA);
    }

    @Test
    void the_home_is_shown_to_whoever_opens_it() {
        assertThat(people.home(People.EMIL).read()).isNotBlank();
    }

    @Test
    void a_link_gets_a_card_below_it_and_is_nominated_from_there() {
        Post said = people.say(People.BEN, People.READING, "Look: https://arxiv.org/abs/" + paper(4));
        assertThat(said.unfurls()).hasSize(1);
        assertThat(people.click(People.CHEN, said.unfurls().get(0), "ballot.nominate", paper(4))
                        .text())
                .startsWith("Nominated");
    }

    @Test
    void a_messages_menu_is_answered() {
        Post said = people.say(People.BEN, People.READING, "Nothing to nominate here");
        assertThat(people.shortcut(People.BEN, said, "nominate_link").text()).isNotBlank();
    }

    @Test
    void papers_are_nominated_voted_on_and_the_winner_announced() {
        List<String> chosen = List.of(paper(1), paper(2));
        chosen.forEach(one -> assertThat(
                        people.click(People.BEN, digest, "ballot.nominate", one).text())
                .startsWith("Nominated"));
        people.command(People.ADA, "vote");
        people.settle();
        Post ballot = people.newest("ballot/").orElseThrow();
        for (String voter : List.of(People.ADA, People.BEN, People.CHEN)) {
            people.click(voter, ballot, "ballot.vote", chosen.get(1));
        }
        people.advance(Duration.ofDays(7));
        assertThat(people.newest("ballot.result/")).isPresent();
    }

    @Test
    void somebody_who_leaves_the_channel_is_heard_of() {
        people.leave(People.EMIL, People.READING);
        people.settle();
        assertThat(world.redis().get("lectern:{T0LECTERN:C0READING}:group")).doesNotContain(People.EMIL);
        people.rejoin(People.EMIL, People.READING);
    }
}
