package dev.lectern.remember;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;
import static dev.lectern.remember.Remembered.BERLIN;
import static dev.lectern.remember.Remembered.held;
import static dev.lectern.remember.Remembered.note;
import static dev.lectern.remember.Remembered.said;
import static java.time.temporal.ChronoUnit.DAYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.discussion.Discussion;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RecallTest {
    private static final LocalDate READ = LocalDate.parse("2026-01-15");

    private static List<ReadPaper> archive(Map<LocalDate, Boolean> meetings) {
        List<Meeting> held = meetings.keySet().stream()
                .map(day -> held(day, paper((int) day.toEpochDay()), ADA))
                .toList();
        Map<MeetingId, Discussion> said = meetings.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(each -> said(each.getKey(), List.of(), List.of(note("Something", ADA, each.getKey())), Set.of()))
                .collect(Collectors.toMap(Discussion::meeting, each -> each));
        return Archive.of(held, said, List.of(), BERLIN).papers();
    }

    private static List<Recalled> live(
            Map<LocalDate, Boolean> meetings, Pace pace, Set<DayOfWeek> days, LocalDate from, int length) {
        Recalls recalls = Recalls.begin().at(pace);
        LocalDate look = from;
        for (LocalDate today = from; today.isBefore(from.plusDays(length)); today = today.plusDays(1)) {
            if (today.isBefore(look) || !days.contains(today.getDayOfWeek())) {
                continue;
            }
            LocalDate now = today;
            List<ReadPaper> read = archive(meetings.entrySet().stream()
                    .filter(each -> each.getKey().isBefore(now))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
            var next = Recall.next(read, recalls, today, meetings.keySet());
            if (next.isPresent()) {
                recalls = recalls.with(
                        new Recalled(next.get().read().paper(), next.get().after(), today));
            }
            look = Recall.nextLook(read, recalls, today);
            assertThat(look).isBetween(today.plusDays(1), today.plusDays(14));
        }
        return recalls.before();
    }

    @RepeatedTest(8)
    void over_years_nothing_comes_twice_nor_before_its_time_nor_twice_a_week_nor_on_a_meeting_s_day(
            RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Map<LocalDate, Boolean> meetings = new HashMap<>();
        for (LocalDate day = READ; day.isBefore(READ.plusDays(900)); day = day.plusDays(1 + random.nextInt(25))) {
            meetings.put(day, random.nextInt(3) > 0);
        }
        Pace pace = random.nextBoolean() ? Pace.WEEKLY : Pace.MONTHLY;
        Set<DayOfWeek> days = new HashSet<>(Set.of(DayOfWeek.of(1 + random.nextInt(7))));
        Stream.of(DayOfWeek.values()).filter(day -> random.nextBoolean()).forEach(days::add);

        List<Recalled> came = live(meetings, pace, days, READ, 1000);

        assertThat(came).isNotEmpty();
        assertThat(came.stream()
                        .map(each -> List.of(each.paper(), each.after()))
                        .distinct())
                .hasSize(came.size());
        for (int i = 1; i < came.size(); i++) {
            assertThat(DAYS.between(came.get(i - 1).on(), came.get(i).on()))
                    .isGreaterThanOrEqualTo(pace == Pace.WEEKLY ? 7 : 28);
        }
        Map<String, LocalDate> read = meetings.keySet().stream()
                .collect(Collectors.toMap(day -> paper((int) day.toEpochDay()).value(), day -> day));
        assertThat(came).allSatisfy(each -> {
            LocalDate day = read.get(each.paper().value());
            assertThat(each.on()).isNotIn(meetings.keySet());
            assertThat(days).contains(each.on().getDayOfWeek());
            assertThat(DAYS.between(day, each.on()))
                    .isBetween(
                            List.of(28L, 89L, 365L).get(each.after().ordinal()),
                            List.of(52L, 127L, 429L).get(each.after().ordinal()));
            assertThat(meetings.getOrDefault(day, false) || each.after() == Spacing.YEAR)
                    .isTrue();
        });
    }

    @Test
    void whoever_meets_once_a_month_gets_everything_back_at_each_distance() {
        Map<LocalDate, Boolean> meetings = new HashMap<>();
        for (int month = 0; month < 24; month++) {
            meetings.put(READ.plusMonths(month), true);
        }
        List<Recalled> came =
                live(meetings, Pace.WEEKLY, Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY), READ, 24 * 31 + 500);
        assertThat(came).hasSize(24 * Spacing.values().length);
    }

    @Test
    void where_too_much_would_come_back_each_distance_has_its_turn() {
        Map<LocalDate, Boolean> meetings = new HashMap<>();
        for (int week = 0; week < 120; week++) {
            meetings.put(READ.plusWeeks(week), true);
        }
        List<Recalled> came = live(meetings, Pace.WEEKLY, Set.of(DayOfWeek.values()), READ, 840);
        Map<Spacing, Long> times = came.stream()
                .filter(each -> each.on().isAfter(READ.plusMonths(14)))
                .collect(Collectors.groupingBy(Recalled::after, Collectors.counting()));
        assertThat(times.values()).allSatisfy(each -> assertThat(each).isBetween(15L, 25L));
    }

    @Test
    void nothing_comes_back_where_the_organizer_wants_none_or_nothing_was_read() {
        List<ReadPaper> read = archive(Map.of(READ, true));
        LocalDate due = READ.plusMonths(1);
        assertThat(Recall.next(read, Recalls.begin(), due, Set.of())).isPresent();
        assertThat(Recall.next(read, Recalls.begin().at(Pace.NEVER), due, Set.of()))
                .isEmpty();
        assertThat(Recall.next(List.of(), Recalls.begin(), due, Set.of())).isEmpty();
        assertThat(Recall.next(read, Recalls.begin(), due.minusDays(1), Set.of()))
                .isEmpty();
        assertThat(Recall.next(read, Recalls.begin(), due, Set.of(due))).isEmpty();
    }

    @Test
    void without_notes_and_questions_it_comes_back_after_a_year_only() {
        List<ReadPaper> read = archive(Map.of(READ, false));
        assertThat(Recall.next(read, Recalls.begin(), READ.plusMonths(1), Set.of()))
                .isEmpty();
        assertThat(Recall.next(read, Recalls.begin(), READ.plusMonths(3), Set.of()))
                .isEmpty();
        assertThat(Recall.next(read, Recalls.begin(), READ.plusYears(1), Set.of())
                        .map(Recall::after))
                .contains(Spacing.YEAR);
    }

    @Test
    void it_is_looked_when_something_is_due_and_every_two_weeks_otherwise() {
        List<ReadPaper> read = archive(Map.of(READ, true));
        LocalDate due = READ.plusMonths(1);
        assertThat(Recall.nextLook(List.of(), Recalls.begin(), READ)).isEqualTo(READ.plusDays(14));
        assertThat(Recall.nextLook(read, Recalls.begin(), due.minusDays(15))).isEqualTo(due.minusDays(1));
        assertThat(Recall.nextLook(read, Recalls.begin(), due.minusDays(5))).isEqualTo(due);
        assertThat(Recall.nextLook(read, Recalls.begin(), due)).isEqualTo(due.plusDays(1));
        Recalls another = Recalls.begin().with(new Recalled(paper(1), Spacing.YEAR, due.minusDays(2)));
        assertThat(Recall.nextLook(read, another, due)).isEqualTo(due.plusDays(5));
    }

    @Test
    void months_end_where_they_end() {
        LocalDate january = LocalDate.parse("2026-01-31");
        assertThat(Spacing.MONTH.isDue(january, LocalDate.parse("2026-02-27"))).isFalse();
        assertThat(Spacing.MONTH.isDue(january, LocalDate.parse("2026-02-28"))).isTrue();
        assertThat(Spacing.YEAR.isDue(LocalDate.parse("2024-02-29"), LocalDate.parse("2025-02-28")))
                .isTrue();
    }

    @Test
    void how_long_ago_it_was_is_told_truly() {
        assertThat(Spacing.YEAR.isAbout(READ, READ.plusYears(1).plusDays(7))).isFalse();
        assertThat(Spacing.YEAR.isAbout(READ, READ.plusYears(1).plusDays(8))).isTrue();
    }
}
