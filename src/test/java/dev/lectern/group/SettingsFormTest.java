package dev.lectern.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.SettingsForm.Field;
import dev.lectern.paper.PaperList;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFormTest {
    private static final Map<Field, String> GOOD = Map.of(
            Field.TOPICS, "robots, diffusion models",
            Field.DIGEST_DAYS, "MONDAY",
            Field.DIGEST_TIME, "09:00",
            Field.ZONE, "Europe/Berlin",
            Field.MEETING_DAY, "THURSDAY",
            Field.MEETING_TIME, "15:00",
            Field.RHYTHM, "WEEKLY",
            Field.VOTING_WINDOW, "2 days",
            Field.FOLLOWS, "cs.CL https://example.org/feed.xml");

    @Test
    void a_good_form_becomes_settings() {
        assertThat(valid(form(GOOD)))
                .isEqualTo(new Settings(
                        List.of("robots", "diffusion models"),
                        Set.of(DayOfWeek.MONDAY),
                        LocalTime.of(9, 0),
                        Samples.BERLIN,
                        DayOfWeek.THURSDAY,
                        LocalTime.of(15, 0),
                        Rhythm.WEEKLY,
                        Duration.ofDays(2),
                        List.of(PaperList.arxiv("cs.CL"), PaperList.feed("https://example.org/feed.xml"))));
    }

    @ParameterizedTest
    @CsvSource({
        "09:00, 09:00",
        "9:05, 09:05",
        "9, 09:00",
        "15.30, 15:30",
        "15h30, 15:30",
        "3 pm, 15:00",
        "3:15 p.m., 15:15",
        "12am, 00:00",
        "12 PM, 12:00",
        "00:00, 00:00",
        "23:59, 23:59"
    })
    void times_are_read_as_people_write_them(String typed, LocalTime time) {
        assertThat(valid(with(Field.DIGEST_TIME, typed)).digestTime()).isEqualTo(time);
        assertThat(valid(with(Field.MEETING_TIME, typed)).meetingTime()).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({
        "25:00, 'There is no hour 25 in a day: write a time from 00:00 to 23:59, such as 15:00.'",
        "25, 'There is no hour 25 in a day: write a time from 00:00 to 23:59, such as 15:00.'",
        "24:00, 'There is no hour 24 in a day: write a time from 00:00 to 23:59, such as 15:00.'",
        "12:60, 'There is no minute 60 in an hour: write a time such as 12:30.'",
        "13 pm, 'With am and pm the hour goes from 1 to 12, not to 13: write 3 pm or 15:00.'",
        "0 am, 'With am and pm the hour goes from 1 to 12, not to 0: write 3 pm or 15:00.'",
        "noonish, 'I can''t read ''noonish'' as a time: write one from 00:00 to 23:59, such as 15:00.'",
        "-1:00, 'I can''t read ''-1:00'' as a time: write one from 00:00 to 23:59, such as 15:00.'",
        "9m, 'I can''t read ''9m'' as a time: write one from 00:00 to 23:59, such as 15:00.'",
        "'  ', 'A time is missing: write one from 00:00 to 23:59, such as 15:00.'"
    })
    void what_is_no_time_is_said(String typed, String sentence) {
        assertThat(problems(with(Field.DIGEST_TIME, typed))).isEqualTo(Map.of(Field.DIGEST_TIME, sentence));
        assertThat(problems(with(Field.MEETING_TIME, typed))).isEqualTo(Map.of(Field.MEETING_TIME, sentence));
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Europe/Berlin",
        "europe/berlin, Europe/Berlin",
        "berlin, Europe/Berlin",
        "New York, America/New_York",
        "america / new york, America/New_York",
        "Munich, Europe/Berlin",
        "UTC, UTC",
        "gmt, GMT",
        "CET, CET",
        "PST, America/Los_Angeles",
        "EST, America/New_York",
        "Louisville, America/Louisville",
        "UTC+2, +02:00",
        "GMT+5, +05:00",
        "utc - 3, -03:00",
        "+05:30, +05:30",
        "Japan, Japan"
    })
    void zones_are_read_as_people_name_them(String typed, ZoneId zone) {
        assertThat(valid(with(Field.ZONE, typed)).zone()).isEqualTo(zone);
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berln, 'I don''t know the zone ''Europe/Berln''. Did you mean Europe/Berlin?'",
        "Berln, 'I don''t know the zone ''Berln''. Did you mean Europe/Berlin?'",
        "Tokio, 'I don''t know the zone ''Tokio''. Did you mean Asia/Tokyo?'",
        "Middle-earth/Shire, 'I don''t know the zone ''Middle-earth/Shire'': write a region and a city, such as Europe/Berlin.'",
        "UTC+25, 'I don''t know the zone ''UTC+25'': write a region and a city, such as Europe/Berlin.'",
        "IST, '''IST'' is the name of several time zones: write which one, such as Asia/Kolkata, Asia/Jerusalem or Europe/Dublin.'",
        "Eastern, '''Eastern'' is the name of several time zones: write which one, such as US/Eastern or Canada/Eastern.'",
        "'', 'A time zone is missing: write a region and a city, such as Europe/Berlin.'"
    })
    void what_is_no_zone_is_said_with_the_nearest_one(String typed, String sentence) {
        assertThat(problems(with(Field.ZONE, typed))).isEqualTo(Map.of(Field.ZONE, sentence));
    }

    @Test
    void every_zone_that_java_knows_is_read_as_itself_or_as_one_with_the_same_clocks() {
        ZoneId.getAvailableZoneIds().stream()
                .filter(id ->
                        !id.startsWith("SystemV/") && !Set.of("EST", "MST").contains(id))
                // The calendar reader of other tests adds zones of its own to those of this JVM.
                .filter(id -> !id.startsWith("ical4j"))
                .forEach(id -> assertThat(valid(with(Field.ZONE, id)).zone()).isEqualTo(ZoneId.of(id)));
    }

    @ParameterizedTest
    @CsvSource({"THURSDAY, THURSDAY", "thu, THURSDAY", "Sundays, SUNDAY", "' m ', MONDAY", "Tues, TUESDAY"})
    void days_are_read_as_people_write_them(String typed, DayOfWeek day) {
        assertThat(valid(with(Field.MEETING_DAY, typed)).meetingDay()).isEqualTo(day);
        assertThat(valid(with(Field.DIGEST_DAYS, typed)).digestDays()).containsExactly(day);
    }

    @ParameterizedTest
    @CsvSource({
        "Thurzday, 'I don''t know the day ''Thurzday''. Did you mean Thursday?'",
        "t, 'I don''t know the day ''t'': write one from Monday to Sunday.'",
        "someday, 'I don''t know the day ''someday'': write one from Monday to Sunday.'"
    })
    void what_is_no_day_is_said(String typed, String sentence) {
        assertThat(problems(with(Field.MEETING_DAY, typed))).isEqualTo(Map.of(Field.MEETING_DAY, sentence));
        assertThat(problems(with(Field.DIGEST_DAYS, typed))).isEqualTo(Map.of(Field.DIGEST_DAYS, sentence));
    }

    @Test
    void missing_days_are_said() {
        SettingsForm noDays = new SettingsForm("", List.of(), "9", "UTC", "", "15", "weekly", "2", "");
        assertThat(problems(noDays))
                .isEqualTo(Map.of(
                        Field.DIGEST_DAYS, "The digest has no day: choose at least one, such as Monday.",
                        Field.MEETING_DAY, "A day of the week is missing: choose one, such as Thursday."));
    }

    @Test
    void topics_come_apart_at_commas_and_lines_each_once() {
        assertThat(valid(with(Field.TOPICS, " robots ,, Video   LLMs\nROBOTS\r\n agents,"))
                        .topics())
                .containsExactly("robots", "Video LLMs", "agents");
        assertThat(valid(with(Field.TOPICS, " \n ")).topics()).isEmpty();
    }

    @Test
    void twenty_topics_of_fifty_characters_are_enough() {
        String twenty = IntStream.range(0, 20)
                .mapToObj(i -> "%02d%s".formatted(i, "x".repeat(48)))
                .collect(Collectors.joining(","));
        assertThat(valid(with(Field.TOPICS, twenty)).topics()).hasSize(20);
        assertThat(problems(with(Field.TOPICS, twenty + ",one more")))
                .isEqualTo(Map.of(
                        Field.TOPICS,
                        "These are 21 topics, and a group can follow 20: take out the least important ones."));
        assertThat(problems(with(Field.TOPICS, "x".repeat(51))))
                .isEqualTo(Map.of(
                        Field.TOPICS,
                        "The topic '%s…' is longer than 50 characters: shorten it, or split it with commas."
                                .formatted("x".repeat(40))));
    }

    @ParameterizedTest
    @CsvSource({
        "2, PT48H",
        "2 days, PT48H",
        "1d, PT24H",
        "36 hours, PT36H",
        "1 h, PT1H",
        "1 Week, P7D",
        "PT90M, PT90M",
        "P2D, PT48H"
    })
    void voting_windows_are_read_as_people_write_them(String typed, Duration window) {
        assertThat(valid(with(Field.VOTING_WINDOW, typed)).votingWindow()).isEqualTo(window);
    }

    @ParameterizedTest
    @CsvSource({"P1D, 1 day", "P2D, 2 days", "PT1H, 1 hour", "PT36H, 36 hours", "PT90M, PT1H30M"})
    void a_voting_window_is_shown_as_people_write_it(Duration window, String shown) {
        Settings settings = valid(with(Field.VOTING_WINDOW, window.toString()));
        assertThat(SettingsForm.of(settings).votingWindow()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "'', The voting window is missing",
        "0, '''0'' can''t be a voting window'",
        "8 days, '''8 days'' can''t be a voting window'",
        "PT59M, '''PT59M'' can''t be a voting window'",
        "-2 days, '''-2 days'' can''t be a voting window'",
        "999999 weeks, '''999999 weeks'' can''t be a voting window'",
        "99999999999 days, '''99999999999 days'' can''t be a voting window'",
        "soon, '''soon'' can''t be a voting window'"
    })
    void what_is_no_voting_window_is_said(String typed, String beginning) {
        assertThat(problems(with(Field.VOTING_WINDOW, typed)))
                .isEqualTo(
                        Map.of(
                                Field.VOTING_WINDOW,
                                beginning
                                        + ": write how long people can vote, from 1 hour to 7 days, such as 2 days or 36 hours."));
    }

    @ParameterizedTest
    @CsvSource({"weekly, WEEKLY", "every two weeks, FORTNIGHTLY", "First of the  month, MONTHLY", "MONTHLY, MONTHLY"})
    void rhythms_are_read_by_name_and_label(String typed, Rhythm rhythm) {
        assertThat(valid(with(Field.RHYTHM, typed)).rhythm()).isEqualTo(rhythm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sometimes"})
    void what_is_no_rhythm_is_said(String typed) {
        assertThat(problems(with(Field.RHYTHM, typed)))
                .isEqualTo(Map.of(
                        Field.RHYTHM,
                        "I don't know the rhythm '%s': choose weekly, fortnightly or monthly.".formatted(typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "'', ''",
        "cs.CL, arxiv/cs.CL",
        "cs.cl, arxiv/cs.CL",
        "'CS.CL, stat.ML', arxiv/cs.CL arxiv/stat.ML",
        "'cs.CL,,  cs.cl', arxiv/cs.CL",
        "hep-th q-bio.nc cond-mat.Stat-Mech, arxiv/hep-th arxiv/q-bio.NC arxiv/cond-mat.stat-mech",
        "https://Example.org/a?b=1&c, feed/https://Example.org/a?b=1&c",
        "'hf/Ada-1, HF/ben.x cs.CL', submitter/Ada-1 submitter/ben.x arxiv/cs.CL"
    })
    void lists_to_follow_are_categories_and_addresses_each_once(String typed, String lists) {
        assertThat(valid(with(Field.FOLLOWS, typed)).follows().stream().map(PaperList::value))
                .containsExactlyElementsOf(Stream.of(lists.split(" "))
                        .filter(list -> !list.isEmpty())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "sc.CL|There is no arXiv category 'sc.CL'. Did you mean cs.CL?",
                "zzzzzzz|There is no arXiv category 'zzzzzzz': write an arXiv category such as cs.CL, or a feed's whole address.",
                "c++|I can't follow 'c++': write an arXiv category such as cs.CL, or a feed's whole address.",
                "example.org/feed|'example.org/feed' is not the address of a feed: write it whole, such as https://example.org/feed.xml.",
                "hf/|'hf/' names nobody on Hugging Face: write hf/ and the person's name there, such as hf/ada.",
                "hf/a/b|'hf/a/b' names nobody on Hugging Face: write hf/ and the person's name there, such as hf/ada.",
                "ftp://example.org/feed|'ftp://example.org/feed' is not the address of a feed: write it whole, such as https://example.org/feed.xml.",
                "cs.AA cs.AB cs.AC cs.AD cs.AE cs.AF cs.AG cs.AH cs.AI cs.AJ cs.AK|These are 11 lists, and a group can follow 10 besides Daily Papers: take out the least important."
            })
    void what_cannot_be_followed_is_answered_with_the_way_out(String typed, String problem) {
        assertThat(problems(with(Field.FOLLOWS, typed))).isEqualTo(Map.of(Field.FOLLOWS, problem));
    }

    @Test
    void all_problems_are_said_at_once_in_the_form_s_order() {
        SettingsForm bad =
                new SettingsForm("x".repeat(99), List.of("x"), "25:00", "Nowhere/At_All", "x", "25:00", "x", "x", "?");
        assertThat(problems(bad).keySet()).containsExactly(Field.values());
    }

    @Test
    void any_settings_come_back_from_their_form() {
        Seeded.times(300, random -> {
            Settings settings = settings(random);
            assertThat(valid(SettingsForm.of(settings))).isEqualTo(settings);
        });
    }

    @Test
    void whatever_is_typed_is_read_or_answered_with_one_line() {
        Seeded.times(2000, random -> {
            SettingsForm form = new SettingsForm(
                    noise(random),
                    List.of(noise(random)),
                    noise(random),
                    noise(random),
                    noise(random),
                    noise(random),
                    noise(random),
                    noise(random),
                    noise(random));
            if (form.parse() instanceof SettingsForm.Invalid invalid) {
                assertThat(invalid.problems().values())
                        .allSatisfy(problem -> assertThat(problem)
                                .hasSizeLessThan(200)
                                .doesNotContain("\n", "\r")
                                .matches("['A-Z].*[.?]"));
            }
        });
    }

    private static Settings settings(Random random) {
        List<String> zones = List.copyOf(new TreeSet<>(ZoneId.getAvailableZoneIds())).stream()
                .filter(id -> id.contains("/") && !id.startsWith("SystemV/"))
                .toList();
        List<DayOfWeek> week = Arrays.asList(DayOfWeek.values());
        EnumSet<DayOfWeek> days = EnumSet.of(Samples.oneOf(week, random), Samples.oneOf(week, random));
        return new Settings(
                IntStream.range(0, random.nextInt(21))
                        .mapToObj(i -> "topic " + i)
                        .toList(),
                days,
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                ZoneId.of(Samples.oneOf(zones, random)),
                Samples.oneOf(week, random),
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                Samples.oneOf(Arrays.asList(Rhythm.values()), random),
                Duration.ofMinutes(60 + random.nextInt(7 * 24 * 60 - 60 + 1)),
                List.of(PaperList.arxiv("math.PR"), PaperList.feed("https://example.org/a?b=c"))
                        .subList(0, random.nextInt(3)));
    }

    private static String noise(Random random) {
        String letters = "0123456789:.-+/ ,\n\tapmhdwPT'\"<>&xé日\uD83D\uDE00";
        return IntStream.range(0, random.nextInt(random.nextInt(10) == 0 ? 300 : 8))
                .mapToObj(i -> letters.codePointAt(
                        letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))))
                .map(Character::toString)
                .collect(Collectors.joining());
    }

    private static SettingsForm with(Field field, String text) {
        Map<Field, String> changed = new EnumMap<>(GOOD);
        changed.put(field, text);
        return form(changed);
    }

    private static SettingsForm form(Map<Field, String> texts) {
        return new SettingsForm(
                texts.getOrDefault(Field.TOPICS, ""),
                List.of(texts.getOrDefault(Field.DIGEST_DAYS, "")),
                texts.getOrDefault(Field.DIGEST_TIME, ""),
                texts.getOrDefault(Field.ZONE, ""),
                texts.getOrDefault(Field.MEETING_DAY, ""),
                texts.getOrDefault(Field.MEETING_TIME, ""),
                texts.getOrDefault(Field.RHYTHM, ""),
                texts.getOrDefault(Field.VOTING_WINDOW, ""),
                texts.getOrDefault(Field.FOLLOWS, ""));
    }

    private static Settings valid(SettingsForm form) {
        return assertThat(form.parse())
                .asInstanceOf(type(SettingsForm.Valid.class))
                .actual()
                .settings();
    }

    private static Map<Field, String> problems(SettingsForm form) {
        return assertThat(form.parse())
                .asInstanceOf(type(SettingsForm.Invalid.class))
                .actual()
                .problems();
    }
}
