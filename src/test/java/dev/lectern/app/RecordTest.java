package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.app.People.Answer;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.CastVotes;
import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.Vote;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is kept of a vote, from its close to a file that anybody can count again. */
class RecordTest {
    private static final GroupId GROUP = GroupId.parse("T0LECTERN:C0READING");
    private static final Pattern ENTRY = Pattern.compile("(?m)^\\d+\\. <[^|>]*\\|([^>]*)>");

    @TempDir
    private Path folder;

    private DemoWorld world;
    private People people;
    private CastVotes cast;
    private List<String> offered = List.of();

    @BeforeEach
    void begin() {
        world = DemoWorld.begin(folder);
        people = world.people();
        cast = new CastVotes(world.redis(), GROUP);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private Post open(VotingRules rules, int papers) {
        cast.rules(rules);
        Post digest = people.newest("digest/").orElseThrow();
        offered = digest.values("ballot.nominate").subList(0, papers);
        offered.forEach(paper -> people.click(People.BEN, digest, "ballot.nominate", paper));
        people.command(People.ADA, "vote");
        people.settle();
        return people.newest("ballot/").orElseThrow();
    }

    private static BallotId id(Post ballot) {
        return BallotId.parse(ballot.id().substring("ballot/".length()));
    }

    private PaperId paper(int number) {
        return PaperId.parse(offered.get(number));
    }

    private void rank(Post ballot, String member, int... papers) {
        cast.vote(
                id(ballot),
                new UserId(member),
                new Vote.Ranks(Arrays.stream(papers)
                        .mapToObj(paper -> Set.of(paper(paper)))
                        .toList()));
    }

    private Post closed() {
        people.advance(Duration.ofDays(2));
        Post closed = people.newest("ballot/").orElseThrow();
        assertThat(closed.read()).startsWith("The vote is closed");
        return closed;
    }

    /** Titles as the message has them, the winner's first. */
    private static List<String> order(Post closed) {
        List<String> titles = new ArrayList<>();
        Matcher entries = ENTRY.matcher(closed.blocks("section").stream()
                .map(block -> block.path("text").path("text").asString(""))
                .reduce("", (before, next) -> before + "\n" + next));
        while (entries.find()) {
            titles.add(entries.group(1));
        }
        return titles;
    }

    private Map<String, String> exported(String member, Post closed) {
        int before = people.direct(member).size();
        assertThat(people.click(member, closed, "ballot.export").text()).contains("direct message");
        people.settle();
        List<Post> direct = people.direct(member);
        assertThat(direct).hasSize(before + 1);
        return files(direct.get(before));
    }

    private static Map<String, String> files(Post post) {
        Map<String, String> files = new LinkedHashMap<>();
        for (JsonNode file : post.json().path("files")) {
            files.put(
                    file.path("name").asString(),
                    fetched(file.path("url_private").asString()));
        }
        return files;
    }

    private static String file(Map<String, String> files, String name) {
        return Optional.ofNullable(files.get(name)).orElseThrow();
    }

    private static String fetched(String url) {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode tally(String name, String content, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of("tally", file.toString(), "--json"));
        arguments.addAll(List.of(more));
        int status = Main.line(new TallyCommand())
                .setOut(new PrintWriter(out, true))
                .execute(arguments.toArray(String[]::new));
        assertThat(status).isZero();
        return Json.MAPPER.readTree(out.toString());
    }

    private static List<String> ranking(JsonNode tally) {
        return tally.path("ranking")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .map(JsonNode::asString)
                .toList();
    }

    @Test
    void an_open_vote_is_shown_counted_and_exported_so_that_tally_finds_the_same() throws IOException {
        Post ballot = open(VotingRules.DEFAULT, 3);
        for (String voter : List.of(People.ADA, People.BEN)) {
            people.click(voter, ballot, "ballot.vote", paper(2).value());
        }
        people.click(People.BEN, ballot, "ballot.vote", paper(1).value());
        Post closed = closed();

        assertThat(closed.blocks("data_visualization")).hasSize(1);
        assertThat(closed.read()).contains("2 of 6 voted", "Approval", "2 approvals: Ada Moreau, Ben Okafor");
        assertThat(people.the("ballot.result/").read()).contains("runner-up");
        View counted = people.click(People.CHEN, closed, "ballot.counted").opened();
        assertThat(counted.title()).isEqualTo("How it was counted");
        assertThat(counted.json().toString()).contains("2 approvals", "java -jar lectern.jar tally");

        Map<String, String> files = exported(People.CHEN, closed);
        assertThat(files).containsOnlyKeys("ballot-" + id(ballot) + ".json", "ballot-" + id(ballot) + ".csv");
        assertThat(file(files, "ballot-" + id(ballot) + ".csv")).contains("Ada Moreau,,,1,", "Ben Okafor,,1,1,");
        JsonNode tally = tally("own.json", file(files, "ballot-" + id(ballot) + ".json"));
        assertThat(ranking(tally)).isEqualTo(order(closed));
        assertThat(tally.path("winner").asString()).isEqualTo(order(closed).get(0));
    }

    @ParameterizedTest
    @EnumSource(
            value = Method.class,
            names = {"INSTANT_RUNOFF", "SCHULZE", "BORDA"})
    void rankings_are_exported_for_tally_in_both_formats(Method method) throws IOException {
        Post ballot = open(VotingRules.DEFAULT.with(method), 3);
        rank(ballot, People.ADA, 2, 0, 1);
        rank(ballot, People.BEN, 2, 1);
        rank(ballot, People.CHEN, 0, 1, 2);
        Post closed = closed();

        Map<String, String> files = exported(People.ADA, closed);
        assertThat(files).containsKey("ballot-" + id(ballot) + ".soi");
        assertThat(ranking(tally("own.json", file(files, "ballot-" + id(ballot) + ".json"))))
                .isEqualTo(order(closed));
        assertThat(ranking(
                        tally("rankings.soi", file(files, "ballot-" + id(ballot) + ".soi"), "--method", method.word())))
                .isEqualTo(order(closed));
    }

    @Test
    void a_secret_vote_names_nobody_anywhere() {
        Post ballot = open(VotingRules.DEFAULT.with(Secrecy.SECRET), 2);
        people.click(People.BEN, ballot, "ballot.vote", paper(1).value());
        Post closed = closed();
        Map<String, String> files = exported(People.ADA, closed);
        assertThat(closed.read() + files).doesNotContain("Ben Okafor", People.BEN);
        assertThat(file(files, "ballot-" + id(ballot) + ".csv")).contains("\r\n1,,1,\r\n");
    }

    @Test
    void a_missed_quorum_is_said_and_what_was_counted_can_still_be_seen() {
        VotingRules rules = VotingRules.DEFAULT;
        Post ballot = open(
                new VotingRules(rules.method(), rules.secrecy(), rules.tally(), 0, 3, rules.additions(), false, false),
                2);
        people.click(People.BEN, ballot, "ballot.vote", paper(1).value());
        Post closed = closed();
        assertThat(closed.read()).contains("This vote does not hold", "the quorum of 3 was missed");
        assertThat(people.click(People.ADA, closed, "ballot.counted")
                        .opened()
                        .json()
                        .toString())
                .contains("1 approval");
    }

    @Test
    void past_votes_are_listed_with_their_buttons() {
        Post button = people.leftBehind("ballot.history/1", "0");
        assertThat(people.click(People.ADA, button, "ballot.history").text()).contains("No vote has ended");
        Post ballot = open(VotingRules.DEFAULT, 2);
        people.click(People.BEN, ballot, "ballot.vote", paper(1).value());
        Post closed = closed();

        Post list = people.click(People.ADA, button, "ballot.history").posts().get(0);
        assertThat(list.read()).contains(order(closed).get(0), "1 of 6 voted", "Approval");
        assertThat(people.click(People.ADA, list, "ballot.counted").opened().title())
                .isEqualTo("How it was counted");
        people.closeModals(People.ADA);
        assertThat(people.click(People.ADA, list, "ballot.export").text()).contains("direct message");
    }

    @Test
    void an_export_comes_once_though_its_click_comes_twice_and_lectern_dies_in_between() {
        Post ballot = open(VotingRules.DEFAULT, 2);
        Post closed = closed();
        ObjectNode click = Json.MAPPER.createObjectNode().put("type", "block_actions");
        click.putObject("team").put("id", "T0LECTERN");
        click.putObject("user").put("id", People.DIYA).put("team_id", "T0LECTERN");
        click.putObject("channel").put("id", People.READING);
        click.put("api_app_id", "A0LECTERN").put("trigger_id", "8.8.8");
        click.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", closed.button("ballot.export").actionId())
                .put("block_id", "b")
                .put("action_ts", "1.0");
        Door.Knock knock = Door.Knock.signed(Door.form(Map.of("payload", click.toString())), people.now());
        new Door(world.port()).send(knock);
        world.crashAndStartAgain();
        people = world.people();
        new Door(world.port()).send(knock);
        people.settle();
        assertThat(people.direct(People.DIYA))
                .filteredOn(post -> !post.json().path("files").isEmpty())
                .singleElement()
                .satisfies(post -> assertThat(files(post)).containsKey("ballot-" + id(ballot) + ".json"));
    }

    private String told(String actionId, String value) {
        Answer answer = people.click(People.ADA, people.leftBehind(actionId, value), actionId.split("/")[0]);
        assertThat(answer.view()).isEmpty();
        return answer.text();
    }

    @Test
    void what_cannot_be_shown_is_said_in_a_sentence() {
        Post ballot = open(VotingRules.DEFAULT, 2);
        for (String button : List.of("ballot.counted/1/", "ballot.export/1/")) {
            assertThat(told(button + id(ballot), "")).contains("is still open");
            assertThat(told(button + "1999-01-01", "")).contains("no longer exists");
            assertThat(told(button + "no$ballot", "")).contains("from another version");
        }
        assertThat(told("ballot.history/1", "-3")).contains("from another version");
        assertThat(people.direct(People.ADA))
                .allSatisfy(post -> assertThat(post.json().path("files")).isEmpty());

        Post backlog = people.command(People.BEN, "backlog").posts().get(0);
        people.click(People.BEN, backlog, "ballot.drop", paper(0).value());
        people.settle();
        for (String button : List.of("ballot.counted/1/", "ballot.export/1/")) {
            assertThat(told(button + id(ballot), "")).contains("was called off");
        }
    }
}
