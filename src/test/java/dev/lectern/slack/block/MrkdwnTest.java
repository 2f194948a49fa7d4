package dev.lectern.slack.block;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {
    private static final Pattern ESCAPED = Pattern.compile("(?:[^&<>]|&(?:amp|lt|gt);)*");
    private static final Pattern LINK = Pattern.compile("<https?://[^|<>\\s]+\\|[^<>\\n]+>");
    private static final Pattern FORMATTED =
            Pattern.compile("(?<![\\p{L}\\p{N}])([*_~`])(?=\\S)[^\\n]*?(?<=\\S)\\1(?![\\p{L}\\p{N}])");

    @Test
    void the_three_special_characters_are_escaped_once() {
        assertThat(Mrkdwn.escape("a < b && c > d")).isEqualTo("a &lt; b &amp;&amp; c &gt; d");
        assertThat(Mrkdwn.escape("*kept*\nas it is")).isEqualTo("*kept*\nas it is");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!here> Attention", "<@U123> is all", "<!subteam^S1> you need", "<https://x.org|Click>"})
    void a_title_neither_mentions_nor_links(String title) {
        assertThat(Mrkdwn.line(title)).doesNotContain("<", ">").startsWith("&lt;");
    }

    @Test
    void a_title_is_one_line_without_control_characters() {
        assertThat(Mrkdwn.line("  Deep\r\n\tLearning \u0000 for\u2028all ")).isEqualTo("Deep Learning   for all");
        assertThat(Mrkdwn.line("abc\u202Edcba")).isEqualTo("abcdcba");
        assertThat(Mrkdwn.line("half \uD83D")).isEqualTo("half \uFFFD");
    }

    @Test
    void formatting_in_a_title_is_shown_and_not_done() {
        assertThat(Mrkdwn.line("*Not* _even_ ~close~ to `code`"))
                .isEqualTo("\u2217Not* \uFF3Feven_ \u223Cclose~ to \u02CBcode\u02CB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A* search and B* trees", "snake_case_names", "2 * 3 ~ 6", "about 5~7", "x_1 and y_2"})
    void signs_that_cannot_format_stay_and_can_be_copied(String title) {
        assertThat(Mrkdwn.line(title)).isEqualTo(title);
    }

    @Test
    void a_title_is_no_quotation() {
        assertThat(Mrkdwn.line(" > 90 % accuracy")).isEqualTo("\u203A 90 % accuracy");
        assertThat(Mrkdwn.line("accuracy > 90 %")).isEqualTo("accuracy &gt; 90 %");
    }

    @Test
    void a_text_keeps_its_lines_but_no_gaps() {
        assertThat(Mrkdwn.text("One.\r\nTwo.\n \n\n > three\n")).isEqualTo("One.\nTwo.\n\n\u203A three");
    }

    @Test
    void bold_and_italic_hold_raw_text() {
        assertThat(Mrkdwn.bold("A* & <b>")).isEqualTo("*A\u2217 &amp; &lt;b&gt;*");
        assertThat(Mrkdwn.italic("snake_case")).isEqualTo("_snake\uFF3Fcase_");
        assertThat(Mrkdwn.bold(" \n")).isEmpty();
    }

    @Test
    void a_link_has_its_label_and_url_escaped() {
        assertThat(Mrkdwn.link("https://x.org/?a=1&b=2", "R&D\n<now>"))
                .isEqualTo("<https://x.org/?a=1&amp;b=2|R&amp;D &lt;now&gt;>");
    }

    @ParameterizedTest
    @CsvSource({
        "https://x.org/a|b, https://x.org/a%7Cb",
        "https://x.org/a>b, https://x.org/a%3Eb",
        "https://x.org/a b, https://x.org/a%20b",
        "https://x.org/ö, https://x.org/ö",
        "https://x.org/🐈, https://x.org/%F0%9F%90%88",
        "https://x.org/100%25, https://x.org/100%25"
    })
    void what_would_end_a_url_is_percent_encoded(String url, String encoded) {
        assertThat(Mrkdwn.link(url, "here")).isEqualTo("<" + encoded + "|here>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "ftp://x.org",
                "!here",
                "@U123",
                "x.org",
                "https:",
                "",
                "https://x.org/%zz"
            })
    void what_is_no_web_address_is_not_linked(String url) {
        assertThat(Mrkdwn.link(url, "The <label>")).isEqualTo("The &lt;label&gt;");
    }

    @Test
    void a_link_without_a_label_shows_its_url() {
        assertThat(Mrkdwn.link("https://x.org/?a&b", " ")).isEqualTo("<https://x.org/?a&amp;b|https://x.org/?a&amp;b>");
    }

    @Test
    void a_person_is_mentioned_or_only_named() {
        assertThat(Mrkdwn.user(new UserId("U0ADA"))).isEqualTo("<@U0ADA>");
        assertThat(Mrkdwn.userQuiet("Ada <@U0ADA>")).isEqualTo("Ada &lt;@U0ADA&gt;");
    }

    @Test
    void a_date_is_shown_in_each_readers_zone_and_else_in_the_groups() {
        Instant moment = Instant.parse("2026-03-30T13:00:00Z");

        assertThat(Mrkdwn.date(moment, ZoneId.of("Europe/Berlin")))
                .isEqualTo("<!date^1774875600^{date_long}, {time}|Mon 30 Mar 2026, 15:00 (Europe/Berlin)>");
        assertThat(Mrkdwn.soon(moment, ZoneId.of("Europe/Berlin")))
                .isEqualTo("<!date^1774875600^{date_long_pretty}, {time}|Mon 30 Mar 2026, 15:00 (Europe/Berlin)>");
        assertThat(Mrkdwn.date(moment, "at <3>")).isEqualTo("<!date^1774875600^{date_long}, {time}|at &lt;3&gt;>");
    }

    @Test
    void a_list_has_one_bullet_a_line() {
        assertThat(Mrkdwn.list(List.of("a", "*b*"))).isEqualTo("• a\n• *b*");
    }

    @RepeatedTest(200)
    void nothing_from_outside_pings_links_or_formats(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String outside = RandomMessages.hostileText(random, 60);

        assertThat(Mrkdwn.escape(outside)).matches(ESCAPED);
        assertThat(Mrkdwn.line(outside)).matches(ESCAPED).doesNotContain("\n");
        assertThat(FORMATTED.matcher(Mrkdwn.text(outside)).find()).isFalse();
        assertThat(Mrkdwn.bold(outside).replaceAll("^\\*|\\*$", "")).doesNotContain("*");
    }

    @RepeatedTest(200)
    void a_link_is_one_link_whatever_it_is_made_of(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String url = "https://x.org/" + RandomMessages.hostileText(random, 20);

        String link = Mrkdwn.link(url, "x" + RandomMessages.hostileText(random, 20));

        assertThat(link)
                .satisfiesAnyOf(
                        l -> assertThat(l).matches(LINK), l -> assertThat(l).matches(ESCAPED));
    }
}
