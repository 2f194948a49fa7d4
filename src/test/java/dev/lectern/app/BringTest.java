package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Trust;
import dev.lectern.paper.source.LocalSite;
import dev.lectern.paper.source.Lookup;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.SourceTrouble;
import dev.lectern.paper.source.WebPage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Members bring papers by a link; a local web server stands for the sites. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BringTest {
    private final LocalSite site = new LocalSite();
    private final AtomicBoolean arxivIsDown = new AtomicBoolean();
    private final Lookups lookups =
            new Lookups(List.of(new PlainArxiv()), Optional.of(new WebPage(site)), Duration.ofSeconds(5));
    private DemoWorld world;
    private People people;

    /** Reads a page of ours at the local site for each arXiv id. */
    private final class PlainArxiv implements Lookup {
        @Override
        public boolean takes(Names names) {
            return names.arxiv().isPresent();
        }

        @Override
        public Optional<Draft> find(Names names) throws SourceTrouble {
            if (arxivIsDown.get()) {
                throw new SourceTrouble(SourceTrouble.Kind.LATER, "arXiv is down");
            }
            String page = site.address("/abs/" + names.arxiv().orElseThrow());
            return new WebPage(site)
                    .find(Names.NONE.withPage(page))
                    .map(draft -> draft.withNames(names).toldBy(Trust.SOURCE));
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
        site.close();
    }

    private void lay(String path, String title) {
        site.lay(path, "text/html", "<html><head><meta name='citation_title' content='" + title + "'></head></html>");
    }

    private List<String> told(String user) {
        people.advance(Duration.ofSeconds(5));
        return people.direct(user).stream()
                .map(post -> post.json().path("text").asString(""))
                .toList();
    }

    @Test
    void a_link_is_looked_up_and_its_paper_nominated() {
        lay("/abs/1810.04805", "BERT: Pre-training of Deep Bidirectional Transformers");
        assertThat(people.command(People.ADA, "nominate <https://arxiv.org/abs/1810.04805v2>")
                        .text())
                .startsWith("Looking up arXiv:1810.04805");
        assertThat(told(People.ADA)).anyMatch(text -> text.contains("Nominated") && text.contains("BERT"));
        assertThat(people.command(People.BEN, "nominate 1810.04805").text()).contains("is nominated already");
        assertThat(people.command(People.BEN, "backlog").text()).contains("BERT");
    }

    @Test
    void a_page_of_any_host_is_tried_as_what_it_is() {
        lay("/posts/7", "A post that we wrote");
        assertThat(people.command(People.BEN, "nominate " + site.address("/posts/7"))
                        .text())
                .startsWith("Looking up http://127.0.0.1");
        assertThat(told(People.BEN))
                .anyMatch(text -> text.contains("Nominated") && text.contains("A post that we wrote"));
    }

    @Test
    void what_nobody_knows_is_said_with_the_way_out() {
        people.command(People.CHEN, "nominate arXiv:2401.99999");
        assertThat(told(People.CHEN))
                .anyMatch(text -> text.contains("could not look up arXiv:2401.99999: nobody knows arXiv:2401.99999")
                        && text.contains("write the title behind it"));
    }

    @Test
    void a_source_that_is_down_is_said_once_and_asked_again_also_after_a_restart() {
        arxivIsDown.set(true);
        people.command(People.DIYA, "nominate 1312.6114");
        assertThat(told(People.DIYA))
                .filteredOn(text -> text.contains("arXiv is down"))
                .hasSize(1);
        people.advance(Duration.ofMinutes(10));
        assertThat(told(People.DIYA))
                .filteredOn(text -> text.contains("1312.6114"))
                .hasSize(1);

        world.stopAndStartAgain();
        people = world.people();
        lay("/abs/1312.6114", "Auto-Encoding Variational Bayes");
        arxivIsDown.set(false);
        people.advance(Duration.ofHours(1));
        assertThat(told(People.DIYA))
                .filteredOn(text -> text.contains("Nominated") && text.contains("Auto-Encoding"))
                .hasSize(1);
    }

    @Test
    void a_typed_title_waits_for_nothing_and_the_sources_replaces_it() {
        lay("/abs/1706.03762", "Attention Is All You Need");
        assertThat(people.command(People.EMIL, "nominate 1706.03762 the attention one")
                        .text())
                .contains("Nominated")
                .contains("the attention one");
        assertThat(told(People.EMIL)).noneMatch(text -> text.contains("ttention"));
        PaperStore papers = new PaperStore(world.redis());
        assertThat(papers.byNames(Names.find("1706.03762"))
                        .flatMap(papers::find)
                        .orElseThrow()
                        .title())
                .isEqualTo("Attention Is All You Need");
    }
}
