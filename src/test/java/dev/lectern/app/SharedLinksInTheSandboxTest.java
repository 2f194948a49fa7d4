package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Trust;
import dev.lectern.paper.source.Lookup;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.SourceTrouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Links to papers that nobody here knows yet: the sources are asked, and the card follows. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLinksInTheSandboxTest {
    private final List<Names> asked = new CopyOnWriteArrayList<>();
    private final Lookups lookups = new Lookups(List.of(new Source()), Optional.empty(), Duration.ofSeconds(5));
    private DemoWorld world;
    private People people;

    /** Knows every paper but one of arXiv's, about which it never tells anything. */
    private final class Source implements Lookup {
        @Override
        public boolean takes(Names names) {
            return true;
        }

        @Override
        public Optional<Draft> find(Names names) throws SourceTrouble {
            asked.add(names);
            if (names.arxiv().filter(id -> id.value().startsWith("2401.9")).isPresent()) {
                throw new SourceTrouble(SourceTrouble.Kind.LATER, "arXiv did not answer in time");
            }
            return Optional.of(Draft.titled("A Paper Called " + Lookups.written(names))
                    .withNames(names)
                    .toldBy(Trust.SOURCE));
        }
    }

    @BeforeAll
    void begin(@TempDir Path folder) {
        world = DemoWorld.begin(folder, lookups);
        people = world.people();
    }

    @AfterAll
    void stop() {
        world.close();
        lookups.close();
    }

    private Post said(Post before) {
        people.advance(Duration.ofSeconds(5));
        return people.said(before.channel(), before.ts());
    }

    @Test
    void each_kind_of_link_gets_its_card_once_the_sources_told_of_its_paper() {
        Post said = said(people.say(
                People.BEN,
                People.READING,
                "https://arxiv.org/html/1803.00001v2 https://huggingface.co/papers/1803.00002 "
                        + "https://openreview.net/forum?id=ryxz8CVYDH https://doi.org/10.1145/3292500.3330701"));

        assertThat(said.unfurls()).hasSize(4);
        assertThat(said.unfurls().stream().map(Post::read))
                .anyMatch(card -> card.contains("A Paper Called arXiv:1803.00001"))
                .anyMatch(card -> card.contains("A Paper Called arXiv:1803.00002"))
                .anyMatch(card -> card.contains("A Paper Called OpenReview"))
                .anyMatch(card -> card.contains("A Paper Called doi:10.1145/3292500.3330701"));
        Post card = said.unfurls().get(0);
        String paper = card.values("ballot.nominate").get(0);
        assertThat(people.click(People.CHEN, card, "ballot.nominate", paper).text())
                .startsWith("Nominated");
        Post again = people.say(People.BEN, People.READING, "https://arxiv.org/abs/1803.00001");
        assertThat(again.unfurls().get(0).read()).contains("Nominated");
    }

    @Test
    void a_known_link_and_an_unknown_one_in_a_message_have_a_card_each() {
        String known =
                people.newest("digest/").orElseThrow().values("paper.details").get(0);
        Post said = said(people.say(
                People.BEN,
                People.READING,
                "https://arxiv.org/abs/" + known + " and https://arxiv.org/abs/1804.00001"));
        assertThat(said.unfurls()).hasSize(2);
    }

    @Test
    void what_no_source_tells_has_no_card_and_is_nobodys_trouble() {
        Post said = said(people.say(People.BEN, People.READING, "https://arxiv.org/abs/2401.99999"));
        people.advance(Duration.ofMinutes(5));
        assertThat(people.said(People.READING, said.ts()).unfurls()).isEmpty();
        assertThat(asked).filteredOn(names -> names.equals(names("2401.99999"))).hasSizeLessThanOrEqualTo(1);
        assertThat(people.command(People.ADA, "status").text()).doesNotContain("link");
    }

    @Test
    void nobody_is_asked_for_a_channel_without_a_group() {
        Post said = said(people.say(People.ADA, "C0GENERAL", "https://arxiv.org/abs/1805.00001"));
        assertThat(said.unfurls()).isEmpty();
        assertThat(asked).doesNotContain(names("1805.00001"));
    }

    private static Names names(String arxiv) {
        return Names.find("https://arxiv.org/abs/" + arxiv);
    }
}
