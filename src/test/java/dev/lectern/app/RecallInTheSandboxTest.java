package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Authors;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Saved;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a group has read comes back to it, in time and once. */
class RecallInTheSandboxTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path folder;

    private DemoWorld world;
    private People people;
    private ReadMeeting read;
    private LocalDate day;

    @BeforeEach
    void a_meeting_is_held() {
        world = DemoWorld.begin(folder);
        people = world.people();
        read = ReadMeeting.hold(world).discussed();
        day = read.meeting.start().atZone(BERLIN).toLocalDate();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    private List<Post> came() {
        return people.channel().stream()
                .filter(post -> post.id().startsWith("remember.recall/"))
                .toList();
    }

    private static Instant morning(LocalDate on) {
        return on.atTime(LocalTime.of(9, 30)).atZone(BERLIN).toInstant();
    }

    @Test
    void after_a_month_and_three_it_comes_back_once_each_with_what_was_left_of_it_through_a_crash() {
        people.goTo(morning(day.plusMonths(1)));
        assertThat(came()).isEmpty();
        world.crashAndStartAgain();
        people = world.people();
        people.goTo(morning(day.plusMonths(1).plusDays(20)));

        assertThat(came()).hasSize(1);
        Post month = came().get(0);
        assertThat(month.read())
                .startsWith("A month ago we read")
                .contains(read.title(), "presented by Chen Yulan", "★ 4.3 of 5")
                .containsSubsequence("What we wrote down", "The zeppelin example", "slides.example")
                .containsSubsequence("What we asked", "Who pays for", "· +2", "without labels", "· +1")
                .doesNotContain("<@", "<!channel>", "Emil");
        assertThat(month.at().atZone(BERLIN).toLocalTime()).isBetween(LocalTime.of(10, 0), LocalTime.of(10, 1));
        assertThat(people.click(People.DIYA, month, "remember.notes").opened().title())
                .isEqualTo("Notes");
        people.closeModals(People.DIYA);

        people.goTo(morning(day.plusMonths(3).plusDays(25)));
        assertThat(came()).hasSize(2);
        assertThat(came().get(1).read()).startsWith("Three months ago we read").contains(read.title());
        assertThat(came()).allSatisfy(post -> {
            LocalDate on = post.at().atZone(BERLIN).toLocalDate();
            assertThat(people.channel().stream()
                            .filter(other -> other.id().startsWith("meeting.start/"))
                            .map(other -> LocalDate.parse(other.id().split("/")[1])))
                    .as("not on the day of a meeting")
                    .doesNotContain(on);
        });
    }

    @Test
    void a_group_of_an_older_lectern_begins_with_it_at_its_next_digest() {
        String keys = "lectern:{" + ReadMeeting.GROUP + "}:";
        assertThat(world.redis().del(keys + "recalls")).isEqualTo(1);
        assertThat(world.redis().zrem(keys + "timeline", "remember.recall/next"))
                .isEqualTo(1);
        people.advance(Duration.ofDays(3));
        assertThat(world.redis().zscore(keys + "timeline", "remember.recall/next"))
                .isNotNull();
        assertThat(world.kept(People.READING)).containsKey("recalls");
    }

    @Test
    void the_organizer_alone_switches_it_off_and_everybody_hears_it() {
        people.goTo(morning(day.plusMonths(1).plusDays(20)));
        Post month = came().get(0);
        assertThat(people.click(People.BEN, month, "remember.rules").text()).contains("ask <@U0ADA>");

        View rules = people.click(People.ADA, month, "remember.rules").opened();
        people.submit(People.ADA, rules, Map.of("pace", "NEVER"));
        people.settle();
        assertThat(people.newest("remember.rules/").orElseThrow().read())
                .contains("<@U0ADA> lets nothing that we have read come back");

        people.goTo(morning(day.plusMonths(3).plusDays(25)));
        assertThat(came()).hasSize(1);
    }

    @Test
    void a_new_paper_by_an_author_of_it_says_so_with_the_way_to_its_notes() {
        LocalDate monday = people.now().atZone(BERLIN).toLocalDate().with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        Saved fresh = new PaperStore(world.redis())
                .save(
                        Draft.titled("Once More, and Further")
                                .withArxivId(new ArxivId("2603.99999"))
                                .withAbstract(read.paper.abstractText())
                                .withAuthors(new Authors(List.of("Grace Example"), 1, Optional.empty()))
                                .withKeywords(read.paper.keywords())
                                .withEcho(90, 3)
                                .withListDays(List.of(monday)),
                        people.now());
        new PaperStore(world.redis())
                .save(
                        Draft.titled(read.paper.title())
                                .withArxivId(read.paper.arxivId().orElseThrow())
                                .withAuthors(new Authors(
                                        Stream.concat(Stream.of("Grace Example"), read.paper.authors().stream())
                                                .toList(),
                                        0,
                                        Optional.empty())),
                        people.now());
        people.goTo(monday.atTime(LocalTime.of(9, 30)).atZone(BERLIN).toInstant());

        View details = people.click(
                        People.DIYA,
                        people.leftBehind("paper.details/1", fresh.id().value()),
                        "paper.details")
                .opened();
        assertThat(details.read()).contains("It is by Grace Example, too, and is about something like *");
        View notes = people.clickIn(
                        People.DIYA,
                        details,
                        "remember.notes",
                        read.meeting.id().value())
                .opened();
        assertThat(notes.read()).contains("The zeppelin example");
        people.closeModals(People.DIYA);

        Post digest = people.newest("digest/" + monday).orElseThrow();
        assertThat(digest.values("paper.details")).contains(fresh.id().value());
        assertThat(digest.read()).contains("*Once More, and Further* is by Grace Example, too");
        assertThat(digest.values("remember.notes"))
                .containsExactly(read.meeting.id().value());
    }
}
