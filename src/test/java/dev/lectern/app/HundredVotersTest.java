package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.lectern.app.Door.Knock;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.Secrecy;
import dev.lectern.ballot.TallyShown;
import dev.lectern.ballot.VotingRules;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.redis.Json;
import dev.lectern.work.Ground;
import dev.lectern.work.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/**
 * A hundred members vote by signed requests to two Lecterns, some by requests that both get at the same moment, some while
 * the vote is closing and some after it: each counts once or is told that it came too late, and the message tells the truth.
 */
class HundredVotersTest {
    private static final List<String> MEMBERS = Stream.concat(
                    Stream.of(People.ADA), IntStream.range(1, 100).mapToObj("U%07d"::formatted))
            .toList();
    private static final String CLOSED = "This vote closed";
    private static final int EARLY = 70;
    private static final int AT_THE_DEADLINE = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CLOSING = Duration.ofMillis(600);

    /** Nobody knows these people's names. */
    private static final VotingRules WITHOUT_NAMES =
            new VotingRules(Method.APPROVAL, Secrecy.ANONYMOUS, TallyShown.LIVE, 0, 0, true, false, true);

    private final Map<String, String> told = new ConcurrentHashMap<>();
    private final AtomicInteger triggers = new AtomicInteger();
    private final ExecutorService senders = Executors.newFixedThreadPool(16);
    private TwoLecterns lecterns;
    private HttpServer responses;
    private Post ballot;
    private BallotAtHand hand;
    private List<String> papers;

    @BeforeEach
    void an_open_vote_of_a_hundred_members(@TempDir Path folder) throws IOException {
        responses = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        responses.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            told.merge(exchange.getRequestURI().getPath().substring(1), body, String::concat);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        responses.start();
        lecterns = new TwoLecterns(folder);
        BallotAtHand.rules(lecterns.redis.commands(), WITHOUT_NAMES);
        People people = lecterns.people;
        View setup = people.command(People.ADA, "setup").opened();
        lecterns.doors
                .get(0)
                .submit(
                        People.ADA,
                        setup,
                        Map.of("members", Map.of("type", "multi_users_select", "selected_users", MEMBERS)),
                        people.now());
        for (String paper :
                List.of("2604.99997 One of three", "2604.99998 Two of three", "2604.99999 Three of three")) {
            people.command(People.ADA, "nominate " + paper);
        }
        assertThat(people.command(People.ADA, "vote").text()).contains("The vote is open, on 3 papers");
        Awaitility.await().atMost(PATIENCE).until(() -> people.newest("ballot/").isPresent());
        ballot = people.the("ballot/");
        papers = ballot.values("ballot.vote");
        hand = new BallotAtHand(lecterns.redis.commands(), ballot.id().substring("ballot/".length()));
    }

    @AfterEach
    void stop() {
        senders.shutdownNow();
        lecterns.close();
        responses.stop(0);
    }

    private String click(String member, int paper) {
        ObjectNode click = Json.MAPPER.createObjectNode().put("type", "block_actions");
        click.putObject("team").put("id", "T0LECTERN");
        click.putObject("user").put("id", member).put("team_id", "T0LECTERN");
        click.putObject("channel").put("id", People.READING).put("name", "reading-group");
        click.put("api_app_id", "A0LECTERN")
                .put("trigger_id", "5.5." + triggers.incrementAndGet())
                .put(
                        "response_url",
                        "http://127.0.0.1:" + responses.getAddress().getPort() + "/" + member);
        click.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", ballot.buttons("ballot.vote").get(0).actionId())
                .put("block_id", "b")
                .put("value", papers.get(paper))
                .put("action_ts", "1." + triggers.get());
        return Door.form(Map.of("payload", click.toString()));
    }

    private CompletableFuture<Integer> send(int door, String click) {
        Knock knock = Knock.signed(click, lecterns.people.now());
        return CompletableFuture.supplyAsync(
                () -> lecterns.doors.get(door).send(knock).statusCode(), senders);
    }

    /** One tap each; every fifth comes twice, to both Lecterns at once, and every seventh member taps two papers at once. */
    private List<CompletableFuture<Integer>> vote(int member) {
        int door = member % 2;
        String click = click(MEMBERS.get(member), member % 3);
        List<CompletableFuture<Integer>> sent = new ArrayList<>(List.of(send(door, click)));
        if (member % 5 == 0) {
            sent.add(send(1 - door, click));
        }
        if (member % 7 == 0) {
            sent.add(send(1 - door, click(MEMBERS.get(member), (member + 1) % 3)));
        }
        return sent;
    }

    private static void allAreAnswered(List<CompletableFuture<Integer>> sent) {
        assertThat(sent.stream().map(CompletableFuture::join)).containsOnly(200);
    }

    private void vote(int from, int until) {
        allAreAnswered(IntStream.range(from, until)
                .mapToObj(this::vote)
                .flatMap(List::stream)
                .toList());
    }

    /** What a member's taps come to where all of them were in time. */
    private Set<String> wanted(int member) {
        Set<String> wanted = new LinkedHashSet<>(Set.of(papers.get(member % 3)));
        if (member % 7 == 0) {
            wanted.add(papers.get((member + 1) % 3));
        }
        return wanted;
    }

    private Set<String> kept(int member) {
        Set<String> kept = new LinkedHashSet<>();
        Json.MAPPER
                .readTree(hand.votes().getOrDefault(MEMBERS.get(member), "[]"))
                .forEach(paper -> kept.add(paper.asString()));
        return kept;
    }

    private void theVoteCloses(Instant deadline) {
        hand.change(open -> open.closingAt(deadline));
        new Ground(lecterns.redis.commands(), Clock.systemUTC())
                .write(
                        new GroupId(new TeamId("T0LECTERN"), new ChannelId(People.READING)),
                        change -> change.schedule(
                                new Step("ballot.close", hand.now().meeting().value(), deadline)));
    }

    /** Some before, some after, and nobody can say which of them are which. */
    private void voteWhileItCloses(Instant deadline) throws InterruptedException {
        List<CompletableFuture<Integer>> sent = new ArrayList<>();
        for (int member = EARLY; member < EARLY + AT_THE_DEADLINE; member++) {
            Duration apart = CLOSING.multipliedBy(2L * (member - EARLY)).dividedBy(AT_THE_DEADLINE);
            Instant turn = deadline.minus(CLOSING).plus(apart);
            long wait = Duration.between(lecterns.people.now(), turn).toMillis();
            if (wait > 0) {
                Thread.sleep(wait);
            }
            sent.addAll(vote(member));
        }
        allAreAnswered(sent);
    }

    @Test
    void each_of_a_hundred_members_counts_once_and_nobody_after_the_close() throws InterruptedException {
        vote(0, EARLY);
        for (int member = 0; member < EARLY; member++) {
            assertThat(kept(member)).as(MEMBERS.get(member)).isEqualTo(wanted(member));
        }
        assertThat(told.values()).noneMatch(said -> said.contains(CLOSED));

        Instant deadline = lecterns.people.now().plus(CLOSING);
        theVoteCloses(deadline);
        voteWhileItCloses(deadline);
        Awaitility.await().atMost(PATIENCE).until(() -> hand.now().state() == BallotState.CLOSED);
        Map<String, String> votes = hand.votes();
        vote(EARLY + AT_THE_DEADLINE, MEMBERS.size());
        vote(0, 3);

        assertThat(hand.votes()).as("after the close").isEqualTo(votes);
        for (int member = EARLY; member < MEMBERS.size(); member++) {
            eachIsCountedOrTold(member);
        }
        assertThat(votes).doesNotContainKeys(MEMBERS.subList(90, 100).toArray(String[]::new));
        theMessageTellsTheTruth(votes);
    }

    /** Of two taps around the deadline, one may be in time and the other not. */
    private void eachIsCountedOrTold(int member) {
        Set<String> kept = kept(member);
        assertThat(wanted(member)).as(MEMBERS.get(member)).containsAll(kept);
        if (!kept.equals(wanted(member))) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> told.getOrDefault(MEMBERS.get(member), "").contains(CLOSED));
        }
        if (member % 7 != 0 && !kept.isEmpty()) {
            assertThat(told.getOrDefault(MEMBERS.get(member), "")).doesNotContain(CLOSED);
        }
    }

    /** Typed papers have their channel before it. */
    private static String arxivId(String paper) {
        return paper.substring(paper.lastIndexOf('-') + 1);
    }

    private void theMessageTellsTheTruth(Map<String, String> votes) {
        Map<String, Integer> tally = new HashMap<>();
        IntStream.range(0, MEMBERS.size())
                .forEach(member -> kept(member).forEach(paper -> tally.merge(paper, 1, Integer::sum)));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> lecterns.people.the(ballot.id()).read().contains("The vote is closed"));
        String shown = lecterns.people.the(ballot.id()).read();
        assertThat(shown).contains(votes.size() + " of 100 voted");
        papers.forEach(paper -> assertThat(shown.lines()
                        .filter(line -> line.contains("/" + arxivId(paper)))
                        .reduce((first, last) -> last))
                .hasValueSatisfying(line -> assertThat(line).contains(" " + tally.getOrDefault(paper, 0) + " ")));
    }
}
