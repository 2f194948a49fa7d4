package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A channel that takes nothing stops what is posted there, with one note to the organizer, and loses nothing of it. */
class ClosedChannelTest extends OnAMondayMorning {
    private static final Duration WEEKEND = Duration.ofDays(3);

    private List<Post> posted() {
        return people.channel();
    }

    private List<Post> notes() {
        return people.direct(People.ADA).stream()
                .filter(post -> post.read().contains("Nothing can be posted"))
                .toList();
    }

    @Test
    void an_archived_channel_gets_what_it_missed_once_it_is_open_again() {
        int before = posted().size();
        people.of(People.READING, "archive");
        people.advance(WEEKEND);

        assertThat(posted()).hasSize(before);
        assertThat(notes())
                .singleElement()
                .satisfies(note -> assertThat(note.read())
                        .contains("Nothing can be posted in <#C0READING>: Slack says that the channel is archived")
                        .contains("waits, for two weeks"));
        assertThat(people.command(People.ADA, "status").posts().get(0).read()).contains("the channel is archived");

        people.of(People.READING, "unarchive");
        Post note = notes().get(0);
        assertThat(people.click(People.ADA, note, "status.again").text()).contains("tries again now");
        people.advance(Duration.ofMinutes(5));
        assertThat(posted().size()).isGreaterThan(before);
        assertThat(notes()).isEmpty();
        assertThat(people.the("parked/").read()).contains("All is well again");
    }

    @Test
    void whoever_takes_the_app_out_of_the_channel_is_told_how_it_gets_back_and_it_goes_on_once_it_is_invited() {
        int before = posted().size();
        people.of(People.READING, "remove-app");
        people.advance(WEEKEND);
        assertThat(posted()).hasSize(before);
        assertThat(notes())
                .singleElement()
                .satisfies(note -> assertThat(note.read())
                        .contains("the app is not in the channel")
                        .contains("/invite @lectern"));

        people.invite(People.BEN, People.READING);
        people.advance(Duration.ofMinutes(5));
        assertThat(posted().size()).isGreaterThan(before);
        assertThat(people.the("parked/").read()).contains("All is well again");
    }

    @Test
    void given_up_what_waits_is_not_posted_but_what_comes_later_is() {
        people.of(People.READING, "archive");
        people.advance(WEEKEND);
        int before = posted().size();
        people.click(People.ADA, notes().get(0), "status.giveup");
        people.of(People.READING, "unarchive");
        people.advance(Duration.ofMinutes(90));
        assertThat(posted()).hasSize(before);
        people.advance(Duration.ofDays(4));
        assertThat(posted().size()).isGreaterThan(before);
    }

    @Test
    void a_channel_that_nobody_says_is_open_again_is_looked_at_every_hour() {
        int before = posted().size();
        people.of(People.READING, "archive");
        people.advance(WEEKEND);
        people.of(People.READING, "unarchive");
        people.advance(Duration.ofMinutes(90));
        assertThat(posted().size()).isGreaterThan(before);
        assertThat(people.the("parked/").read()).contains("All is well again");
    }
}
