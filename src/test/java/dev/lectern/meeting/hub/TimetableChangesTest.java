package dev.lectern.meeting.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.OneOff;
import dev.lectern.meeting.when.Pause;
import dev.lectern.meeting.when.Slot;
import dev.lectern.meeting.when.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What of a timetable the group's log keeps. */
class TimetableChangesTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 4, 9);
    private static final Slot THURSDAY = Slot.of(FIRST);
    private static final MeetingRule WEEKLY = new MeetingRule(
            "FREQ=WEEKLY;BYDAY=TH",
            FIRST,
            LocalTime.of(15, 0),
            ZoneId.of("Europe/Berlin"),
            Duration.ofHours(1),
            Optional.empty());
    private static final Timetable PLAIN = Timetable.EMPTY.resolved(WEEKLY);
    private static final String WRITTEN = "FREQ=WEEKLY;BYDAY=TH 15:00 2026-04-09 PT1H Europe/Berlin";
    private static final String BEGINS = "2026-04-09T13:00:00Z";

    private static SettingsChange change(Setting setting, List<String> from, List<String> to) {
        return new SettingsChange(setting, from, to);
    }

    @Test
    void nothing_differs_from_itself() {
        assertThat(TimetableChanges.between(PLAIN, PLAIN)).isEmpty();
    }

    @Test
    void of_series_those_are_kept_that_differ() {
        MeetingRule second = WEEKLY.at(Optional.of("Room 2, left  door"), Duration.ofMinutes(90));
        Timetable two = PLAIN.with(NamedRule.of("b", second));
        String other = "FREQ=WEEKLY;BYDAY=TH 15:00 2026-04-09 PT1H30M Europe/Berlin Room 2, left  door";
        assertThat(TimetableChanges.between(PLAIN, two))
                .containsExactly(change(Setting.TIMETABLE, List.of(), List.of(other)));
        assertThat(TimetableChanges.between(two, PLAIN))
                .containsExactly(change(Setting.TIMETABLE, List.of(other), List.of()));
        assertThat(SeriesValue.read(other)).isEqualTo(second);
        assertThat(SeriesValue.read(WRITTEN)).isEqualTo(WEEKLY);
    }

    @Test
    void of_holidays_and_pauses_those_are_kept_that_came_or_went() {
        Timetable before = PLAIN.withHolidays(Map.of(FIRST, "one", FIRST.plusDays(1), ""))
                .pause(new Pause(FIRST, FIRST.plusDays(7), "exams"));
        Timetable after = PLAIN.withHolidays(Map.of(FIRST, "two", FIRST.plusDays(1), ""));
        assertThat(TimetableChanges.between(before, after))
                .containsExactly(
                        change(Setting.HOLIDAYS, List.of("2026-04-09 one"), List.of("2026-04-09 two")),
                        change(Setting.PAUSE, List.of("2026-04-09/2026-04-16 exams"), List.of()));
    }

    @Test
    void a_single_meeting_is_moved_skipped_restored_or_added() {
        Timetable moved = PLAIN.move(THURSDAY, Instant.parse("2026-04-10T08:00:00Z"));
        assertThat(TimetableChanges.between(PLAIN, moved))
                .containsExactly(change(Setting.ONE_MEETING, List.of(BEGINS), List.of("2026-04-10T08:00:00Z")));
        Timetable skipped = PLAIN.skip(THURSDAY);
        assertThat(TimetableChanges.between(PLAIN, skipped))
                .containsExactly(change(Setting.ONE_MEETING, List.of(BEGINS), List.of()));
        assertThat(TimetableChanges.between(skipped, skipped.restore(THURSDAY)))
                .containsExactly(change(Setting.ONE_MEETING, List.of(), List.of(BEGINS)));
        Timetable added = PLAIN.add(new OneOff(
                PLAIN.freeSlot(FIRST), Instant.parse("2026-04-09T08:00:00Z"), Duration.ofHours(1), Optional.empty()));
        assertThat(TimetableChanges.between(PLAIN, added))
                .containsExactly(change(Setting.ONE_MEETING, List.of(), List.of("2026-04-09T08:00:00Z")));
    }

    @Test
    void what_is_no_series_is_refused() {
        for (String text : List.of("", "every Thursday", "a b c d", WRITTEN.replace("Europe/Berlin", "Nowhere/Else"))) {
            assertThatThrownBy(() -> SeriesValue.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
