package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may do what in a group, who organizes it, and what its log keeps of that, over HTTP. */
class RightsInTheSandboxTest {
    /** A channel without a group, with four people. */
    private static final String VISION = "C0VISION";

    private DemoWorld world;

    @BeforeEach
    void a_monday_morning(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    private void found(List<String> members) {
        View form = people().commandIn(VISION, People.ADA, "setup").opened();
        assertThat(people().submit(People.ADA, form, Map.of("members", members)).errors())
                .isEmpty();
        people().settle();
    }

    private String last(String channel) {
        List<Post> posts = people().channel(channel);
        return posts.get(posts.size() - 1).text();
    }

    private String log(String user) {
        return people().command(user, "log").posts().get(0).read().replace("*", "");
    }

    @Test
    void organizers_name_others_who_may_what_they_may() {
        assertThat(people().command(People.BEN, "organizers").text())
                .isEqualTo("<@U0ADA> may change what this group has set, and so may admins of the workspace.");
        assertThat(people().command(People.BEN, "setup").text())
                .contains("Only organizers of this group", "ask <@U0ADA>");

        View form = people().command(People.ADA, "organizers").opened();
        assertThat(people().submit(People.ADA, form, Map.of("organizers", List.of(People.CHEN, People.ADA)))
                        .result())
                .isEqualTo("closed");
        people().settle();
        assertThat(last(People.READING))
                .isEqualTo("<@U0ADA> changed who organizes this group. Now: <@U0ADA> and <@U0CHEN>.");
        assertThat(people().command(People.CHEN, "setup").opened().title()).isEqualTo("Reading group");
        assertThat(log(People.BEN)).contains("organizers: <@U0ADA> → <@U0ADA>, <@U0CHEN>");
    }

    private String organizers(String typed) {
        return people().command(People.ADA, "organizers " + typed).text();
    }

    @Test
    void organizers_are_named_and_taken_off_by_words_and_each_that_cannot_be_gets_a_sentence() {
        assertThat(people().command(People.BEN, "organizers add @chen").text())
                .startsWith("<@U0ADA> may change what this group has set");
        assertThat(organizers("remove @ada")).startsWith("A group needs at least one organizer");
        assertThat(organizers("add @nobody")).startsWith("I know nobody called").contains("@nobody");
        assertThat(people().command(People.ADA, "organizers add").opened().title())
                .isEqualTo("Organizers");
        people().closeModals(People.ADA);
        assertThat(organizers("add @ada")).isEqualTo("<@U0ADA> organizes this group already.");
        assertThat(organizers("remove @ben"))
                .isEqualTo("<@U0BEN> does not organize this group; <@U0ADA> may be taken off.");
        people().rank(People.DIYA, "app");
        people().rank(People.EMIL, "single_channel_guest");
        people().rank(People.FATIMA, "stranger");
        assertThat(organizers("add @diya")).contains("an app can't organize a group: choose somebody else");
        assertThat(organizers("add @emil")).contains("is a guest");
        assertThat(organizers("add @fatima")).contains("belongs to another organization");

        assertThat(organizers("add @chen")).isEmpty();
        people().settle();
        assertThat(last(People.READING)).endsWith("Now: <@U0ADA> and <@U0CHEN>.");
        assertThat(people().command(People.BEN, "setup").text())
                .startsWith("Only organizers of this group change its settings: ask <@U0ADA> or <@U0CHEN>.");
        assertThat(organizers("remove <@U0ADA|ada>")).isEmpty();
        people().settle();
        assertThat(last(People.READING)).endsWith("Now: <@U0CHEN>.");
        assertThat(log(People.BEN)).contains("<@U0ADA>, <@U0CHEN> → <@U0CHEN>", "<@U0ADA> → <@U0ADA>, <@U0CHEN>");
    }

    @Test
    void where_the_first_organizer_is_gone_the_next_is_the_first() {
        View form = people().command(People.ADA, "organizers").opened();
        people().submit(People.ADA, form, Map.of("organizers", List.of(People.ADA, People.CHEN)));
        people().deactivate(People.ADA);
        people().settle();
        assertThat(people().command(People.BEN, "organizers").text()).startsWith("<@U0CHEN> may change");
    }

    @Test
    void a_group_that_lost_its_only_organizer_gets_one_by_an_admin_of_the_workspace() {
        people().deactivate(People.ADA);
        people().settle();
        assertThat(last(People.READING)).startsWith("<@U0ADA> is gone, and nobody organizes this group any more.");
        assertThat(people().command(People.BEN, "setup").text())
                .contains("Only organizers of this group", "ask <@U0ADA>");

        people().rank(People.BEN, "admin");
        View form = people().command(People.BEN, "setup").opened();
        assertThat(people().submit(People.BEN, form, Map.of("topics", "speech")).errors())
                .isEmpty();
        people().settle();
        people().rank(People.BEN, "member");
        assertThat(people().command(People.CHEN, "organizers").text()).startsWith("<@U0BEN> may change");
        assertThat(people().command(People.BEN, "setup").view()).isPresent();
        assertThat(log(People.BEN)).contains("organizers: <@U0ADA> → <@U0BEN>").contains("topics:");
    }

    @Test
    void an_admin_may_do_what_an_organizer_may_and_does_not_become_one_while_there_is_one() {
        people().rank(People.BEN, "owner");
        View form = people().command(People.BEN, "setup").opened();
        people().submit(People.BEN, form, Map.of("topics", "speech"));
        people().settle();
        assertThat(people().command(People.CHEN, "organizers").text()).startsWith("<@U0ADA> may change");
        assertThat(log(People.CHEN)).contains("<@U0BEN> · topics:");
    }

    @Test
    void guests_and_people_of_elsewhere_join_only_by_an_organizer_s_list_and_are_told_so() {
        people().rank(People.BEN, "single_channel_guest");
        people().rank(People.CHEN, "stranger");
        found(List.of(People.ADA));
        assertThat(people().commandIn(VISION, People.BEN, "join").text())
                .isEqualTo(
                        "You are a guest in this workspace: you read along and ask questions, and <@U0ADA> can put you "
                                + "on the list of members with `/papers setup`, so that you vote and present.");
        assertThat(people().commandIn(VISION, People.CHEN, "join").text())
                .startsWith("You belong to another organization: you read along and ask questions");
        assertThat(people().commandIn(VISION, People.BEN, "log").text())
                .isEqualTo("Members see that. `/papers join` makes you one.");
        assertThat(people().commandIn(VISION, People.DIYA, "join").text()).startsWith("Welcome");

        View form = people().commandIn(VISION, People.ADA, "setup").opened();
        assertThat(people().submit(People.ADA, form, Map.of("members", List.of(People.ADA, People.BEN)))
                        .errors())
                .isEmpty();
        assertThat(people().commandIn(VISION, People.BEN, "leave").text()).startsWith("You are off the list");

        View organizers = people().commandIn(VISION, People.ADA, "organizers").opened();
        assertThat(people().submit(People.ADA, organizers, Map.of("organizers", List.of(People.ADA, People.CHEN)))
                        .errors())
                .containsEntry(
                        "organizers",
                        "Chen Yulan belongs to another organization, and only people of this workspace organize a group: "
                                + "choose somebody else.");
    }

    @Test
    void an_app_is_no_member() {
        people().rank(People.DIYA, "app");
        View form = people().commandIn(VISION, People.ADA, "setup").opened();
        assertThat(people().submit(People.ADA, form, Map.of("members", List.of(People.ADA, People.DIYA)))
                        .errors())
                .containsEntry(
                        "members",
                        "Diya Raman is an app, and an app neither votes nor presents: take it off the list.");
        found(List.of(People.ADA, People.BEN));
        assertThat(people().commandIn(VISION, People.DIYA, "join").text()).isEqualTo("An app can't be a member.");
    }

    @Test
    void each_change_of_settings_leaves_a_line_and_none_is_left_by_what_changes_nothing() {
        assertThat(people().command(People.BEN, "log").text())
                .isEqualTo("Nobody has changed anything about this group since it was set up.");
        View form = people().command(People.ADA, "setup").opened();
        people().submit(People.ADA, form, Map.of());
        assertThat(people().command(People.BEN, "log").text()).startsWith("Nobody has changed");

        form = people().command(People.ADA, "setup").opened();
        people().submit(People.ADA, form, Map.of("digest_time", "10:30", "rhythm", "MONTHLY"));
        world.crashAndStartAgain();
        assertThat(log(People.BEN))
                .contains("<@U0ADA> · time of the digest:", "→ 10:30", "rhythm: every week → first of the month");
        people().locale(People.EMIL, "de-DE");
        people().advance(Duration.ofHours(2));
        assertThat(log(People.EMIL))
                .contains("Wer was geändert hat", "Rhythmus: jede Woche → einmal im Monat, am Anfang");
    }

    @Test
    void a_guest_who_is_no_member_asks_though_others_join_first() {
        MeetingAtHand meeting = new MeetingAtHand(world);
        meeting.choosePaper();
        people().command(People.DIYA, "leave");
        people().command(People.EMIL, "leave");
        people().rank(People.EMIL, "guest");
        assertThat(people().command(People.DIYA, "ask Why does this work?").text())
                .isEqualTo("Members ask questions here. `/papers join` makes you one.");
        assertThat(people().command(People.EMIL, "ask Why does this work?").text())
                .startsWith("Asked for");
    }
}
