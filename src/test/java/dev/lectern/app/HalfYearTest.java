package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.DemoPapers;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Half a year and a little more of a group that meets every Thursday, until after the clocks change in October: somebody
 * is away, somebody declines, somebody does not answer, somebody swaps, a Thursday is skipped, somebody leaves.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HalfYearTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int WEEKS = 31;
    private static final int AWAY = 4;
    private static final int SILENT = 8;
    private static final int SWAPPED = 11;
    private static final int SKIPPED = 14;
    private static final int LEFT = 20;
    private static final LocalTime HOUR = LocalTime.of(15, 0);

    private Course first;
    private Course second;

    /**
     * What came of it.
     *
     * @param messages when each message was posted, by its id
     * @param presenters by meeting: who stands in its kick-off
     * @param refused the meetings for which Diya said no
     */
    private record Course(
            List<Post> everything,
            List<People.Call> calls,
            Map<String, Instant> messages,
            Map<LocalDate, String> presenters,
            List<String> refused) {}

    @BeforeAll
    void two_groups_live_the_same_half_year(@TempDir Path one, @TempDir Path other) {
        CompletableFuture<Course> meanwhile = CompletableFuture.supplyAsync(() -> live(other));
        first = live(one);
        second = meanwhile.join();
    }

    private static Course live(Path folder) {
        try (DemoWorld world = DemoWorld.begin(folder)) {
            return new Life(world.people()).live();
        }
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return ZonedDateTime.of(day, time, BERLIN).toInstant();
    }

    /** One run. */
    private static final class Life {
        private final People people;
        private final LocalDate firstThursday;
        private final Iterator<String> papers = DemoPapers.load().stream()
                .map(paper -> paper.names().arxiv().orElseThrow().toString())
                .iterator();
        private final List<String> refused = new ArrayList<>();

        Life(People people) {
            this.people = people;
            this.firstThursday =
                    people.now().atZone(BERLIN).toLocalDate().with(TemporalAdjusters.nextOrSame(DayOfWeek.THURSDAY));
        }

        Course live() {
            for (int week = 0; week < WEEKS; week++) {
                week(week, firstThursday.plusWeeks(week));
            }
            people.goTo(at(firstThursday.plusWeeks(WEEKS), LocalTime.NOON).minusSeconds(6 * 86_400));
            List<Post> everything = people.everything();
            return new Course(
                    everything,
                    people.calls(),
                    everything.stream().collect(Collectors.toMap(Life::told, Post::at, (a, b) -> a, TreeMap::new)),
                    presenters(everything),
                    List.copyOf(refused));
        }

        private void week(int week, LocalDate thursday) {
            happens(week, thursday);
            people.goTo(at(thursday.minusDays(week == 0 ? 3 : 6), LocalTime.NOON));
            nominate(People.ADA);
            nominate(People.DIYA);
            people.goTo(at(thursday.minusDays(3), LocalTime.of(16, 0)));
            vote(thursday);
            for (int hoursBefore : List.of(47, 23, 6, 5, 4)) {
                people.goTo(at(thursday, HOUR).minus(Duration.ofHours(hoursBefore)));
                answer(week);
            }
            if (week == SWAPPED) {
                swap(thursday);
            }
            people.goTo(at(thursday, LocalTime.of(17, 0)));
        }

        private void happens(int week, LocalDate thursday) {
            if (week == AWAY) {
                LocalDate back = thursday.plusDays(10);
                assertThat(people.command(People.BEN, "away " + thursday + " to " + back)
                                .text())
                        .contains("away");
            } else if (week == SKIPPED - 2) {
                Post hub = people.command(People.ADA, "meetings").posts().get(0);
                View form = people.click(People.ADA, hub, "meetings.holidays").opened();
                String day = thursday.plusWeeks(2).format(DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH));
                assertThat(people.submit(People.ADA, form, Map.of("days", day + " Midsummer"))
                                .result())
                        .isEqualTo("closed");
            } else if (week == LEFT) {
                people.leave(People.FATIMA, People.READING);
                people.settle();
            }
        }

        private void nominate(String user) {
            assertThat(people.command(user, "nominate " + papers.next()).text()).startsWith("Nominated");
        }

        private void vote(LocalDate thursday) {
            people.channel().stream()
                    .filter(post -> post.id().equals("ballot/" + thursday))
                    .filter(post -> !post.buttons("ballot.vote").isEmpty())
                    .findFirst()
                    .ifPresent(ballot -> {
                        List<String> candidates = ballot.values("ballot.vote");
                        click(People.ADA, ballot, candidates.get(0));
                        click(People.BEN, ballot, candidates.get(0));
                        click(People.CHEN, ballot, candidates.get(candidates.size() - 1));
                    });
        }

        private void click(String user, Post ballot, String paper) {
            assertThat(people.click(user, ballot, "ballot.vote", paper).text()).isEmpty();
        }

        /** Whoever is asked says yes, but Diya every third week, and Emil says nothing once. */
        private void answer(int week) {
            for (boolean asked = true; asked; ) {
                asked = false;
                for (String user : People.ALL) {
                    List<Post> questions = people.direct(user).stream()
                            .filter(post -> post.id().startsWith("presenter.ask/"))
                            .filter(post -> !post.buttons("presenter.accept").isEmpty())
                            .toList();
                    for (Post question : questions) {
                        asked |= answer(week, user, question);
                    }
                }
            }
        }

        private boolean answer(int week, String user, Post question) {
            String meeting = question.button("presenter.accept").value();
            if (week == SILENT && user.equals(People.EMIL)) {
                return false;
            }
            if (user.equals(People.DIYA) && week % 3 == 0 && !refused.contains(meeting)) {
                refused.add(meeting);
                people.click(user, question, "presenter.decline");
            } else {
                people.click(user, question, "presenter.accept");
            }
            people.settle();
            return true;
        }

        private void swap(LocalDate thursday) {
            String presenter = People.ALL.stream()
                    .filter(user -> people.direct(user).stream()
                            .anyMatch(post -> post.id().equals("presenter.ask/" + thursday + "/" + user)
                                    && post.text().startsWith("You present")))
                    .findFirst()
                    .orElseThrow();
            View form = people.click(presenter, people.the("presenter.ask/" + thursday + "/" + presenter), "swap.open")
                    .opened();
            people.submit(presenter, form, Map.of());
            people.closeModals(presenter);
            people.settle();
            Post offer = people.newest("swap.offer/").orElseThrow();
            String taker = People.ALL.stream()
                    .filter(user -> !user.equals(presenter))
                    .findFirst()
                    .orElseThrow();
            assertThat(people.click(taker, offer, "swap.take").text()).isEmpty();
            people.awaitRedraw();
        }

        private static Map<LocalDate, String> presenters(List<Post> everything) {
            Map<LocalDate, String> presenters = new LinkedHashMap<>();
            everything.stream()
                    .filter(post -> post.id().startsWith("meeting.start/"))
                    .forEach(post -> Stream.of(post.read().split("presented by <@"))
                            .skip(1)
                            .findFirst()
                            .ifPresent(rest -> presenters.put(
                                    LocalDate.parse(post.id().split("/")[1]), rest.substring(0, rest.indexOf('>')))));
            return presenters;
        }

        /** Which message: the ids of what people begin name their requests, or the second of their doing. */
        private static String told(Post post) {
            return post.id().replaceAll("^timetable/.*", "timetable").replaceAll("\\d{10,13}", "T") + " in "
                    + post.channel();
        }
    }

    private static LocalDate thursday(int week) {
        return first().plusWeeks(week);
    }

    private static LocalDate first() {
        return LocalDate.of(2026, 4, 9);
    }

    /** By meeting, the messages whose id begins like this. */
    private Map<LocalDate, Post> of(String message) {
        return first.everything().stream()
                .filter(post -> post.id().startsWith(message + "/"))
                .collect(Collectors.toMap(
                        post -> LocalDate.parse(post.id().split("/")[1].substring(0, 10)), post -> post, (a, b) -> b));
    }

    private static List<LocalDate> thursdays() {
        return IntStream.range(0, WEEKS)
                .filter(week -> week != SKIPPED)
                .mapToObj(HalfYearTest::thursday)
                .toList();
    }

    @Test
    void every_thursday_but_the_holiday_had_its_paper_its_presenter_and_its_whole_course() {
        assertThat(first.presenters()).containsOnlyKeys(thursdays());
        for (String message : List.of("ballot", "ballot.result", "meeting.remind", "meeting.start", "meeting.end")) {
            assertThat(of(message)).as(message).containsOnlyKeys(thursdays());
        }
        assertThat(of("ballot.result").values()).allMatch(post -> post.read().contains("We read "));
    }

    @Test
    void meetings_begin_at_three_also_after_the_clocks_changed() {
        assertThat(thursday(WEEKS - 1)).isAfter(LocalDate.of(2026, 10, 25));
        of("meeting.start")
                .forEach((day, post) -> assertThat(Duration.between(at(day, HOUR), post.at()))
                        .as("%s", post)
                        .isBetween(Duration.ZERO, Duration.ofMinutes(1)));
        of("meeting.remind")
                .forEach((day, post) -> assertThat(Duration.between(at(day.minusDays(1), HOUR), post.at()))
                        .as("%s", post)
                        .isBetween(Duration.ZERO, Duration.ofMinutes(1)));
    }

    @Test
    void every_message_came_once() {
        assertThat(first.everything().stream().map(Post::id)).doesNotContain("").doesNotHaveDuplicates();
        Map<String, Long> posted = first.calls().stream()
                .filter(call -> call.method().equals("chat.postMessage"))
                .collect(Collectors.groupingBy(
                        call -> call.id() + call.json().path("arguments").path("channel"), Collectors.counting()));
        assertThat(posted.values()).containsOnly(1L);
        assertThat(first.calls()).allMatch(People.Call::isOk);
    }

    @Test
    void turns_are_fair_and_nobody_has_two_in_a_row() {
        List<String> inOrder = thursdays().stream()
                .map(day -> first.presenters().getOrDefault(day, ""))
                .toList();
        for (int at = 1; at < inOrder.size(); at++) {
            assertThat(inOrder.get(at)).as("%s", inOrder).isNotEqualTo(inOrder.get(at - 1));
        }
        // Ben was away for two meetings, which costs nothing: he owes less. Fatima left after two thirds of the time.
        Map<String, Long> turns =
                inOrder.stream().collect(Collectors.groupingBy(who -> who, TreeMap::new, Collectors.counting()));
        List<Long> equally = Stream.of(People.ADA, People.CHEN, People.DIYA, People.EMIL)
                .map(user -> turns.getOrDefault(user, 0L))
                .toList();
        assertThat(Collections.max(equally) - Collections.min(equally))
                .as("%s", turns)
                .isLessThanOrEqualTo(1);
        assertThat(turns.getOrDefault(People.BEN, 0L)).isBetween(equally.get(0) - 2, equally.get(0) + 1);
        assertThat(turns.getOrDefault(People.FATIMA, 0L)).isBetween(2L, 4L);
    }

    @Test
    void nobody_presents_who_is_away_or_has_left() {
        first.presenters().forEach((day, who) -> {
            if (!day.isBefore(thursday(AWAY)) && day.isBefore(thursday(AWAY).plusDays(11))) {
                assertThat(who).isNotEqualTo(People.BEN);
            }
            if (!day.isBefore(thursday(LEFT))) {
                assertThat(who).isNotEqualTo(People.FATIMA);
            }
        });
        assertThat(first.refused()).isNotEmpty();
        first.refused()
                .forEach(day ->
                        assertThat(first.presenters().get(LocalDate.parse(day))).isNotEqualTo(People.DIYA));
    }

    @Test
    void a_second_half_year_is_the_same() {
        assertThat(second.presenters()).isEqualTo(first.presenters());
        assertThat(second.messages()).containsOnlyKeys(first.messages().keySet());
        second.messages()
                .forEach((message, at) -> assertThat(
                                Duration.between(first.messages().get(message), at)
                                        .abs())
                        .as(message)
                        .isLessThan(Duration.ofMinutes(2)));
    }
}
