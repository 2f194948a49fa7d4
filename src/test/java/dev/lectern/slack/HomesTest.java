package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.section;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.UserId;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HomesTest extends DeliveringToSandbox {
    private static final UserId HER = new UserId(ADA);
    private static final Duration LONGER_THAN_A_MOMENT = Duration.ofSeconds(2);

    private volatile String text = "quiet";
    private Homes homes;

    @BeforeEach
    void one_section_and_one_member() {
        Routes routes = new Routes();
        routes.homeSection(HomeTopic.VOTES, visit -> List.of(section(text)));
        homes = new Homes(
                workspaces(),
                routes,
                Scenes.english(),
                new OpenHomesStore(redis, clock),
                new PaceStore(redis, clock),
                group -> user -> group.equals(GROUP) && user.equals(HER));
    }

    @AfterEach
    void close() {
        homes.close();
    }

    private void opened(String user) {
        homes.opened(GROUP.team(), new UserId(user));
        assertThat(home(user)).contains("quiet");
    }

    private String home(String user) {
        return get("/sandbox/users/" + user + "/views").path("home").toString();
    }

    private void changed(String now) {
        text = now;
        homes.changed(GROUP);
    }

    private void shows(String user, String shown) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(home(user)).contains(shown));
    }

    private void staysAt(long published) {
        Awaitility.await()
                .during(LONGER_THAN_A_MOMENT)
                .atMost(Duration.ofSeconds(20))
                .until(() -> calls("views.publish") == published);
    }

    @Test
    void a_change_of_the_group_shows_in_the_open_home_of_its_member_and_in_no_other() {
        opened(ADA);
        opened("U0BEN");
        changed("voting");
        shows(ADA, "voting");
        staysAt(3);
        assertThat(home("U0BEN")).contains("quiet");
    }

    @Test
    void another_group_and_a_home_that_was_opened_long_ago_stay_out_of_it() {
        opened(ADA);
        text = "voting";
        homes.changed(SISTER);
        staysAt(1);
        clock.move(OpenHomesStore.LATELY);
        homes.changed(GROUP);
        staysAt(1);
    }

    @Test
    void a_home_that_looks_the_same_is_left_alone() {
        opened(ADA);
        changed("quiet");
        staysAt(1);
        homes.changed(GROUP.team(), HER);
        staysAt(1);
        changed("voting");
        shows(ADA, "voting");
    }

    @Test
    void many_changes_come_at_slacks_pace_and_the_last_one_comes() {
        opened(ADA);
        changed("one");
        shows(ADA, "one");
        changed("two");
        shows(ADA, "two");
        changed("three");
        staysAt(3);
        text = "four";
        clock.move(Duration.ofSeconds(3));
        shows(ADA, "four");
        staysAt(4);
    }

    @Test
    void what_slack_does_not_take_just_now_comes_when_it_said() {
        opened(ADA);
        fault("views.publish", 1, "ratelimited");
        changed("voting");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> calls("views.publish") == 2);
        shows(ADA, "voting");
        staysAt(3);
    }
}
