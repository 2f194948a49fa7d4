package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.work.Outgoing;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Somebody posts a link, and a card below it says what it leads to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinksTest {
    private static final String UNKNOWN = "https://arxiv.org/abs/1701.00001";

    private DemoWorld world;
    private People people;
    private Post digest;

    @BeforeAll
    void a_group_with_a_digest(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        people = world.people();
        digest = people.newest("digest/").orElseThrow();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    private String paper(int place) {
        return digest.values("paper.details").get(place);
    }

    private long unfurls() {
        return people.calls().stream()
                .filter(call -> call.method().equals("chat.unfurl"))
                .count();
    }

    @Test
    void a_known_paper_is_shown_below_and_nominated_from_there() {
        String paper = paper(0);
        Post said = people.say(People.BEN, People.READING, "Look: https://arxiv.org/pdf/" + paper + "v1");

        Post card = said.unfurls().get(0);
        assertThat(said.unfurls()).hasSize(1);
        assertThat(card.read()).contains("https://arxiv.org/abs/" + paper).contains("upvote");
        assertThat(people.click(People.CHEN, card, "ballot.nominate", paper).text())
                .startsWith("Nominated");

        Post again = people.say(People.BEN, People.READING, "Again: https://huggingface.co/papers/" + paper);
        assertThat(again.unfurls().get(0).read()).contains("Nominated");
        assertThat(again.unfurls().get(0).values("ballot.nominate")).isEmpty();
        assertThat(people.click(People.CHEN, again.unfurls().get(0), "paper.details", paper)
                        .opened()
                        .title())
                .isEqualTo("Paper");
        people.closeModals(People.CHEN);
    }

    private int deliver(String event) {
        String envelope = """
                {"type":"event_callback","team_id":"T0LECTERN","api_app_id":"A0LECTERN","event_id":"Ev1",
                 "event_time":1,"event":%s}""".formatted(event);
        return new Door(world.port())
                .send(Door.Knock.signed(envelope, people.now()), "application/json")
                .statusCode();
    }

    @Test
    void an_event_that_comes_again_shows_its_card_once_and_one_from_a_composer_shows_none() {
        String link = "https://arxiv.org/abs/" + paper(5);
        String shared = """
                {"type":"link_shared","user":"U0BEN","channel":"%s","message_ts":"%s","source":"%s",
                 "links":[{"domain":"arxiv.org","url":"%s"}]}""";
        String ts = people.say(People.BEN, People.READING, link).ts();
        long before = unfurls();
        for (int i = 0; i < 3; i++) {
            assertThat(deliver(shared.formatted(People.READING, ts, "conversations_history", link)))
                    .isEqualTo(200);
        }
        assertThat(deliver(shared.formatted("COMPOSER", "U0BEN-1-2", "composer", link)))
                .isEqualTo(200);
        people.settle();
        assertThat(unfurls()).isEqualTo(before);
    }

    @Test
    void several_links_have_a_card_each_and_two_to_one_paper_have_one() {
        Post said = people.say(
                People.BEN,
                People.READING,
                "https://arxiv.org/abs/" + paper(1) + " https://www.alphaxiv.org/abs/" + paper(1) + " "
                        + "https://arxiv.org/abs/" + paper(2) + " " + UNKNOWN);
        assertThat(said.unfurls()).hasSize(2);
    }

    @Test
    void an_unknown_paper_and_another_channel_have_no_card() {
        long before = unfurls();
        assertThat(people.say(People.BEN, People.READING, UNKNOWN).unfurls()).isEmpty();
        assertThat(people.say(People.ADA, "C0GENERAL", "https://arxiv.org/abs/" + paper(0))
                        .unfurls())
                .isEmpty();
        assertThat(unfurls()).isEqualTo(before);
    }

    @Test
    void a_link_in_a_thread_has_its_card_there_and_an_answer_that_got_lost_does_no_harm() {
        people.fault("chat.unfurl", 1, "drop_after");
        Post said = people.say(People.BEN, People.READING, "https://arxiv.org/abs/" + paper(3));
        people.advance(Duration.ofMinutes(2));
        assertThat(people.said(People.READING, said.ts()).unfurls()).hasSize(1);
    }

    @Test
    void what_slack_does_not_show_is_nobodys_trouble() {
        people.fault("chat.unfurl", 1, "ratelimited");
        Post limited = people.say(People.BEN, People.READING, "https://arxiv.org/abs/" + paper(4));
        people.advance(Duration.ofMinutes(2));
        assertThat(people.said(People.READING, limited.ts()).unfurls()).hasSize(1);
        assertThat(people.command(People.ADA, "status").text()).doesNotContain("link");
    }

    @Test
    void a_card_below_a_link_is_kept_in_the_outbox_like_a_message() {
        Outgoing attach = new Outgoing.Attach("unfurl/1.2", "C1", "1.2", "{}");
        assertThat(dev.lectern.redis.Json.read(attach.json(), Outgoing.class)).isEqualTo(attach);
    }
}
