package dev.lectern.meeting.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.meeting.AbsenceText;
import dev.lectern.meeting.AbsenceText.Days;
import dev.lectern.meeting.when.RuleWords.Understood;
import dev.lectern.text.Dates;
import dev.lectern.text.Language;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days and rules that are typed in German and Japanese. */
class ForeignWordsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jeden zweiten Donnerstag um 15 Uhr       | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH  | 15:00",
                "Donnerstags 15.30 Uhr                    | FREQ=WEEKLY;BYDAY=TH             | 15:30",
                "Di und Do um 9                           | FREQ=WEEKLY;BYDAY=TU,TH          | 09:00",
                "wir treffen uns werktags um 9:30 Uhr     | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:30",
                "montags bis mittwochs mittags            | FREQ=WEEKLY;BYDAY=MO,TU,WE       | 12:00",
                "alle 3 Wochen am Mittwoch                | FREQ=WEEKLY;INTERVAL=3;BYDAY=WE  |",
                "am 1. und 3. Montag im Monat um 10 Uhr   | FREQ=MONTHLY;BYDAY=1MO,3MO       | 10:00",
                "jeden ersten Freitag                     | FREQ=MONTHLY;BYDAY=1FR           |",
                "am 15. jedes Monats                      | FREQ=MONTHLY;BYMONTHDAY=15       |",
                "am letzten Tag des Monats um 17:00 Uhr   | FREQ=MONTHLY;BYMONTHDAY=-1       | 17:00",
                "letzter Freitag im März                  | FREQ=YEARLY;BYMONTH=3;BYDAY=-1FR |",
                "täglich um 8 Uhr                         | FREQ=DAILY                       | 08:00",
                "毎週木曜日 15時                            | FREQ=WEEKLY;BYDAY=TH             | 15:00",
                "隔週火曜 午後3時半                          | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU  | 15:30",
                "毎週火曜日と木曜日の12時30分                 | FREQ=WEEKLY;BYDAY=TU,TH          | 12:30",
                "平日 ９：３０                              | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR | 09:30",
                "毎月第1、第3月曜日 10時                     | FREQ=MONTHLY;BYDAY=1MO,3MO       | 10:00",
                "毎月末日                                   | FREQ=MONTHLY;BYMONTHDAY=-1       |",
                "毎年6月の最終金曜日 17:00                   | FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR | 17:00",
                "3週間ごとの水曜日                           | FREQ=WEEKLY;INTERVAL=3;BYDAY=WE  |",
            })
    void a_rule_is_read_whichever_language_is_spoken(String words, String rrule, String time) {
        Understood meant = new Understood(
                rrule, Optional.ofNullable(time).map(LocalTime::parse), Optional.empty(), Optional.empty());
        for (Language language : Language.values()) {
            assertThat(Language.speaking(language, () -> RuleWords.read(words))).isEqualTo(meant);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_is_said_of_a_rule_in_a_language_is_read_as_the_same_rule(Language language) {
        Seeded.times(500, random -> {
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            String typed = RuleWordsTest.typed(random);
            Understood meant = (Understood) RuleWords.read(typed);
            String said = Language.speaking(language, () -> RuleSentence.of(meant.rrule(), time));
            assertThat(RuleWords.read(said))
                    .as("%s: %s", typed, said)
                    .isEqualTo(new Understood(meant.rrule(), Optional.of(time), Optional.empty(), Optional.empty()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_day_that_is_written_in_a_language_is_read_as_the_same_day(Language language) {
        for (LocalDate day = TODAY; day.isBefore(TODAY.plusYears(1)); day = day.plusDays(1)) {
            LocalDate written = day;
            for (String text : Language.speaking(
                    language, () -> List.of(Dates.day(written), Dates.shortDay(written), written.toString()))) {
                assertThat(DayWords.read(text, TODAY)).as(text).contains(written);
                assertThat(AbsenceText.read(text, TODAY)).as(text).isEqualTo(new Days(written, written));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20. Dez. bis 6. Jan.               | 2026-12-20 | 2027-01-06",
                "vom 20.12. bis 6.1.2027            | 2026-12-20 | 2027-01-06",
                "vom 20. bis 27. Mai                | 2026-05-20 | 2026-05-27",
                "bis zum 6. April                   | 2026-04-02 | 2026-04-06",
                "am 3. März 2027                    | 2027-03-03 | 2027-03-03",
                "morgen                             | 2026-04-03 | 2026-04-03",
                "nächste Woche                      | 2026-04-06 | 2026-04-12",
                "diesen Monat                       | 2026-04-02 | 2026-04-30",
                "zwei Wochen                        | 2026-04-02 | 2026-04-15",
                "12月20日から1月6日まで                | 2026-12-20 | 2027-01-06",
                "4月6日まで                           | 2026-04-02 | 2026-04-06",
                "2027年3月3日(水)                     | 2027-03-03 | 2027-03-03",
                "来週                                | 2026-04-06 | 2026-04-12",
                "明日                                | 2026-04-03 | 2026-04-03",
                "2週間                               | 2026-04-02 | 2026-04-15",
            })
    void days_are_read_whichever_language_is_spoken(String words, LocalDate from, LocalDate until) {
        for (Language language : Language.values()) {
            assertThat(Language.speaking(language, () -> AbsenceText.read(words, TODAY)))
                    .isEqualTo(new Days(from, until));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bis 1. September                                | 2026-04-02 | 2026-09-01 | ''",
                "20. Dezember bis 6. Januar: Urlaub in der Heide | 2026-12-20 | 2027-01-06 | Urlaub in der Heide",
                "ab 1.8.2026 bis 1.9.2026, Sommerpause           | 2026-08-01 | 2026-09-01 | Sommerpause",
                "9月1日まで                                        | 2026-04-02 | 2026-09-01 | ''",
                "12月20日から1月6日まで: 冬休み                       | 2026-12-20 | 2027-01-06 | 冬休み",
            })
    void a_pause_is_read_and_its_reason_stays_as_it_was_typed(
            String words, LocalDate from, LocalDate until, String reason) {
        assertThat(PauseWords.read(words, TODAY)).isEqualTo(new PauseWords.Understood(new Pause(from, until, reason)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bis 1. September Urlaub in der Heide", "bis irgendwann", "9月まで"})
    void what_is_no_pause_is_quoted_as_it_was_typed(String words) {
        assertThat(PauseWords.read(words, TODAY))
                .isInstanceOfSatisfying(
                        PauseWords.NotUnderstood.class,
                        not -> assertThat(not.problem()).contains(words));
    }

    @Test
    void a_holiday_may_be_written_in_german() {
        assertThat(HolidayWords.read("24. Dez. - 26. Dez. Weihnachten\n3.10.2026 Einheit\n6. März Freier Tag", TODAY))
                .hasToString(
                        HolidayWords.read("24 Dec - 26 Dec Weihnachten\n2026-10-03 Einheit\n6 March Freier Tag", TODAY)
                                .toString());
    }

    @ParameterizedTest
    @EnumSource
    void the_examples_of_each_language_are_understood(Language language) {
        Language.speaking(language, () -> {
            String problem = ((RuleWords.NotUnderstood) RuleWords.read("xyzzy")).problem();
            for (String example : quoted(problem, "[“„「]([^“”„」]+)[“”」]").subList(1, 3)) {
                assertThat(RuleWords.read(example)).as(example).isInstanceOf(Understood.class);
            }
            String how = ((AbsenceText.Problem) AbsenceText.read("xyzzy", TODAY)).sentence();
            assertThat(quoted(how, "`([^`]+)`"))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(example -> assertThat(AbsenceText.read(example, TODAY))
                            .as(example)
                            .isInstanceOf(Days.class));
            String pause = ((PauseWords.NotUnderstood) PauseWords.read("xyzzy", TODAY)).problem();
            assertThat(quoted(pause, "[“„「]([^“”„」]+)[“”」]").subList(1, 3))
                    .allSatisfy(example -> assertThat(PauseWords.read(example, TODAY))
                            .as(example)
                            .isInstanceOf(PauseWords.Understood.class));
            return language;
        });
    }

    private static List<String> quoted(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void nothing_that_is_typed_breaks_a_reader() {
        List<String> parts = List.of(
                "jeden",
                "bis",
                "99.",
                "13.13.",
                "um",
                "Uhr",
                "0.0.0000",
                "des",
                "freq=",
                "März",
                "毎年",
                "99月",
                "0日",
                "第9",
                "月曜日",
                "から",
                "まで",
                "の",
                "25時",
                "午後99時",
                "(木)",
                "規則 freq= による日",
                "$1",
                "\\",
                "１",
                "\u200b");
        Seeded.times(2_000, (Random random) -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                text.append(Samples.oneOf(parts, random)).append(random.nextBoolean() ? " " : "");
            }
            if (RuleWords.read(text.toString()) instanceof Understood understood) {
                assertThat(Recurrence.of(understood.rrule()).everMeets()).isTrue();
            }
            assertThat(DayWords.read(text.toString(), TODAY)).isNotNull();
            assertThat(PauseWords.read(text.toString(), TODAY)).isNotNull();
            assertThat(AbsenceText.read(text.toString(), TODAY)).isNotNull();
        });
    }
}
