package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.sandbox.workspace.Team;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two workspaces with channels and people of the same ids: neither sees anything of the other's. */
@SuppressWarnings("NullAway.Init") // each test begins with its world
class TwoWorkspacesTest {
    private static final Team FIRST = OAuthWorld.FIRST;
    private static final Team SECOND = new Team("T0SECOND", "Second Lab", "second-lab", Optional.empty());
    private static final String ONE = "2604.99001 A paper about owls";
    private static final String OTHER = "2604.99002 A paper about newts";
    private static final String LINK = "https://arxiv.org/abs/2604.99003";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private OAuthWorld world;
    private People first;
    private People second;

    private void begin(Demo.Way way) {
        world = new OAuthWorld(folder, way, configuration -> configuration.beside(SECOND));
        first = world.people(FIRST);
        second = world.people(SECOND);
    }

    private void installBoth(Demo.Way way) {
        begin(way);
        for (Team team : List.of(FIRST, SECOND)) {
            world.install(team.id());
            world.setUp(team);
        }
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private static String read(People.Answer answer) {
        return answer.json().toString();
    }

    private static void assertKeptApart(String own, String others) {
        assertThat(own).contains("owls").doesNotContain("newts");
        assertThat(others).contains("newts").doesNotContain("owls");
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void what_is_in_one_is_nowhere_in_the_other(Demo.Way way) {
        installBoth(way);
        first.command(People.ADA, "/papers nominate " + ONE);
        second.command(People.ADA, "/papers nominate " + OTHER);
        assertKeptApart(
                read(first.command(People.BEN, "/papers backlog")),
                read(second.command(People.BEN, "/papers backlog")));

        first.command(People.ADA, "/papers nominate 2604.99003 Another about owls");
        first.command(People.ADA, "/papers vote");
        await().atMost(PATIENCE).until(() -> first.newest("ballot/").isPresent());
        assertThat(second.newest("ballot/")).isEmpty();
        assertThat(first.home(People.BEN).read()).contains("you have not voted yet");
        assertThat(second.home(People.BEN).read()).doesNotContain("voted");

        assertThat(calendarLinks(first)).hasSize(2).doesNotContainAnyElementsOf(calendarLinks(second));

        Post backlog = first.command(People.BEN, "/papers backlog").posts().get(0);
        View paper = first.clickFirst(People.BEN, backlog, "paper.details").opened();
        first.clickIn(
                People.BEN, paper, "saved.save", paper.values("saved.save").get(0));
        assertThat(first.home(People.BEN).values("saved.off")).hasSize(1);
        assertThat(second.home(People.BEN).values("saved.off")).isEmpty();
        second.command(People.ADA, "/papers language de");
        assertThat(second.command(People.BEN, "/papers log").text()).doesNotStartWith("Nobody has changed");
        assertThat(first.command(People.BEN, "/papers log").text()).startsWith("Nobody has changed");
        assertThat(shownBelow(first)).contains("owls").contains("vote");
        Post elsewhere = second.say(People.BEN, People.READING, LINK);
        await().during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(second.said(elsewhere.channel(), elsewhere.ts())
                                .json()
                                .toString())
                        .doesNotContain("owls")
                        .doesNotContain("vote"));
    }

    private static List<String> calendarLinks(People people) {
        String told =
                people.command(People.ADA, "/papers calendar").posts().get(0).read();
        return Pattern.compile("http://127[^\\s>`|]+/calendar/[^\\s>`|]+")
                .matcher(told)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
    }

    /** What stands below a link to the paper that is in the first workspace's backlog. */
    private static String shownBelow(People people) {
        Post said = people.say(People.BEN, People.READING, LINK);
        await().atMost(PATIENCE)
                .until(() -> !people.said(said.channel(), said.ts()).unfurls().isEmpty());
        return people.said(said.channel(), said.ts()).unfurls().get(0).json().toString();
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void a_direct_message_goes_to_the_member_of_its_own_workspace(Demo.Way way) {
        installBoth(way);
        for (People people : List.of(first, second)) {
            people.command(People.ADA, "/papers nominate " + ONE);
            people.command(People.ADA, "/papers nominate " + OTHER);
            people.of(People.READING, "archive");
            people.command(People.ADA, "/papers vote");
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(first.direct(People.ADA)).as("in the first").isNotEmpty();
            assertThat(second.direct(People.ADA)).as("in the second").isNotEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void one_takes_lectern_out_and_brings_it_back_while_the_other_works_on(Demo.Way way) {
        installBoth(way);
        second.command(People.ADA, "/papers nominate " + OTHER);
        world.takeOut(SECOND, "tokens_revoked", "app_uninstalled");
        assertThat(world.isIn(SECOND.id())).isFalse();
        assertThat(world.isIn(FIRST.id())).isTrue();
        assertThat(second.command(People.ADA, "/papers help").text()).contains("Lectern is not installed");
        assertThat(first.command(People.ADA, "/papers nominate " + ONE).text()).contains("owls");
        assertThat(first.home(People.ADA).read()).isNotEmpty();

        world.install(SECOND.id());
        assertKeptApart(
                read(first.command(People.BEN, "/papers backlog")),
                read(second.command(People.BEN, "/papers backlog")));
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void both_tokens_are_renewed_at_once_and_each_stays_its_workspaces(Demo.Way way) {
        installBoth(way);
        Map<Team, Optional<String>> before = Map.of(FIRST, world.token(FIRST.id()), SECOND, world.token(SECOND.id()));
        world.advance(Duration.ofHours(10).plusMinutes(30));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> first.home(People.ADA)),
                        CompletableFuture.runAsync(() -> second.home(People.ADA)),
                        CompletableFuture.runAsync(() -> first.home(People.BEN)),
                        CompletableFuture.runAsync(() -> second.home(People.BEN)))
                .join();
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (Team team : List.of(FIRST, SECOND)) {
                assertThat(world.token(team.id())).isPresent().isNotEqualTo(before.get(team));
            }
        });
        assertThat(world.token(FIRST.id())).isNotEqualTo(world.token(SECOND.id()));
        world.advance(Duration.ofHours(3));
        first.command(People.ADA, "/papers nominate " + ONE);
        second.command(People.ADA, "/papers nominate " + OTHER);
        assertKeptApart(
                first.home(People.ADA).read() + "owls", second.home(People.ADA).read() + "newts");
        assertThat(first.calls())
                .noneMatch(call ->
                        call.error().startsWith("token_") || call.error().equals("invalid_auth"));
    }
}
