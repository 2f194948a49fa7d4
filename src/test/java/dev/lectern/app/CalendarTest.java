package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.calendar.ReadFeed;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.redis.RedisClock;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Meetings in people's calendars: from /papers calendar to what a calendar reads. */
class CalendarTest {
    private static final Instant MEETING = Instant.parse("2026-04-09T13:00:00Z");
    private static final MeetingId ID = new MeetingId("2026-04-09");
    private static final GroupId GROUP = GroupId.parse("T0LECTERN:" + People.READING);
    private static final Pattern LINK = Pattern.compile("http://[^`]+\\.ics");

    private final HttpClient http = HttpClient.newHttpClient();
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

    private Post calendar(String user) {
        return people().command(user, "calendar").posts().get(0);
    }

    /** The links that a message shows, in its order: one's own, then the group's. */
    private static List<String> links(String read) {
        return LINK.matcher(read).results().map(MatchResult::group).toList();
    }

    private String own(String user) {
        return links(calendar(user).read()).get(0);
    }

    private String groups(String user) {
        return links(calendar(user).read()).get(1);
    }

    private HttpResponse<String> get(String link, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(link));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ReadFeed feed(String link) {
        HttpResponse<String> answer = get(link);
        assertThat(answer.statusCode()).isEqualTo(200);
        return ReadFeed.of(answer.body());
    }

    private ReadFeed.Read first(String link) {
        return feed(link).events().get(0);
    }

    /** What somebody does to a meeting by whatever feature. */
    private void change(UnaryOperator<Meeting> how) {
        MeetingStore meetings = new MeetingStore(world.redis());
        Changes changes =
                new Changes(world.redis(), new RedisClock(world.redis(), () -> Duration.ZERO), new Due(world.redis()));
        changes.apply(GROUP, change -> {
            meetings.save(change, how.apply(meetings.find(GROUP, ID).orElseThrow()));
            return true;
        });
    }

    @Test
    void a_member_gets_both_links_alone_and_how_to_use_them() {
        Post told = calendar(People.CHEN);
        assertThat(told.isEphemeral()).isTrue();
        assertThat(told.read())
                .contains("Google Calendar", "Apple Calendar", "Outlook", "also works for those who have left");
        assertThat(links(told.read())).hasSize(2).doesNotHaveDuplicates();
        assertThat(told.buttons("calendar.renew.group")).isEmpty();
        assertThat(calendar(People.ADA).buttons("calendar.renew.group")).hasSize(1);
        assertThat(links(calendar(People.CHEN).read())).as("the same again").isEqualTo(links(told.read()));
        assertThat(groups(People.DIYA)).isEqualTo(groups(People.CHEN));
        assertThat(own(People.DIYA)).isNotEqualTo(own(People.CHEN));
        people().command(People.FATIMA, "leave");
        assertThat(people().command(People.FATIMA, "calendar").text()).contains("`/papers join`");
    }

    @Test
    void the_group_reads_its_next_twelve_meetings_in_its_own_hours() {
        ReadFeed feed = feed(groups(People.CHEN));
        assertThat(feed.property("X-WR-CALNAME")).isEqualTo("#reading-group");
        assertThat(feed.events().stream().map(ReadFeed.Read::start))
                .containsExactlyElementsOf(Stream.iterate(
                                Instant.parse("2026-04-09T13:00:00Z"), thursday -> thursday.plus(Duration.ofDays(7)))
                        .limit(12)
                        .toList());
        assertThat(first(groups(People.CHEN)).start()).isEqualTo(MEETING);
        assertThat(get(groups(People.CHEN)).body()).contains("DTSTART;TZID=Europe/Berlin:20260409T150000");
    }

    @Test
    void the_same_feed_is_the_same_to_the_last_byte_until_something_changes() {
        String link = groups(People.CHEN);
        HttpResponse<String> before = get(link);
        people().advance(Duration.ofHours(3));
        assertThat(get(link).body()).isEqualTo(before.body());
        String tag = before.headers().firstValue("ETag").orElseThrow();
        assertThat(get(link, "If-None-Match", tag).statusCode()).isEqualTo(304);
        change(meeting -> meeting.at(MEETING.plus(Duration.ofHours(2))));
        HttpResponse<String> after = get(link, "If-None-Match", tag);
        assertThat(after.statusCode()).isEqualTo(200);
        assertThat(after.headers().firstValue("ETag"))
                .isNotEqualTo(before.headers().firstValue("ETag"));
    }

    @Test
    void a_meeting_that_moves_stays_the_same_one_with_a_higher_sequence() {
        String link = groups(People.CHEN);
        ReadFeed.Read before = first(link);
        people().advance(Duration.ofHours(1));
        change(meeting -> meeting.at(MEETING.plus(Duration.ofDays(1))));
        ReadFeed.Read after = first(link);
        assertThat(after.uid()).isEqualTo(before.uid());
        assertThat(after.start()).isEqualTo(MEETING.plus(Duration.ofDays(1)));
        assertThat(after.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(after.changed()).isAfterOrEqualTo(before.changed().plus(Duration.ofHours(1)));
        assertThat(first(link).sequence()).isEqualTo(after.sequence());
        world.stopAndStartAgain();
        assertThat(first(groups(People.CHEN)).sequence()).isEqualTo(after.sequence());
    }

    @Test
    void a_meeting_that_is_called_off_by_a_change_of_the_groups_day_is_taken_out_of_calendars() {
        String link = groups(People.CHEN);
        ReadFeed.Read before = first(link);
        View form = people().command(People.ADA, "setup").opened();
        assertThat(people().submit(People.ADA, form, Map.of("meeting_day", "FRIDAY"))
                        .result())
                .isEqualTo("closed");
        List<ReadFeed.Read> after = feed(link).events();
        ReadFeed.Read off = after.stream()
                .filter(event -> event.uid().equals(before.uid()))
                .findFirst()
                .orElseThrow();
        assertThat(off.value("STATUS")).isEqualTo("CANCELLED");
        assertThat(off.sequence()).isEqualTo(before.sequence() + 1);
        assertThat(off.alarms()).isEmpty();
        assertThat(after.stream().filter(event -> event.value("STATUS").equals("CONFIRMED")))
                .isNotEmpty()
                .allMatch(event -> event.start().toString().contains("T13:00"));
    }

    @Test
    void one_reads_where_one_presents_and_the_others_read_the_name() {
        String chens = own(People.CHEN);
        int before = first(chens).sequence();
        people().command(People.CHEN, "present");
        assertThat(first(chens).value("SUMMARY")).startsWith("You present · #reading-group");
        assertThat(first(chens).sequence()).isEqualTo(before + 1);
        ReadFeed.Read others = first(own(People.DIYA));
        assertThat(others.value("SUMMARY")).startsWith("#reading-group");
        assertThat(others.value("DESCRIPTION"))
                .contains("Presented by Chen Yulan.")
                .doesNotContain("@");
        assertThat(first(chens + "?alarms=off").alarms()).isEmpty();
        assertThat(first(chens).alarms()).hasSize(2);
    }

    @Test
    void what_is_read_stands_there_once_it_is_chosen_and_the_meeting_stays_when_it_was_held() {
        String link = groups(People.CHEN);
        Post digest = people().newest("digest/").orElseThrow();
        digest.values("ballot.nominate").stream()
                .limit(2)
                .forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
        people().command(People.BEN, "vote");
        people().goTo(MEETING.minus(Duration.ofHours(1)));
        String paper = new MeetingStore(world.redis())
                .find(GROUP, ID)
                .orElseThrow()
                .paper()
                .orElseThrow()
                .value();
        assertThat(first(link).value("DESCRIPTION")).contains("https://arxiv.org/abs/" + paper);
        people().goTo(MEETING.plus(Duration.ofDays(2)));
        assertThat(first(link).start()).isEqualTo(MEETING);
        assertThat(first(link).value("STATUS")).isEqualTo("CONFIRMED");
    }

    @Test
    void who_leaves_a_group_loses_it_from_their_calendar_and_the_groups_link_goes_on() {
        String own = own(People.FATIMA);
        String groups = groups(People.FATIMA);
        assertThat(feed(own).events()).isNotEmpty();
        people().command(People.FATIMA, "leave");
        assertThat(feed(own).events()).isEmpty();
        assertThat(feed(groups).events()).isNotEmpty();
        people().command(People.FATIMA, "join");
        assertThat(feed(own).events()).isNotEmpty();
    }

    @Test
    void after_a_new_link_the_old_one_is_gone_as_if_it_had_never_been() {
        Post told = calendar(People.ADA);
        List<String> old = links(told.read());
        String unknown =
                get(old.get(0).replaceAll("[0-9a-f]{32}", "0".repeat(32))).body();
        String renewed = people().click(People.ADA, told, "calendar.renew").text();
        assertThat(links(renewed)).hasSize(1).doesNotContainAnyElementsOf(old);
        assertThat(get(old.get(0)).statusCode()).isEqualTo(404);
        assertThat(get(old.get(0)).body()).isEqualTo(unknown);
        assertThat(feed(links(renewed).get(0)).events()).isNotEmpty();
        assertThat(feed(old.get(1)).events()).as("the other one").isNotEmpty();

        String groups = people().click(People.ADA, told, "calendar.renew.group").text();
        assertThat(get(old.get(1)).statusCode()).isEqualTo(404);
        assertThat(groups(People.CHEN)).isEqualTo(links(groups).get(0));
        Post passedOn = people().leftBehind("calendar.renew.group/1", "");
        assertThat(people().click(People.CHEN, passedOn, "calendar.renew.group").text())
                .contains("Only organizers of this group make a new link for it: ask <@U0ADA>");
        assertThat(feed(links(groups).get(0)).events()).isNotEmpty();
    }
}
