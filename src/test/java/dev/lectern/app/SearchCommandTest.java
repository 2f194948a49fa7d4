package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.Json;
import dev.lectern.redis.RedisException;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

class SearchCommandTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

    private final UnifiedJedis redis = TestRedis.fresh();
    private final PaperStore papers = new PaperStore(redis);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path data;

    @BeforeEach
    void some_papers() {
        papers.saveAll(
                List.of(
                        paper("2601.00001", "Agents that forget", "memory"),
                        paper("2601.00002", "Agents that cook", "kitchen"),
                        paper("2601.00003", "Agents of tomorrow", "later")
                                .withListings(List.of(Listing.daily(LocalDate.of(2026, 5, 2))))),
                NOW);
    }

    private static Draft paper(String id, String title, String text) {
        return Draft.titled(title).withArxivId(new ArxivId(id)).withAbstract(text);
    }

    @Test
    void json_has_exactly_what_is_promised() {
        assertThat(run("search", "--json", "agents that \"forget\"")).isZero();
        JsonNode answer = Json.MAPPER.readTree(out.toString());
        assertThat(answer.propertyNames()).containsExactly("query", "hits");
        assertThat(answer.path("query").stringValue()).isEqualTo("agents that \"forget\"");
        assertThat(answer.path("hits").size()).isEqualTo(1);
        JsonNode hit = answer.path("hits").path(0);
        assertThat(hit.propertyNames()).containsExactly("id", "title", "score");
        assertThat(hit.path("id").stringValue()).isEqualTo("2601.00001");
        assertThat(hit.path("title").stringValue()).isEqualTo("Agents that forget");
        assertThat(hit.path("score").isNumber()).isTrue();
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void without_json_there_is_a_line_for_each_paper_of_today_or_before() {
        assertThat(run("search", "agents", "that")).isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("Agents that "));
        assertThat(run("search", "agents", "--max", "1")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(run("search", "xylophone")).isZero();
        assertThat(out.toString()).isEqualTo("No paper fits.\n");
        assertThat(run("search", "xylophone", "--json")).isZero();
        assertThat(out.toString()).isEqualTo("{\"query\":\"xylophone\",\"hits\":[]}\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "search|Missing required parameter",
                "search ''|search for what?",
                "search agents since:soon|'soon' is no day: write since:2026, since:2026-03 or since:2026-03-30.",
                "search agents read:perhaps|is neither yes nor no",
                "search agents --max 0|--max is 0",
                "search agents --max many|Invalid value for option '--max'",
                "search agents --group nowhere|'nowhere' is no group: write --group TEAM/CHANNEL",
                "similar|Missing required parameter",
                "similar ''|similar to what?",
                "similar 2601.00001 --max 0|--max is 0",
            })
    void wrong_use_is_one_line_and_exit_2(String line, String complaint) {
        String[] arguments = Arrays.stream(line.split(" "))
                .map(word -> word.replace("''", " "))
                .toArray(String[]::new);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString().lines()).singleElement().asString().contains(complaint);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void read_is_what_the_group_read() {
        PaperId read = papers.byArxiv(new ArxivId("2601.00001")).orElseThrow();
        Meeting held = Meeting.planned(MeetingId.parse("2026-04-02"), NOW)
                .withPaper(read)
                .held();
        new Ground(redis, new SettableClock(NOW))
                .write(Ground.GROUP, change -> new MeetingStore(redis).save(change, held));
        assertThat(run("search", "agents read:no", "--group", "T0LECTERN/C0001"))
                .isZero();
        assertThat(out.toString().lines()).singleElement().asString().contains("Agents that cook");
        assertThat(run("search", "agents read:yes", "--group", "T0LECTERN:C0001"))
                .isZero();
        assertThat(out.toString().lines()).singleElement().asString().contains("Agents that forget");
        assertThat(run("search", "agents read:no", "--group", "T1/C2")).isZero();
        assertThat(out.toString().lines()).hasSize(2);
    }

    @Test
    void papers_like_one_are_told_for_any_form_of_its_id() {
        for (String id : List.of("2601.00001", "arXiv:2601.00001v3", "https://arxiv.org/abs/2601.00001")) {
            assertThat(run("similar", id, "--json")).isZero();
            JsonNode answer = Json.MAPPER.readTree(out.toString());
            assertThat(answer.propertyNames()).containsExactly("id", "title", "hits");
            assertThat(answer.path("id").stringValue()).isEqualTo("2601.00001");
            JsonNode hit = answer.path("hits").path(0);
            assertThat(hit.propertyNames()).containsExactly("id", "title", "score", "shared");
            assertThat(hit.path("id").stringValue()).isEqualTo("2601.00002");
            assertThat(hit.path("shared").toString()).isEqualTo("[\"agent\"]");
        }
        assertThat(run("similar", "2601.00001")).isZero();
        assertThat(out.toString()).endsWith("Agents that cook (agent)\n");
    }

    @Test
    void a_paper_that_nobody_knows_is_a_failure_with_one_line() {
        for (String id : List.of("2699.99999", "t-0123456789abcdef", "no paper at all")) {
            assertThat(run("similar", id)).isEqualTo(1);
            assertThat(err.toString().lines()).singleElement().asString().contains("no paper '" + id + "' is known");
        }
    }

    @Test
    void without_redis_one_line_says_so() {
        int status = execute(
                new SearchCommand(
                        () -> {
                            throw new RedisException("Redis at nowhere does not answer");
                        },
                        () -> NOW),
                "search",
                "agents");
        assertThat(status).isEqualTo(1);
        assertThat(err.toString()).isEqualTo("lectern: Redis at nowhere does not answer\n");
    }

    private int run(String... arguments) {
        Object command = arguments[0].equals("search")
                ? new SearchCommand(this::open, () -> NOW)
                : new SimilarCommand(this::open, () -> NOW);
        return execute(command, arguments);
    }

    private int execute(Object command, String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.line(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private PapersAtHand open() {
        return PapersAtHand.open(redis, data, new WordsEmbedder());
    }
}
