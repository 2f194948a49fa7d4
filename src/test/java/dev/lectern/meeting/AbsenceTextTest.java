package dev.lectern.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Seeded;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbsenceTextTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.parse("2026-04-06");

    private static AbsenceText.Reading read(String text) {
        return AbsenceText.read(text, TODAY);
    }

    private static String problem(String text) {
        assertThat(read(text)).as(text).isInstanceOf(AbsenceText.Problem.class);
        return ((AbsenceText.Problem) read(text)).sentence();
    }

    private static AbsenceText.Days days(String from, String until) {
        return new AbsenceText.Days(LocalDate.parse(from), LocalDate.parse(until));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "20 Dec - 6 Jan; 2026-12-20; 2027-01-06",
                "from 20 December to 6 January; 2026-12-20; 2027-01-06",
                "20 dec–6 jan; 2026-12-20; 2027-01-06",
                "Dec 20 to Jan 6; 2026-12-20; 2027-01-06",
                "20-27 Dec; 2026-12-20; 2026-12-27",
                "20 - 27 December; 2026-12-20; 2026-12-27",
                "1st May until 3rd May; 2026-05-01; 2026-05-03",
                "2026-12-20 to 2027-01-06; 2026-12-20; 2027-01-06",
                "2026-12-20 - 2027-01-06; 2026-12-20; 2027-01-06",
                "20 Dec 2026 - 6 Jan 2027; 2026-12-20; 2027-01-06",
                "20 Dec - 6 Jan 2028; 2027-12-20; 2028-01-06",
                "20 Dec 2027 - 6 Jan; 2027-12-20; 2028-01-06",
                "until 6 January; 2026-04-06; 2027-01-06",
                "till 9 April; 2026-04-06; 2026-04-09",
                "until 2026-04-06; 2026-04-06; 2026-04-06",
                "on 9 April; 2026-04-09; 2026-04-09",
                "9 Apr; 2026-04-09; 2026-04-09",
                "5 April; 2027-04-05; 2027-04-05",
                "1 April - 8 April; 2026-04-01; 2026-04-08",
                "today; 2026-04-06; 2026-04-06",
                "Tomorrow; 2026-04-07; 2026-04-07",
                "this week; 2026-04-06; 2026-04-12",
                "next week; 2026-04-13; 2026-04-19",
                "this month; 2026-04-06; 2026-04-30",
                "next  month; 2026-05-01; 2026-05-31",
                "two weeks; 2026-04-06; 2026-04-19",
                "for 3 days; 2026-04-06; 2026-04-08",
                "a week; 2026-04-06; 2026-04-12"
            })
    void days_are_read_as_people_write_them(String text, String from, String until) {
        assertThat(read(text)).isEqualTo(days(from, until));
    }

    @Test
    void the_year_rolls_over_within_an_absence_that_is_on() {
        assertThat(AbsenceText.read("20 Dec - 6 Jan", LocalDate.parse("2027-01-03")))
                .isEqualTo(days("2026-12-20", "2027-01-06"));
        assertThat(AbsenceText.read("20 Dec - 6 Jan", LocalDate.parse("2027-01-07")))
                .isEqualTo(days("2027-12-20", "2028-01-06"));
    }

    @Test
    void what_cannot_be_is_answered_with_a_sentence() {
        assertThat(problem("10 May - 3 May")).contains("end before it starts");
        assertThat(problem("2026-12-20 to 2026-12-06")).contains("would end before it starts");
        assertThat(problem("2026-01-01 to 2026-02-01")).contains("That is past");
        assertThat(problem("until 5 April 2026")).contains("That day is past");
        assertThat(problem("2026-05-01 to 2027-05-02")).contains("longer than a year");
        assertThat(problem("60 weeks")).contains("longer than a year");
        assertThat(problem("31 June")).contains("no such day");
        assertThat(problem("2026-13-01")).contains("no such day");
        assertThat(problem("29 Feb 2027")).contains("no such day");
        assertThat(problem("9 April 2031")).contains("two years ahead");
        assertThat(problem("0 days")).contains("I can't read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "20 Dec -",
                "- 6 Jan",
                "until",
                "until Easter",
                "20 Foo - 6 Jan",
                "<!here>",
                "99999 weeks"
            })
    void what_cannot_be_read_is_answered_with_how_to_write_it(String text) {
        assertThat(problem(text)).contains("`20 Dec - 6 Jan`").doesNotContain("here>");
    }

    @Test
    void a_leap_day_is_read_in_a_leap_year_only() {
        assertThat(AbsenceText.read("29 Feb", LocalDate.parse("2027-12-01")))
                .isEqualTo(days("2028-02-29", "2028-02-29"));
        assertThat(problem("29 Feb")).contains("write its year");
    }

    @Test
    void whatever_days_are_written_they_are_read_back_and_never_past() {
        DateTimeFormatter plain = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
        Seeded.times(2_000, random -> {
            LocalDate today = LocalDate.parse("2024-01-01").plusDays(random.nextInt(1500));
            LocalDate from = today.plusDays(random.nextInt(160) - 10);
            LocalDate until = from.plusDays(random.nextInt(180));
            AbsenceText.Reading iso = AbsenceText.read(AbsenceText.iso(from, until), today);
            if (until.isBefore(today)) {
                assertThat(iso).isInstanceOf(AbsenceText.Problem.class);
                return;
            }
            assertThat(iso).isEqualTo(new AbsenceText.Days(from, until));
            assertThat(AbsenceText.parseIso(AbsenceText.iso(from, until))).isEqualTo(iso);
            assertThat(AbsenceText.read(plain.format(from) + " - " + plain.format(until), today))
                    .as("%s, today %s", iso, today)
                    .isEqualTo(iso);
        });
    }

    @Test
    void days_are_said_in_words() {
        assertThat(AbsenceText.say(LocalDate.parse("2026-12-20"), LocalDate.parse("2027-01-06")))
                .isEqualTo("from Sunday 20 December 2026 to Wednesday 6 January 2027 (18 days)");
        assertThat(AbsenceText.say(TODAY, TODAY)).isEqualTo("on Monday 6 April 2026");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-04-06",
                "2026-04-06 to",
                "2026-04-06 to 2026-04-05",
                "a to b",
                "2026-04-06 to 2026-04-07 to 2026-04-08"
            })
    void a_button_s_value_that_is_none_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AbsenceText.parseIso(text));
    }
}
