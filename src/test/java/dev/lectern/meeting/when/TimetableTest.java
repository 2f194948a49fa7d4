package dev.lectern.meeting.when;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.Settings;
import dev.lectern.redis.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimetableTest {
    private static final MeetingRule USUAL =
            MeetingRule.of(Settings.defaults(Samples.BERLIN), LocalDate.of(2026, 1, 5));
    private static final Timetable THURSDAYS = Timetable.EMPTY.resolved(USUAL);
    private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");
    private static final LocalDate SECOND = LocalDate.of(2026, 4, 2);

    @Test
    void a_group_that_changed_nothing_meets_by_its_settings() {
        assertThat(slots(THURSDAYS, 3)).containsExactly("2026-04-02", "2026-04-09", "2026-04-16");
    }

    @Test
    void a_rule_of_its_own_holds_whatever_the_settings_say_and_the_zone_follows_them() {
        Timetable own =
                THURSDAYS.with(NamedRule.of("a", USUAL.by("FREQ=MONTHLY;BYDAY=1MO", LocalTime.of(10, 0), SECOND)));
        Timetable resolved = own.resolved(USUAL.in(Samples.NEW_YORK));
        assertThat(slots(resolved, 2)).containsExactly("2026-04-06", "2026-05-04");
        assertThat(resolved.next(APRIL, 1).get(0).start()).isEqualTo("2026-04-06T14:00:00Z");
    }

    @Test
    void several_series_come_in_one_order_and_on_one_date_with_different_slots() {
        Timetable two =
                THURSDAYS.with(NamedRule.of("b", USUAL.by("FREQ=WEEKLY;BYDAY=TU,TH", LocalTime.of(9, 0), SECOND)));
        assertThat(slots(two, 5))
                .containsExactly("2026-04-02~b", "2026-04-02", "2026-04-07~b", "2026-04-09~b", "2026-04-09");
        assertThat(slots(two.without("b"), 2)).containsExactly("2026-04-02", "2026-04-09");
        assertThat(two.without("a").find("a")).isPresent();
    }

    @Test
    void skips_holidays_and_pauses_leave_dates_out_and_say_why() {
        Timetable less = THURSDAYS
                .skip(Slot.of(SECOND))
                .withHolidays(Map.of(LocalDate.of(2026, 4, 9), "Easter"))
                .pause(new Pause(LocalDate.of(2026, 4, 16), LocalDate.of(2026, 4, 30), "break"));
        assertThat(slots(less, 2)).containsExactly("2026-04-30", "2026-05-07");
        assertThat(less.gaps(APRIL, Instant.parse("2026-05-07T00:00:00Z")))
                .extracting(gap -> gap.slot() + " " + gap.why() + " " + gap.name())
                .containsExactly(
                        "2026-04-02 SKIPPED ",
                        "2026-04-09 HOLIDAY Easter",
                        "2026-04-16 PAUSE break",
                        "2026-04-23 PAUSE break");
        assertThat(slots(less.restore(Slot.of(SECOND)), 1)).containsExactly("2026-04-02");
        assertThat(slots(less.resume(LocalDate.of(2026, 4, 20)), 2)).containsExactly("2026-04-23", "2026-04-30");
        assertThat(slots(less.resume(LocalDate.of(2026, 4, 1)), 1)).containsExactly("2026-04-16");
    }

    @Test
    void a_moved_meeting_keeps_its_slot_and_takes_place_even_on_a_holiday() {
        Instant friday = Instant.parse("2026-04-10T08:00:00Z");
        Timetable moved = THURSDAYS.move(Slot.of(SECOND), friday).withHolidays(Map.of(LocalDate.of(2026, 4, 10), "x"));
        assertThat(slots(moved, 3)).containsExactly("2026-04-09", "2026-04-02", "2026-04-16");
        assertThat(moved.at(Slot.of(SECOND)).orElseThrow().start()).isEqualTo(friday);
        assertThat(slots(moved.skip(Slot.of(SECOND)), 2)).containsExactly("2026-04-09", "2026-04-16");
        assertThat(moved.gaps(APRIL, friday)).isEmpty();
    }

    @Test
    void a_moved_meeting_is_gone_where_its_rule_no_longer_has_its_date() {
        Timetable moved = THURSDAYS.move(Slot.of(SECOND), Instant.parse("2026-04-10T08:00:00Z"));
        Timetable mondays = moved.with(NamedRule.of("a", USUAL.by("FREQ=WEEKLY;BYDAY=MO", LocalTime.NOON, SECOND)));
        assertThat(slots(mondays, 1)).containsExactly("2026-04-06");
        assertThat(mondays.at(Slot.of(SECOND))).isEmpty();
    }

    @Test
    void a_single_meeting_is_added_beside_the_others_and_can_be_moved() {
        Slot slot = THURSDAYS.freeSlot(SECOND);
        Timetable more = THURSDAYS.add(
                new OneOff(slot, Instant.parse("2026-04-02T17:00:00Z"), Duration.ofMinutes(90), Optional.of("Hall 2")));
        assertThat(slots(more, 3)).containsExactly("2026-04-02", "2026-04-02~x1", "2026-04-09");
        assertThat(more.freeSlot(SECOND).write()).isEqualTo("2026-04-02~x2");
        assertThat(slots(more.move(slot, Instant.parse("2026-04-12T17:00:00Z")), 3))
                .containsExactly("2026-04-02", "2026-04-09", "2026-04-02~x1");
        assertThat(more.at(slot).orElseThrow().place()).contains("Hall 2");
    }

    @Test
    void what_is_over_is_forgotten_and_what_is_ahead_stays() {
        Timetable full = THURSDAYS
                .skip(Slot.of(SECOND))
                .skip(Slot.of(SECOND.plusWeeks(4)))
                .move(Slot.of(SECOND.plusWeeks(1)), Instant.parse("2026-06-01T08:00:00Z"))
                .withHolidays(Map.of(SECOND, "x", SECOND.plusYears(1), "y"))
                .pause(new Pause(SECOND, SECOND.plusDays(3), ""));
        Timetable kept = full.since(SECOND.plusWeeks(3));
        assertThat(kept.skipped()).containsExactly(Slot.of(SECOND.plusWeeks(4)));
        assertThat(kept.holidays()).containsOnlyKeys(SECOND.plusYears(1));
        assertThat(kept.moved()).hasSize(1);
        assertThat(kept.pauses()).isEmpty();
    }

    @Test
    void a_pause_that_ends_before_it_begins_is_none() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Pause(SECOND, SECOND, ""));
    }

    @Test
    void there_are_ids_for_a_few_series_and_no_more() {
        Timetable full = THURSDAYS;
        while (full.freeId().isPresent()) {
            full = full.with(NamedRule.of(full.freeId().get(), USUAL));
        }
        assertThat(full.series()).extracting(NamedRule::id).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void a_slot_is_written_and_read_and_nothing_else_is_one() {
        for (String text : List.of("2026-04-02", "2026-04-02~b", "2028-02-29~x12")) {
            assertThat(Slot.parse(text).write()).isEqualTo(text);
        }
        for (String wrong : List.of(
                "", "2026-04-02~a", "2026-04-02~", "2026-4-2", "2026-02-30", "2026-04-02~B", "x", "2026-04-02~a/b")) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Slot.parse(wrong));
        }
    }

    @Test
    void the_next_meetings_are_those_that_going_through_the_calendar_finds() {
        Seeded.times(200, random -> {
            List<Rules.Slow> slow = List.of(Rules.any(random), Rules.any(random), Rules.any(random));
            Instant after = Samples.instant(random);
            Timetable timetable = closed(open(slow), slow, after, random);
            assertThat(timetable.next(after, 8)).as("%s", timetable).isEqualTo(byCalendar(timetable, slow, after, 8));
        });
    }

    private static Timetable open(List<Rules.Slow> slow) {
        Timetable timetable = Timetable.EMPTY;
        for (int i = 0; i < slow.size(); i++) {
            timetable = timetable.with(
                    new NamedRule(Character.toString('a' + i), slow.get(i).rule(), false, true));
        }
        return timetable;
    }

    private static Timetable closed(Timetable open, List<Rules.Slow> slow, Instant after, Random random) {
        Timetable timetable = open;
        LocalDate today = LocalDate.ofInstant(after, open.zone());
        Map<LocalDate, String> holidays = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            LocalDate day = today.plusDays(random.nextInt(60));
            int which = random.nextInt(3);
            Slot slot = slow.get(which).after(after, 5).stream()
                    .map(date -> new Slot(date, Character.toString('a' + which)))
                    .skip(random.nextInt(5))
                    .findFirst()
                    .orElseThrow();
            switch (random.nextInt(5)) {
                case 0 -> timetable = timetable.skip(slot);
                case 1 -> holidays.put(day, "holiday");
                case 2 -> timetable = timetable.pause(new Pause(day, day.plusDays(1 + random.nextInt(9)), ""));
                case 3 -> timetable = timetable.move(slot, after.plus(Duration.ofHours(1 + random.nextInt(2_000))));
                default -> {
                    Slot free = timetable.freeSlot(day);
                    Instant start = after.plus(Duration.ofHours(random.nextInt(2_000) - 24L));
                    timetable = timetable.add(new OneOff(free, start, Duration.ofHours(1), Optional.empty()));
                }
            }
        }
        return timetable.withHolidays(holidays);
    }

    /** Day by day, with none of the timetable's own methods. */
    private static List<Occurrence> byCalendar(Timetable timetable, List<Rules.Slow> slow, Instant after, int n) {
        List<Occurrence> all = new ArrayList<>();
        for (int i = 0; i < slow.size(); i++) {
            String id = Character.toString('a' + i);
            MeetingRule rule = slow.get(i).rule();
            for (LocalDate date : slow.get(i).after(after, 200)) {
                Slot slot = new Slot(date, id);
                Instant moved = timetable.moved().get(slot);
                if (moved == null && !timetable.holidays().containsKey(date) && !paused(timetable, date)) {
                    all.add(new Occurrence(slot, slow.get(i).start(date), rule.length(), rule.place(), false));
                } else if (moved != null) {
                    all.add(new Occurrence(slot, moved, rule.length(), rule.place(), true));
                }
            }
        }
        timetable
                .added()
                .forEach(one -> all.add(new Occurrence(one.slot(), one.start(), one.length(), one.place(), true)));
        return all.stream()
                .filter(one ->
                        one.start().isAfter(after) && !timetable.skipped().contains(one.slot()))
                .filter(one -> !one.byHand() || !paused(timetable, LocalDate.ofInstant(one.start(), timetable.zone())))
                .sorted(Comparator.comparing(Occurrence::start)
                        .thenComparing(one -> one.slot().write()))
                .limit(n)
                .toList();
    }

    private static boolean paused(Timetable timetable, LocalDate date) {
        return timetable.pauses().stream()
                .anyMatch(pause -> !date.isBefore(pause.from()) && date.isBefore(pause.until()));
    }

    @Test
    void a_timetable_survives_as_json() {
        Seeded.times(20, random -> {
            List<Rules.Slow> slow = List.of(Rules.any(random), Rules.any(random), Rules.any(random));
            Timetable timetable = closed(open(slow), slow, Samples.instant(random), random);
            assertThat(Json.MAPPER.readValue(Json.write(timetable), Timetable.class))
                    .isEqualTo(timetable);
        });
    }

    private static List<String> slots(Timetable timetable, int n) {
        return timetable.next(APRIL, n).stream().map(one -> one.slot().write()).toList();
    }
}
