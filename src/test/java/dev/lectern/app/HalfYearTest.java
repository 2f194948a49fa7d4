package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.DemoPapers;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.DayOfWeek;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
     * @param messages the id of every message, and the minute at which it was posted
     * @param presenters by meeting: who was announced last
     */
    private record Course(
            List<Post> everything, List<String> messages, Map<LocalDate, String> presenters, List<String> absent) {}

    @BeforeAll
    void two_groups_live_the_same_half_year(@TempDir Path one, @TempDir Path other) {
        first = live(one);
        second = live(other);
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
                .map(paper -> paper.arxivId().orElseThrow().toString())
                .iterator();
        private final List<String> refused = new ArrayList<>();
        private boolean silence;

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
                    everything.stream().map(Life::told).sorted().toList(),
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
            for (LocalDate day = thursday.minusDays(2); day.isBefore(thursday); day = day.plusDays(1)) {
                people.goTo(at(day, LocalTime.of(16, 0)));
                answer(week);
                people.goTo(at(day, LocalTime.of(21, 0)));
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
            if (week >= SILENT && !silence && user.equals(People.EMIL)) {
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
            String presenter = presenters(people.everything()).get(thursday);
            View form = people.click(presenter, people.the("presenter.ask/" + thursday + "/" + presenter), "swap.open")
                    .opened();
            people.submit(presenter, form, Map.of());
            people.closeModals(presenter);
            people.settle();
            Post offer = people.newest("swap.offer/").orElseThrow();
            String taker =
                    People.ALL.stream().filter(user -> !user.equals(presenter)).findFirst().orElseThrow();
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

        /** Which message, and when: the ids of what people begin carry the second at which they did. */
        private static String told(Post post) {
            return post.id().replaceAll("\\d{10,13}", "T") + " " + post.at().getEpochSecond() / 60;
        }
    }

    @Test
    void every_message_came_once() {
        assertThat(first.everything().stream().map(Post::id)).doesNotContain("").doesNotHaveDuplicates();
    }
}
