package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.sandbox.workspace.Team;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An organization of Enterprise Grid installs Lectern in all of its workspaces at once. */
@SuppressWarnings("NullAway.Init") // each test begins with its world
class OrganizationTest {
    private static final Team.Organization UNI = new Team.Organization("E0UNI", "The University");
    private static final Team NORTH = new Team("T0NORTH", "North Lab", "north-lab", Optional.of(UNI));
    private static final Team SOUTH = new Team("T0SOUTH", "South Lab", "south-lab", Optional.of(UNI));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private OAuthWorld world;

    private void begin(Demo.Way way) {
        world = new OAuthWorld(folder, way, configuration -> configuration.beside(NORTH, SOUTH));
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People.Answer command(Team team, String text) {
        return world.people(team).commandIn(team.channel(People.READING), People.ADA, "/papers " + text);
    }

    private String backlog(Team team) {
        return command(team, "backlog").json().toString();
    }

    private List<Post> channel(Team team) {
        return world.people(team).channel(team.channel(People.READING));
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void one_installation_is_good_in_both_workspaces_which_see_nothing_of_each_other(Demo.Way way) {
        begin(way);
        world.install(UNI.id());
        assertThat(world.isIn(UNI.id())).isTrue();
        assertThat(world.installations().owners()).hasSize(1);
        for (Team team : List.of(NORTH, SOUTH)) {
            world.setUp(team);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(channel(team)).isNotEmpty());
        }
        command(NORTH, "nominate 2604.99001 A paper about owls");
        command(SOUTH, "nominate 2604.99002 A paper about newts");
        assertThat(backlog(NORTH)).contains("owls").doesNotContain("newts");
        assertThat(backlog(SOUTH)).contains("newts").doesNotContain("owls");
        assertThat(world.people(SOUTH).home(People.ADA).json().toString())
                .contains("C0READING0SOUTH")
                .doesNotContain("C0READING0NORTH");
        assertThat(world.people().command(People.ADA, "/papers help").text())
                .as("no workspace of the organization's")
                .contains("Lectern is not installed");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP, app_uninstalled",
        "HTTP, tokens_revoked",
        "HTTP, app_uninstalled;tokens_revoked",
        "SOCKETS, tokens_revoked;app_uninstalled",
    })
    void whichever_way_slack_says_it_the_organization_is_out_everywhere_and_comes_back(Demo.Way way, String events) {
        begin(way);
        world.install(UNI.id());
        for (Team team : List.of(NORTH, SOUTH)) {
            world.setUp(team);
        }
        command(SOUTH, "nominate 2604.99002 A paper about newts");
        world.takeOutOf(UNI.id(), events.split(";"));
        assertThat(world.isIn(UNI.id())).isFalse();
        for (Team team : List.of(NORTH, SOUTH)) {
            assertThat(command(team, "help").text()).contains("Lectern is not installed");
        }
        world.takeOutOf(UNI.id(), events.split(";"));
        world.install(UNI.id());
        assertThat(backlog(SOUTH)).contains("newts");
        assertThat(backlog(NORTH)).doesNotContain("newts");
    }

    @ParameterizedTest
    @EnumSource(Demo.Way.class)
    void a_workspaces_own_installation_outlives_the_organizations(Demo.Way way) {
        begin(way);
        world.install(UNI.id());
        world.install(NORTH.id());
        world.setUp(NORTH);
        world.setUp(SOUTH);
        world.takeOutOf(UNI.id(), "app_uninstalled", "tokens_revoked");
        assertThat(world.isIn(NORTH.id())).isTrue();
        assertThat(command(NORTH, "nominate 2604.99001 A paper about owls").text())
                .contains("owls");
        assertThat(command(SOUTH, "help").text()).contains("Lectern is not installed");
    }
}
