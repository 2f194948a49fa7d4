package dev.lectern.meeting.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days, pauses and holidays as people write them. */
class WordsForDaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 6);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-01 | 2026-09-01",
                "1 September | 2026-09-01",
                "Sept 1st | 2026-09-01",
                "1st of May, 2027 | 2027-05-01",
                "5 April | 2027-04-05",
                "6 apr. | 2026-04-06",
                "29 February | 2028-02-29",
            })
    void a_day_without_a_year_is_the_next_one(String words, LocalDate day) {
        assertThat(DayWords.read(words, TODAY)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "someday", "30 February", "2026-02-30", "32 May", "May", "1"})
    void what_is_no_day_is_none(String words) {
        assertThat(DayWords.read(words, TODAY)).isEmpty();
    }

    @Test
    void every_day_reads_back_however_it_is_written() {
        Seeded.times(300, random -> {
            LocalDate day = TODAY.plusDays(random.nextInt(365));
            for (String pattern : new String[] {"uuuu-MM-dd", "d MMMM uuuu", "d MMM", "MMMM d", "MMM d, uuuu"}) {
                String written =
                        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day);
                assertThat(DayWords.read(written, TODAY)).as(written).contains(day);
            }
        });
    }

    @Test
    void a_pause_is_read_with_or_without_its_beginning_and_reason() {
        assertThat(PauseWords.read("until 1 September", TODAY)).isEqualTo(pause("2026-04-06", "2026-09-01", ""));
        assertThat(PauseWords.read("from 20 Dec until 6 Jan: winter break", TODAY))
                .isEqualTo(pause("2026-12-20", "2027-01-06", "winter break"));
        assertThat(PauseWords.read("20 Dec - 6 Jan", TODAY)).isEqualTo(pause("2026-12-20", "2027-01-06", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | don't understand",
                "until September                 | don't understand",
                "until 31 June                   | “31 June” is no date",
                "2026-05-01 until 2026-05-01     | can't end on 2026-05-01",
                "2026-05-02 until 2026-05-01     | can't end on 2026-05-01",
                "2025-05-02 until 2025-06-01     | not ahead",
                "until 2036-01-01                | 2 years at most",
            })
    void what_is_no_pause_is_said(String words, String problem) {
        assertThat(((PauseWords.NotUnderstood) PauseWords.read(words, TODAY)).problem())
                .contains(problem);
    }

    private static PauseWords.Reading pause(String from, String until, String reason) {
        return new PauseWords.Understood(new Pause(LocalDate.parse(from), LocalDate.parse(until), reason));
    }

    @Test
    void holidays_are_lines_and_the_all_day_events_of_a_calendar_recurring_ones_for_three_years() {
        String text = """
                2026-12-24 Christmas Eve
                30 Dec - 1 Jan: Turn of the year

                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//somebody//EN
                X-WR-CALNAME:Holidays
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20200501
                DTEND;VALUE=DATE:20200502
                RRULE:FREQ=YEARLY
                EXDATE;VALUE=DATE:20270501
                SUMMARY:First of
                  May
                END:VEVENT
                BEGIN:VEVENT
                DTSTART:20260601T100000Z
                SUMMARY:A talk
                END:VEVENT
                BEGIN:VEVENT
                DTSTART;VALUE=DATE:20260701
                STATUS:CANCELLED
                SUMMARY:Off
                END:VEVENT
                END:VCALENDAR
                """;
        Map<LocalDate, String> found = ((HolidayWords.Understood) HolidayWords.read(text, TODAY)).holidays();
        assertThat(found)
                .containsExactly(
                        Map.entry(LocalDate.of(2026, 5, 1), "First of May"),
                        Map.entry(LocalDate.of(2026, 12, 24), "Christmas Eve"),
                        Map.entry(LocalDate.of(2026, 12, 30), "Turn of the year"),
                        Map.entry(LocalDate.of(2026, 12, 31), "Turn of the year"),
                        Map.entry(LocalDate.of(2027, 1, 1), "Turn of the year"),
                        Map.entry(LocalDate.of(2028, 5, 1), "First of May"));
        assertThat(HolidayWords.read(HolidayWords.write(found), TODAY)).isEqualTo(new HolidayWords.Understood(found));
    }

    @Test
    void holidays_that_are_written_read_back_the_same() {
        Seeded.times(100, random -> {
            Map<LocalDate, String> some = new TreeMap<>();
            for (int i = random.nextInt(30); i > 0; i--) {
                some.put(
                        TODAY.plusDays(random.nextInt(1_000)),
                        Samples.oneOf(java.util.List.of("", "A day", "- x", "until 1 May"), random));
            }
            assertThat(HolidayWords.read(HolidayWords.write(some), TODAY).toString())
                    .doesNotContain("NotUnderstood")
                    .contains(some.keySet().stream()
                            .map(LocalDate::toString)
                            .findFirst()
                            .orElse(""));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tomorrow",
                "2026-02-30 x",
                "1 May - 1 April 2026",
                "2026-01-01 - 2027-12-31 long",
                "BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT"
            })
    void what_is_no_holiday_is_said(String text) {
        assertThat(HolidayWords.read(text, TODAY)).isInstanceOf(HolidayWords.NotUnderstood.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-28 | 02:30 | TIME | There is no 02:30",
                "2026-04-05 | 15:00 | DATE | That is past",
                "2026-04-06 | 08:00 | TIME | That is past",
                "2036-04-06 | 08:00 | DATE | years away",
                "someday    | 08:00 | DATE | Pick the day",
                "2026-04-07 | ''    | TIME | Pick the time",
            })
    void a_moment_that_cannot_be_is_refused_beside_its_field(
            String date, String time, MomentForm.Field field, String says) {
        MomentForm.Invalid invalid = (MomentForm.Invalid)
                new MomentForm(date, time).parse(Samples.BERLIN, Instant.parse("2026-04-06T07:00:00Z"));
        assertThat(invalid.field()).isEqualTo(field);
        assertThat(invalid.problem()).contains(says);
    }

    @Test
    void a_moment_that_comes_twice_is_the_earlier_one() {
        assertThat(new MomentForm("2026-10-25", "02:30").parse(Samples.BERLIN, Instant.parse("2026-04-06T07:00:00Z")))
                .isEqualTo(new MomentForm.Valid(Instant.parse("2026-10-25T00:30:00Z")));
    }
}
