package dev.lectern.meeting.when;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.meeting.when.RuleWords.NotUnderstood;
import dev.lectern.meeting.when.RuleWords.Understood;
import dev.lectern.text.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {
    private static Understood understood(String rrule, Optional<LocalTime> time) {
        return new Understood(rrule, time, Optional.empty(), Optional.empty());
    }

    private static MeetingRule rule(String rrule) {
        return new MeetingRule(
                rrule,
                LocalDate.of(2026, 1, 1),
                LocalTime.of(15, 0),
                ZoneId.of("Europe/Berlin"),
                Duration.ofHours(1),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every second Thursday at 15:00      | FREQ=WEEKLY;INTERVAL=2;BYDAY=TH    | 15:00",
                "every Thursday 3pm                  | FREQ=WEEKLY;BYDAY=TH               | 15:00",
                "Thursdays at 3 p.m.                 | FREQ=WEEKLY;BYDAY=TH               | 15:00",
                "first Monday of the month           | FREQ=MONTHLY;BYDAY=1MO             |",
                "last Friday of the month at 10      | FREQ=MONTHLY;BYDAY=-1FR            | 10:00",
                "every other week on Tuesday         | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU    |",
                "Tuesdays and Thursdays at 12:30     | FREQ=WEEKLY;BYDAY=TU,TH            | 12:30",
                "Thursdays, Tuesdays at 12.30        | FREQ=WEEKLY;BYDAY=TU,TH            | 12:30",
                "every 3 weeks on Wed                | FREQ=WEEKLY;INTERVAL=3;BYDAY=WE    |",
                "15th of every month                 | FREQ=MONTHLY;BYMONTHDAY=15         |",
                "weekdays at 9                       | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR   | 09:00",
                "Monday to Friday at noon            | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR   | 12:00",
                "mon-wed at 9:15am                   | FREQ=WEEKLY;BYDAY=MO,TU,WE         | 09:15",
                "weekly on Thursday                  | FREQ=WEEKLY;BYDAY=TH               |",
                "fortnightly on Fridays at 16h30     | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR    | 16:30",
                "Friday every two weeks              | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR    |",
                "every third Tuesday                 | FREQ=WEEKLY;INTERVAL=3;BYDAY=TU    |",
                "every third Tuesday of the month    | FREQ=MONTHLY;BYDAY=3TU             |",
                "every first Monday                  | FREQ=MONTHLY;BYDAY=1MO             |",
                "first and third Monday of the month | FREQ=MONTHLY;BYDAY=1MO,3MO         |",
                "first Monday every 2 months         | FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO  |",
                "monthly on the 1st and 15th         | FREQ=MONTHLY;BYMONTHDAY=1,15       |",
                "last day of the month at 17:00      | FREQ=MONTHLY;BYMONTHDAY=-1         | 17:00",
                "every day at midnight               | FREQ=DAILY                         | 00:00",
                "every 10 days                       | FREQ=DAILY;INTERVAL=10             |",
                "every 29 February at 12am           | FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29| 00:00",
                "last Friday of June                 | FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR   |",
                "every first Monday in March and Sept at 10 | FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO | 10:00",
                "yearly on the 2nd Tuesday of Oct    | FREQ=YEARLY;BYMONTH=10;BYDAY=2TU   |",
                "1st of March every year             | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1 |",
                "We meet on Thursdays @ 15:00.       | FREQ=WEEKLY;BYDAY=TH               | 15:00",
                "FREQ=WEEKLY;BYDAY=TH                | FREQ=WEEKLY;BYDAY=TH               |",
                "rrule:freq=weekly;byday=th at 8     | FREQ=WEEKLY;BYDAY=TH               | 08:00",
                "FREQ=WEEKLY;COUNT=4;BYDAY=TH        | FREQ=WEEKLY;BYDAY=TH;COUNT=4       |",
            })
    void words_that_people_use_are_rules(String words, String rrule, String time) {
        assertThat(RuleWords.read(words))
                .isEqualTo(understood(rrule, Optional.ofNullable(time).map(LocalTime::parse)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH      | every second Thursday at 15:00",
                "FREQ=WEEKLY;BYDAY=TU,TH              | every Tuesday and Thursday at 15:00",
                "FREQ=WEEKLY;INTERVAL=3;BYDAY=WE      | every 3 weeks on Wednesday at 15:00",
                "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR     | every weekday at 15:00",
                "FREQ=MONTHLY;BYDAY=1MO,-1MO          | the first and last Monday of the month at 15:00",
                "FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO    | the first Monday every 2 months at 15:00",
                "FREQ=MONTHLY;BYMONTHDAY=2,23         | the 2nd and 23rd of the month at 15:00",
                "FREQ=MONTHLY;BYMONTHDAY=-1           | the last day of the month at 15:00",
                "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=11  | every 11 March at 15:00",
                "FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR     | the last Friday of June at 15:00",
                "FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO    | the first Monday of March and September at 15:00",
                "FREQ=DAILY                           | every day at 15:00",
                "FREQ=DAILY;INTERVAL=10               | every 10 days at 15:00",
                "FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=13  | by the rule FREQ=MONTHLY;BYDAY=TU;BYMONTHDAY=13 at 15:00",
            })
    void a_rule_is_said_in_words(String rrule, String words) {
        assertThat(RuleSentence.of(rrule, LocalTime.of(15, 0))).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every second Thursday at 15:00       | jeden zweiten Donnerstag um 15:00 Uhr         | 隔週木曜日 15:00",
                "every day at 9                       | jeden Tag um 09:00 Uhr                        | 毎日 09:00",
                "weekdays at 9:30                     | montags bis freitags um 09:30 Uhr             | 毎週月曜日から金曜日 09:30",
                "Tuesday and Thursday at 12:30        | jeden Dienstag und Donnerstag um 12:30 Uhr    | 毎週火曜日、木曜日 12:30",
                "every 3 weeks on Wednesday at 15:00  | alle 3 Wochen am Mittwoch um 15:00 Uhr        | 3週間ごとの水曜日 15:00",
                "1st and 3rd Monday of the month at 10 | am ersten und dritten Montag des Monats um 10:00 Uhr | 毎月第1、第3月曜日 10:00",
                "the 1st and last day of the month at 8 | am 1. und letzten Tag des Monats um 08:00 Uhr | 毎月1日、末日 08:00",
                "last Friday of June at 17:00         | jedes Jahr am letzten Freitag im Juni um 17:00 Uhr | 毎年6月の最終金曜日 17:00",
                "every 11 March at 15:00              | jedes Jahr am 11. März um 15:00 Uhr           | 毎年3月11日 15:00",
            })
    void a_rule_is_said_in_the_language_that_is_spoken(String typed, String german, String japanese) {
        Understood read = (Understood) RuleWords.read(typed);
        LocalTime time = read.time().orElseThrow();
        assertThat(Language.speaking(Language.GERMAN, () -> RuleSentence.of(read.rrule(), time)))
                .isEqualTo(german);
        assertThat(Language.speaking(Language.JAPANESE, () -> RuleSentence.of(read.rrule(), time)))
                .isEqualTo(japanese);
    }

    @Test
    void what_a_form_proposes_is_english_whoever_reads_it() {
        MeetingRule rule = rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=TH");
        assertThat(Language.speaking(Language.JAPANESE, () -> RuleSentence.typed(rule)))
                .isEqualTo(RuleSentence.of(rule))
                .startsWith("every second Thursday");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every Thursday at 15:00 for 90 minutes        | 90",
                "for an hour and a half every Thursday at 15:00 | 90",
                "every Thursday for half an hour at 15:00      | 30",
                "every Thursday at 15:00 for an hour           | 60",
                "every Thursday at 15:00, for two hours        | 120",
                "every Thursday 3pm for 1.5 h                  | 90",
                "every Thursday 3pm for 1h30                   | 90",
                "every Thursday for 2 hours at 15:00           | 120",
                "every Thursday at 15h00 for 1 hour and 15 min | 75",
                "every Thursday at 15:00 for 45m               | 45",
            })
    void a_sentence_may_say_how_long_a_meeting_lasts(String words, int minutes) {
        assertThat(RuleWords.read(words))
                .isEqualTo(new Understood(
                        "FREQ=WEEKLY;BYDAY=TH",
                        Optional.of(LocalTime.of(15, 0)),
                        Optional.of(Duration.ofMinutes(minutes)),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every Thursday at 15:00 Europe/Berlin       | Europe/Berlin    | true",
                "every Thursday at 15:00 (europe/berlin)     | Europe/Berlin    | true",
                "every Thursday at 15:00 CET                 | Europe/Berlin    | true",
                "every Thursday at 15:00 CEST for 60 minutes | Europe/Berlin    | true",
                "every Thursday at 15:00 JST                 | Asia/Tokyo       | true",
                "every Thursday 15:00 UTC                    | Etc/UTC          | true",
                "every Thursday at 15:00 UTC                 | Europe/Berlin    | false",
                "every Thursday at 15:00 UTC+1               | Europe/Berlin    | false",
                "every Thursday at 15:00 America/New_York    | Europe/Berlin    | false",
                "every Thursday at 15:00 EST                 | America/New_York | true",
                "every Thursday at 15:00 Europe/Nowhere      | Europe/Berlin    | false",
            })
    void a_sentence_may_name_a_zone(String words, ZoneId zone, boolean means) {
        Understood read = (Understood) RuleWords.read(words);
        assertThat(read.rrule()).isEqualTo("FREQ=WEEKLY;BYDAY=TH");
        assertThat(read.time()).contains(LocalTime.of(15, 0));
        assertThat(read.zone()).map(named -> named.means(zone)).contains(means);
    }

    @Test
    void days_with_a_stroke_between_them_are_no_zone() {
        assertThat(RuleWords.read("Mon/Wed at 10"))
                .isEqualTo(understood("FREQ=WEEKLY;BYDAY=MO,WE", Optional.of(LocalTime.of(10, 0))));
    }

    @Test
    void the_last_friday_of_june_is_once_a_year() {
        MeetingRule rule = rule("FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR");
        assertThat(rule.dates(LocalDate.of(2026, 1, 1)).limit(3))
                .containsExactly(LocalDate.of(2026, 6, 26), LocalDate.of(2027, 6, 25), LocalDate.of(2028, 6, 30));
    }

    @Test
    void what_is_said_reads_as_the_same_rule() {
        Seeded.times(500, random -> {
            LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60));
            String typed = typed(random);
            assertThat(RuleWords.read(typed)).as(typed).isInstanceOf(Understood.class);
            Understood read = (Understood) RuleWords.read(typed);
            assertThat(RuleWords.read(RuleSentence.of(read.rrule(), time)))
                    .as(typed)
                    .isEqualTo(understood(read.rrule(), Optional.of(time)));
        });
    }

    static String typed(Random random) {
        List<String> days = List.of("Monday", "tue", "Wednesdays", "Thurs", "FRIDAY", "sat", "Sun");
        String day = Samples.oneOf(days, random) + (random.nextBoolean() ? "" : " and " + Samples.oneOf(days, random));
        String place = Samples.oneOf(List.of("first", "2nd", "third", "4th", "5th", "last", "1st and 3rd"), random);
        int each = 2 + random.nextInt(11);
        return switch (random.nextInt(10)) {
            case 0 -> "every " + day;
            case 1 -> "every " + each + " weeks on " + day;
            case 2 -> "every " + Samples.oneOf(List.of("second", "other", "third", "4th"), random) + " " + day;
            case 3 -> place + " " + day + " of the month";
            case 4 -> "the " + place + " " + day + " every " + each + " months";
            case 5 -> (1 + random.nextInt(31)) + "th and " + (1 + random.nextInt(31)) + "th of every month";
            case 6 -> "every " + each + " days";
            case 7 ->
                "every " + (1 + random.nextInt(28)) + " " + Samples.oneOf(List.of("Feb", "July", "december"), random);
            case 8 -> place + " " + day + " of " + Samples.oneOf(List.of("June", "feb and Nov"), random);
            default -> "FREQ=MONTHLY;BYSETPOS=-1;INTERVAL=" + each + ";BYDAY=MO,TU,WE,TH,FR";
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every Thrsday at 15:00     | “thrsday”; did you mean Thursday?",
                "every blue moon            | “blue”",
                "every Thursday for 3 minutes | “for 3 minutes” is no length of a meeting: it lasts from 5 to 720",
                "every Thursday for 13 hours | “for 13 hours” is no length",
                "every Thursday for a while | “for”",
                "every week                 | does not say on which day",
                "at 15:00                   | names a time, but no day",
                "Thursday at 25             | “at 25” is no time of day",
                "Thursday 15:75             | “15:75” is no time of day",
                "Thursday at 13pm           | “at 13pm” is no time of day",
                "30 February                | you would never meet",
                "32nd of every month        | “32nd of every month”",
                "sixth Monday of the month  | “sixth”",
                "6th Monday of the month    | “6th Monday of the month”",
                "every 99 weeks on Monday   | “every 99 weeks on Monday”",
                "Friday to Monday           | “Friday to Monday”",
                "''                         | says nothing about when",
                "FREQ=HOURLY                | no hours",
                "FREQ=WEEKLY;BYDAY=XX       | as an RRULE",
                "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2 | you would never meet",
            })
    void what_is_not_understood_is_named_with_an_example(String words, String named) {
        assertThat(RuleWords.read(words))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.type(NotUnderstood.class))
                .extracting(NotUnderstood::problem, org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .contains(named)
                .satisfies(problem -> assertThat(problem).containsAnyOf(RuleWords.anExample(), "minutes."));
    }

    @Test
    void nothing_that_is_typed_breaks_the_reader() {
        List<String> parts = List.of(
                "every",
                "for",
                "minutes",
                "hours",
                "utc",
                "europe/",
                "+",
                "2",
                "3rd",
                "thu",
                "of",
                "month",
                "at",
                ":",
                "15:00",
                "-",
                "30",
                "feb",
                "freq=",
                ";",
                "*",
                "last",
                "999",
                "weeks",
                "pm",
                "\u200b",
                "<!channel>");
        Seeded.times(2_000, random -> {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(7); i >= 0; i--) {
                text.append(Samples.oneOf(parts, random)).append(random.nextBoolean() ? " " : "");
            }
            RuleWords.Reading read = RuleWords.read(text.toString());
            if (read instanceof Understood understood) {
                assertThat(Recurrence.of(understood.rrule()).everMeets()).isTrue();
            }
            assertThat(text.toString().toLowerCase(Locale.ROOT)).isNotNull();
        });
    }
}
