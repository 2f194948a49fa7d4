package dev.lectern.group;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.group;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogTest {
    private static LogEntry entry(Setting setting, List<String> from, List<String> to) {
        return new LogEntry(Instant.EPOCH, ADA, setting.name(), from, to);
    }

    private static String page(Language language, List<LogEntry> all, int from) {
        return Language.speaking(
                language,
                () -> new LogMessages(group(ADA), Map.of())
                        .page(all, from)
                        .blocks()
                        .toString());
    }

    @Test
    void each_setting_that_differs_is_a_change_and_nothing_else() {
        Group before = group(ADA, BEN);
        Group after = before.withMembers(List.of(ADA, CLEO))
                .withOrganizers(List.of(before.organizer(), BEN))
                .withSettings(Settings.defaults(Samples.NEW_YORK).withLanguage(Optional.of(Language.GERMAN)));
        assertThat(SettingsChange.between(before, before)).isEmpty();
        assertThat(SettingsChange.between(before, after))
                .contains(
                        SettingsChange.of(Setting.LANGUAGE, "en", "de"),
                        SettingsChange.of(
                                Setting.ZONE,
                                before.settings().zone(),
                                after.settings().zone()));
        assertThat(SettingsChange.between(before, after).stream().map(SettingsChange::setting))
                .contains(Setting.MEMBERS, Setting.ORGANIZERS);
        assertThat(SettingsChange.between(
                        after, after.withSettings(after.settings().withLanguage(Optional.empty()))))
                .containsExactly(SettingsChange.of(Setting.LANGUAGE, "de", "en"));
    }

    @Test
    void what_is_kept_as_data_is_read_in_the_reader_s_language() {
        List<LogEntry> all = List.of(
                entry(Setting.RHYTHM, List.of("WEEKLY"), List.of("MONTHLY")),
                entry(Setting.DIGEST_DAYS, List.of("MONDAY", "FRIDAY"), List.of("SUNDAY")),
                entry(Setting.VOTING_WINDOW, List.of("PT36H"), List.of("PT48H")),
                entry(Setting.RATING, List.of("true"), List.of("false")),
                entry(Setting.LANGUAGE, List.of("en"), List.of("ja")),
                entry(Setting.TOPICS, List.of(), List.of("<!here>")));
        assertThat(page(Language.ENGLISH, all, 0))
                .contains(
                        "*rhythm:* every week → first of the month",
                        "Monday, Friday → Sunday",
                        "36 hours → 2 days",
                        "yes → no",
                        "English → 日本語",
                        "*topics:* nothing → &lt;!here&gt;");
        assertThat(page(Language.GERMAN, all, 0))
                .contains(
                        "*Rhythmus:* jede Woche → am Anfang jedes Monats",
                        "Montag, Freitag → Sonntag",
                        "36 Stunden → 2 Tage");
        assertThat(page(Language.JAPANESE, all, 0)).contains("毎週 → 毎月の第1週", "月曜日, 金曜日 → 日曜日");
    }

    @Test
    void of_a_list_of_members_only_who_came_and_who_went_is_said() {
        List<LogEntry> all =
                List.of(entry(Setting.MEMBERS, List.of(ADA.value(), BEN.value()), List.of(ADA.value(), CLEO.value())));
        assertThat(page(Language.ENGLISH, all, 0))
                .contains("*members:* + " + Mrkdwn.user(CLEO) + ", − " + Mrkdwn.user(BEN))
                .doesNotContain(Mrkdwn.user(ADA) + ",");
    }

    @Test
    void of_many_values_the_first_are_said_and_how_many_more_there_are() {
        List<String> days = IntStream.rangeClosed(1, 14)
                .mapToObj(day -> LocalDate.of(2026, 12, day) + " <day>")
                .toList();
        List<LogEntry> all = List.of(entry(Setting.HOLIDAYS, List.of(), days));
        assertThat(page(Language.ENGLISH, all, 0))
                .contains("Saturday 12 December 2026 (&lt;day&gt;) and 2 more")
                .doesNotContain("13 December");
        assertThat(page(Language.GERMAN, all, 0)).contains("Samstag, 12. Dezember 2026 (&lt;day&gt;) und 2 weitere");
    }

    @Test
    void moments_and_spans_of_days_are_said_in_the_reader_s_language() {
        List<LogEntry> all = List.of(
                entry(Setting.ONE_MEETING, List.of("2026-04-09T13:00:00Z"), List.of()),
                entry(Setting.PAUSE, List.of(), List.of("2026-08-01/2026-09-01 rest", "2026-10-01/2026-10-02")),
                entry(Setting.VOTING_METHOD, List.of("star"), List.of("what nobody knows")),
                entry(Setting.PAUSE, List.of("for ever"), List.of()));
        assertThat(page(Language.ENGLISH, all, 0))
                .contains(
                        "*one meeting:* <!date^1775739600^",
                        "nothing → Saturday 1 August 2026 to Tuesday 1 September 2026 (rest), Thursday 1 October 2026 to",
                        "*how we vote:* star → what nobody knows",
                        "*pause:* for ever → nothing");
        assertThat(page(Language.GERMAN, all, 0)).contains("Samstag, 1. August 2026 bis Dienstag, 1. September 2026");
    }

    @Test
    void what_other_parts_write_they_say_themselves_and_what_they_cannot_read_stays() {
        List<LogEntry> all = List.of(entry(Setting.RECALL, List.of("12"), List.of("often")));
        Map<Setting, UnaryOperator<String>> words = Map.of(Setting.RECALL, value -> "no. " + Integer.parseInt(value));
        assertThat(new LogMessages(group(ADA), words).page(all, 0).blocks().toString())
                .contains("*recall:* no. 12 → often");
    }

    @Test
    void what_a_newer_lectern_wrote_is_shown_as_it_is() {
        List<LogEntry> all = List.of(
                new LogEntry(Instant.EPOCH, ADA, "MOOD", List.of("gloomy"), List.of("bright")),
                entry(Setting.RHYTHM, List.of("DAILY"), List.of("WEEKLY")));
        assertThat(page(Language.ENGLISH, all, 0)).contains("*MOOD:* gloomy → bright", "DAILY → every week");
    }

    @Test
    void a_long_log_is_shown_in_pages_that_meet() {
        List<LogEntry> all = IntStream.range(0, 2 * LogMessages.A_PAGE + 1)
                .mapToObj(number -> entry(Setting.QUORUM, List.of("n" + number + "."), List.of("0")))
                .toList();
        assertThat(page(Language.ENGLISH, all, 0))
                .contains("n0.", "n" + (LogMessages.A_PAGE - 1) + ".", "Older")
                .doesNotContain("n" + LogMessages.A_PAGE + ".", "Newer");
        assertThat(page(Language.ENGLISH, all, LogMessages.A_PAGE)).contains("n15.", "n29.", "Older", "Newer");
        assertThat(page(Language.ENGLISH, all, 2 * LogMessages.A_PAGE))
                .contains("n30.", "Newer")
                .doesNotContain("n29.", "Older");
        assertThat(page(Language.ENGLISH, all, 999)).contains("n0.");
    }
}
