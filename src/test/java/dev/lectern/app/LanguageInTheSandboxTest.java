package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The channel reads the group's language, each member their own where nobody else does; over HTTP. */
class LanguageInTheSandboxTest {
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

    private String last(String channel) {
        people().settle();
        List<Post> posts = people().channel(channel);
        return posts.get(posts.size() - 1).text();
    }

    @Test
    void a_group_speaks_what_whoever_sets_it_up_reads_slack_in_unless_they_choose_otherwise() {
        people().locale(People.BEN, "de-AT");
        View form = people().commandIn(VISION, People.BEN, "setup").opened();
        assertThat(form.title()).isEqualTo("Lesegruppe");
        people().submit(People.BEN, form, Map.of("members", List.of(People.BEN)));
        assertThat(last(VISION)).startsWith("Dieser Kanal ist jetzt eine Lesegruppe: jeden Donnerstag um 15:00");

        assertThat(people().commandIn(VISION, People.ADA, "join").text())
                .as("who reads Slack in English")
                .startsWith("Welcome");

        form = people().commandIn(VISION, People.BEN, "setup").opened();
        people().submit(People.BEN, form, Map.of("language", "ja"));
        assertThat(last(VISION)).startsWith("輪読会の設定が変わりました");
        assertThat(people().commandIn(VISION, People.BEN, "log").posts().get(0).read())
                .contains("*Sprache:* Deutsch → 日本語");
    }

    @Test
    void an_organizer_changes_what_is_spoken_in_the_channel_and_each_reads_their_own() {
        people().locale(People.CHEN, "ja-JP");
        assertThat(people().command(People.BEN, "language").text())
                .startsWith("In this channel I speak English; organizers change it with")
                .contains("What only you see I write in English");
        assertThat(people().command(People.BEN, "language deutsch").text())
                .startsWith("Only organizers of this group change the language of this channel: ask <@U0ADA>.");
        assertThat(people().command(People.ADA, "language Klingon").text())
                .isEqualTo("I don't speak 'Klingon'. I speak English, Deutsch and 日本語.");

        people().command(People.ADA, "language Deutsch");
        assertThat(last(People.READING)).isEqualTo("<@U0ADA> hat Deutsch gewählt: Das spreche ich hier von jetzt an.");
        assertThat(people().command(People.ADA, "language german").text())
                .as("her Slack speaks English")
                .isEqualTo("I speak Deutsch here already.");
        assertThat(people().command(People.CHEN, "join").text()).startsWith("すでにメンバーです");
        assertThat(people().command(People.BEN, "log").posts().get(0).read()).contains("*language:* English → Deutsch");
    }

    @Test
    void a_member_chooses_what_they_read_in_a_direct_message_or_in_the_channel_and_takes_it_back() {
        people().locale(People.DIYA, "de-DE");
        assertThat(people().command(People.DIYA, "join").text()).startsWith("Du bist schon Mitglied.");
        assertThat(people().commandIn("D0DIYA", People.DIYA, "language 日本語").text())
                .isEqualTo("これから、あなただけに見えるものは日本語で書きます。");
        world.stopAndStartAgain();
        assertThat(people().command(People.DIYA, "join").text()).startsWith("すでにメンバーです");
        assertThat(people().command(People.DIYA, "language mine english").text())
                .isEqualTo("From now on I write English where only you read it.");
        assertThat(people().command(People.DIYA, "language mine").text())
                .startsWith("What only you see I write in English.");
        assertThat(people().command(People.BEN, "join").text()).startsWith("You are a member already.");
        people().command(People.DIYA, "language mine slack");
        assertThat(people().command(People.DIYA, "join").text()).startsWith("Du bist schon Mitglied.");
    }

    @Test
    void a_locale_that_lectern_does_not_speak_reads_what_the_group_speaks() {
        people().locale(People.EMIL, "sv-SE");
        people().command(People.ADA, "language ja");
        assertThat(people().command(People.EMIL, "join").text()).startsWith("すでにメンバーです");
    }
}
