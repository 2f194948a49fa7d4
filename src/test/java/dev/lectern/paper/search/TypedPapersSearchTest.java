package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Trust;
import dev.lectern.paper.search.PaperSearch.Alike;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.redis.TestRedis;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was typed in a channel is found by who asks there. */
class TypedPapersSearchTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");
    private static final GroupId HERE = GroupId.parse("T1:C1");
    private static final GroupId THERE = GroupId.parse("T1:C2");
    private static final Names LINK = Names.NONE.withArxiv(new ArxivId("2601.00009"));
    private static final String TITLE = "Quantized proteins of our own";

    private final WordsEmbedder embedder = new WordsEmbedder();
    private final PaperStore papers = new PaperStore(TestRedis.fresh());
    private final PaperIndex index = PaperIndex.inMemory(papers, ids -> Map.of(), embedder, true);

    @AfterEach
    void close() {
        index.close();
    }

    private static Reader in(Optional<GroupId> channel) {
        return new Reader(LocalDate.of(2026, 5, 1), Set.of(), channel);
    }

    private List<PaperId> everywhere(Optional<GroupId> channel, PaperId like) {
        Reader reader = in(channel);
        return Stream.of(
                        index.search("quantized proteins", reader, 9).stream().map(Hit::id),
                        index.search("2601.00009", reader, 9).stream().map(Hit::id),
                        index.search("since:2026-01", reader, 9).stream().map(Hit::id),
                        index.completing("quantized", reader, 9).stream().map(Hit::id),
                        index.completing("", reader, 9).stream().map(Hit::id),
                        index.completing("https://arxiv.org/abs/2601.00009", reader, 9).stream()
                                .map(Hit::id),
                        index.similar(like, reader, 9).stream().map(Alike::id))
                .flatMap(found -> found)
                .filter(id -> !id.equals(like))
                .toList();
    }

    @Test
    void every_way_to_search_finds_it_in_its_channel_and_none_elsewhere() {
        PaperId open = papers.save(Draft.titled("Proteins quantized").withArxivId(new ArxivId("2601.00001")), NOW)
                .id();
        PaperId typed = papers.saveTyped(TITLE, LINK, HERE, NOW).id();
        index.refresh();

        assertThat(everywhere(Optional.of(HERE), open)).hasSize(7).containsOnly(typed);
        assertThat(everywhere(Optional.of(THERE), open)).isEmpty();
        assertThat(everywhere(Optional.empty(), open)).isEmpty();
    }

    @Test
    void each_channel_finds_its_own_by_a_link_that_two_have_typed() {
        PaperId here = papers.saveTyped(TITLE, LINK, HERE, NOW).id();
        PaperId there = papers.saveTyped("Something else", LINK, THERE, NOW).id();
        index.refresh();

        assertThat(index.search("2601.00009", in(Optional.of(HERE)), 9))
                .extracting(Hit::id)
                .containsExactly(here);
        assertThat(index.completing("2601.00009", in(Optional.of(THERE)), 9))
                .extracting(Hit::id)
                .containsExactly(there);
    }

    @Test
    void what_a_source_told_takes_its_place_for_all() {
        papers.saveTyped(TITLE, LINK, HERE, NOW);
        index.refresh();
        PaperId told = papers.save(Draft.titled("Proteins in fewer bits").withNames(LINK), NOW)
                .id();
        index.refresh();

        for (Optional<GroupId> channel : List.of(Optional.of(HERE), Optional.of(THERE), Optional.<GroupId>empty())) {
            assertThat(index.search("since:2026-01", in(channel), 9))
                    .extracting(Hit::title)
                    .containsExactly("Proteins in fewer bits");
            assertThat(index.search("2601.00009", in(channel), 9))
                    .extracting(Hit::id)
                    .containsExactly(told);
            assertThat(index.completing("quantized", in(channel), 9)).isEmpty();
        }
    }

    @Test
    void what_an_earlier_version_kept_without_a_channel_is_found_by_nobody() {
        papers.save(Draft.titled(TITLE).withNames(LINK).toldBy(Trust.TYPED), NOW);
        index.refresh();
        PaperId none = PaperId.parse("t-0");
        assertThat(everywhere(Optional.of(HERE), none)).isEmpty();
        assertThat(everywhere(Optional.empty(), none)).isEmpty();
    }
}
