package dev.lectern.slack.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortenTest {

    @Test
    void a_text_that_fits_stays_as_it_is() {
        assertThat(Shorten.plain("exactly", 7)).isEqualTo("exactly");
        assertThat(Shorten.mrkdwn("*exact*", 7)).isEqualTo("*exact*");
    }

    @ParameterizedTest
    @CsvSource({
        "one two three, 12, one two…",
        "one two three, 8, one two…",
        "one two three, 7, one…",
        "'one two, three', 11, one two…",
        "unbreakable, 6, unbre…",
        "'a unbreakable', 8, a unbre…",
        "anything, 1, …"
    })
    void a_long_text_ends_at_a_word(String text, int max, String expected) {
        assertThat(Shorten.plain(text, max)).isEqualTo(expected);
        assertThat(Shorten.mrkdwn(text, max)).isEqualTo(expected);
    }

    @Test
    void an_escape_is_kept_whole_or_dropped_whole() {
        assertThat(Shorten.mrkdwn("Research&amp;Development", 12)).isEqualTo("Research…");
        assertThat(Shorten.mrkdwn("Research&amp;Development", 14)).isEqualTo("Research&amp;…");
        assertThat(Shorten.plain("Research&amp;Development", 12)).isEqualTo("Research&am…");
    }

    @Test
    void a_link_is_kept_whole_or_dropped_whole() {
        String text = "See <https://x.org|the whole page> for more";

        assertThat(Shorten.mrkdwn(text, 34)).isEqualTo("See…");
        assertThat(Shorten.mrkdwn(text, 35)).isEqualTo("See <https://x.org|the whole page>…");
    }

    @Test
    void a_character_of_several_units_stays_whole() {
        String family = "👨‍👩‍👧";
        String withAccent = "e\u0301";

        assertThat(Shorten.plain("ab" + family + "cd", 2 + family.length())).isEqualTo("ab…");
        assertThat(Shorten.plain("😀😀😀", 4)).isEqualTo("😀…");
        assertThat(Shorten.plain("ab" + withAccent + "cd", 4)).isEqualTo("ab…");
    }

    @Test
    void formatting_that_is_cut_is_closed() {
        assertThat(Shorten.mrkdwn("*one two three*", 12)).isEqualTo("*one two…*");
        assertThat(Shorten.mrkdwn("*one two* three four", 14)).isEqualTo("*one two*…");
        assertThat(Shorten.mrkdwn("A* search and more of it", 16)).isEqualTo("A* search and…");
    }

    @Test
    void there_must_be_room_for_the_ellipsis() {
        assertThatThrownBy(() -> Shorten.plain("a", 0)).hasMessageContaining("ellipsis");
    }

    @RepeatedTest(300)
    void a_shortened_text_fits_and_is_a_beginning_of_the_text(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = RandomMessages.hostileText(random, 80);
        int max = 3 + random.nextInt(60);

        String plain = Shorten.plain(text, max);
        String mrkdwn = Shorten.mrkdwn(text, max);

        assertThat(plain.length()).isLessThanOrEqualTo(max);
        assertThat(mrkdwn.length()).isLessThanOrEqualTo(max);
        assertThat(text).startsWith(plain.replaceFirst("…$", ""));
        assertThat(text).startsWith(mrkdwn.replaceFirst("…[*_~`]?$", ""));
    }

    @RepeatedTest(300)
    void shortened_mrkdwn_has_no_half_escape_and_no_half_link(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = Mrkdwn.line(RandomMessages.hostileText(random, 20)) + " "
                + Mrkdwn.link("https://x.org/?a&b", "x" + RandomMessages.hostileText(random, 9)) + " "
                + Mrkdwn.bold(RandomMessages.hostileText(random, 20));

        assertThat(Shorten.mrkdwn(text, 3 + random.nextInt(100)))
                .matches(
                        "(?:[^&<>]|&(?:amp|lt|gt);|<https://(?:[^&<>]|&(?:amp|lt|gt);)+\\|(?:[^&<>]|&(?:amp|lt|gt);)+>)*");
    }
}
