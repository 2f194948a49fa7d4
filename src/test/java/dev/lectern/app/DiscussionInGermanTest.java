package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting's day in a channel that speaks German, with members who read other languages. */
class DiscussionInGermanTest {
    private DemoWorld world;
    private MeetingAtHand meeting;

    @BeforeEach
    void a_group_that_speaks_german(@TempDir Path folder) {
        world = DemoWorld.begin(folder);
        meeting = new MeetingAtHand(world);
        people().locale(People.CHEN, "ja-JP");
        people().command(People.ADA, "language deutsch");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private People people() {
        return world.people();
    }

    @Test
    void the_channel_reads_german_and_each_member_their_own_language() {
        meeting.choosePaper();
        people().goTo(MeetingAtHand.REMINDER);
        people().settle();
        Post reminder = people().the("meeting.remind/");
        assertThat(reminder.text()).startsWith("Morgen: ");
        assertThat(reminder.read()).contains("*Morgen lesen wir <", "Ich komme", "Diesmal nicht");
        people().click(People.CHEN, reminder, "rsvp.yes");
        people().awaitRedraw();
        assertThat(people().the("meeting.remind/").read())
                .as("redrawn after the tap of somebody who reads Japanese")
                .contains("Dabei: 1 (Chen Yulan) · vielleicht: 0 · diesmal nicht: 0");

        View form = people().click(People.CHEN, reminder, "question.ask").opened();
        assertThat(form.title()).isEqualTo("質問する");
        View queue =
                people().submit(People.CHEN, form, Map.of("question", "Why?")).opened();
        assertThat(queue.read()).contains("質問を受け付けました。", "Chen Yulan さんの質問");
        assertThat(people().command(People.DIYA, "questions").opened().read()).contains("asked by Chen Yulan");

        people().goTo(MeetingAtHand.START);
        people().settle();
        assertThat(people().the("meeting.start/").read())
                .contains("Die Lesegruppe beginnt jetzt", "*Worüber wir reden wollen*", "Alle Fragen (1)");
        assertThat(people().the("meeting.thread/").text()).startsWith("Hierher gehören die Notizen vom Treffen am 9");

        people().goTo(MeetingAtHand.END);
        people().settle();
        Post end = people().the("meeting.end/");
        assertThat(end.read())
                .contains("*Das war <", "*Hat es sich gelohnt?* Von 1, gar nicht, bis 5, sehr.")
                .contains("Noch hat es niemand bewertet; der Durchschnitt erscheint, sobald 3 es getan haben");
        assertThat(people().click(People.CHEN, end, "rating.worth", MeetingAtHand.ID + " 4")
                        .text())
                .startsWith("5点中4点をつけました。");
        assertThat(people().click(People.BEN, end, "rating.worth", MeetingAtHand.ID + " 4")
                        .text())
                .startsWith("You gave it 4 of 5.");
    }

    @Test
    void what_somebody_s_request_posts_in_the_channel_is_german_though_they_read_english() {
        meeting.choosePaper();
        View queue = people().command(People.ADA, "questions").opened();
        View form = people().clickIn(People.ADA, queue, "discussion.rules", "T0LECTERN:" + People.READING)
                .opened();
        assertThat(form.title()).isEqualTo("How we discuss");
        people().submit(People.ADA, form, Map.of("wanted", List.of("names", "attendance", "rating")));
        people().settle();
        assertThat(people().the("discussion.rules/").text())
                .isEqualTo(
                        "<@U0ADA> hat geändert, wie wir diskutieren: Fragen mit Namen, wer kommt mit Namen, wer da war "
                                + "notiert, Paper bewertet.");
        assertThat(people().command(People.ADA, "log").posts().get(0).read())
                .contains("<@U0ADA> · *questions without a name:* yes → no");
    }
}
