package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.PaperFinder.Found;
import dev.lectern.paper.PaperFinder.Nothing;
import dev.lectern.paper.PaperFinder.One;
import dev.lectern.paper.PaperFinder.Several;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaperFinderTest {
    private static final Paper MEMORY = paper("Memory Agents", "2603.00001");
    private static final Paper LONG_MEMORY = paper("Long Memory Agents for Everything", "2603.00002");
    private static final Paper SPEECH = Paper.added(Draft.titled("Speech Models, Fast"), Instant.EPOCH);
    private static final List<Paper> ALL = List.of(LONG_MEMORY, MEMORY, SPEECH);

    @Test
    void a_link_finds_its_paper() {
        assertThat(find("<https://huggingface.co/papers/2603.00002|x>")).isEqualTo(new One(LONG_MEMORY));
        assertThat(find("2603.00001v3")).isEqualTo(new One(MEMORY));
    }

    @Test
    void a_link_to_a_paper_that_is_not_known_finds_nothing() {
        assertThat(find("https://arxiv.org/abs/2603.09999")).isEqualTo(new Nothing());
    }

    @Test
    void our_own_id_finds_its_paper() {
        assertThat(find(SPEECH.id().value())).isEqualTo(new One(SPEECH));
    }

    @Test
    void a_whole_title_stands_before_titles_that_contain_it() {
        assertThat(find("memory agents")).isEqualTo(new One(MEMORY));
    }

    @Test
    void words_in_any_order_find_the_one_title_that_has_them_all() {
        assertThat(find("fast SPEECH")).isEqualTo(new One(SPEECH));
        assertThat(find("everyth mem")).isEqualTo(new One(LONG_MEMORY));
        assertThat(find("fast memory")).isEqualTo(new Nothing());
    }

    @Test
    void several_come_shortest_title_first() {
        assertThat(find("agents")).isEqualTo(new Several(List.of(MEMORY, LONG_MEMORY), 2));
    }

    @Test
    void of_many_the_best_five_are_told() {
        List<Paper> many = IntStream.range(0, 9)
                .mapToObj(i -> paper("Agents number " + i, "2603.1000" + i))
                .toList();
        Found found =
                PaperFinder.find(Stream.concat(many.stream(), ALL.stream()).toList(), "agents");
        assertThat(found).isInstanceOfSatisfying(Several.class, several -> {
            assertThat(several.best()).hasSize(5).startsWith(MEMORY);
            assertThat(several.total()).isEqualTo(11);
        });
    }

    @Test
    void nothing_is_found_by_nothing() {
        assertThat(find("  ")).isEqualTo(new Nothing());
        assertThat(find("\u200B")).isEqualTo(new Nothing());
        assertThat(find("???")).isEqualTo(new Nothing());
        assertThat(PaperFinder.find(List.of(), "memory")).isEqualTo(new Nothing());
    }

    private static Found find(String words) {
        return PaperFinder.find(ALL, words);
    }

    private static Paper paper(String title, String arxiv) {
        return Paper.added(Draft.titled(title).withArxivId(new ArxivId(arxiv)), Instant.EPOCH);
    }
}
