package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShortTextTest {

    @Test
    void what_is_clean_stays_the_same_and_what_only_looks_so_does_not() {
        for (String clean : List.of("", "a", "Größe — $x^2$ 😀", "a b c", "漢字 kana")) {
            assertThat(ShortText.clean(clean)).isEqualTo(clean);
        }
        for (String unclean :
                List.of("a  b", " a b", "a b ", "a\tb", "a\u00A0b", "a\u007F b", "a\u0085b", "a \u2028 b")) {
            assertThat(ShortText.clean(unclean)).isEqualTo("a b");
        }
        assertThat(ShortText.clean(" ")).isEmpty();
        assertThat(ShortText.clean("\uD83D x")).isEqualTo("\uFFFD x");
    }

    @Test
    void a_text_that_fits_stays_whole() {
        assertThat(ShortText.cut("One two.\n  Three", 200)).isEqualTo("One two. Three");
    }

    @Test
    void a_sentence_that_fits_is_kept_whole() {
        assertThat(ShortText.cut("It reads well. It also sings a rather long song.", 30))
                .isEqualTo("It reads well.");
        assertThat(ShortText.cut("Is it (truly so?) Nobody could tell us anything about it.", 30))
                .isEqualTo("Is it (truly so?)");
    }

    @Test
    void a_sentence_that_ends_absurdly_early_gives_way_to_words() {
        assertThat(ShortText.cut("No. What follows is a sentence that is far too long for it.", 40))
                .isEqualTo("No. What follows is a sentence that is…");
    }

    @Test
    void an_abbreviation_or_a_number_ends_no_sentence() {
        assertThat(ShortText.cut("We compare with models, e.g. those of Smith et al. that are large", 60))
                .isEqualTo("We compare with models, e.g. those of Smith et al. that are…");
        assertThat(ShortText.cut("It goes back to J. Smith and others of that time", 30))
                .isEqualTo("It goes back to J. Smith and…");
        assertThat(ShortText.cut("It improves the score by 12.5 points on everything", 34))
                .isEqualTo("It improves the score by 12.5…");
    }

    @Test
    void no_loose_comma_stands_before_the_ellipsis() {
        assertThat(ShortText.cut("alpha, beta, gamma, delta", 13)).isEqualTo("alpha, beta…");
    }

    @Test
    void a_character_is_never_cut_in_two() {
        assertThat(ShortText.cut("😀😀😀", 4)).isEqualTo("😀…");
        assertThat(ShortText.cut("e\u0301e\u0301e\u0301", 4)).isEqualTo("e\u0301…");
        assertThat(ShortText.cut("👩‍👩‍👧👩‍👩‍👧", 9)).isEqualTo("👩‍👩‍👧…");
    }

    @Test
    void a_tiny_room_holds_an_ellipsis_or_nothing() {
        assertThat(ShortText.cut("word", 1)).isEqualTo("…");
        assertThat(ShortText.cut("word", 0)).isEmpty();
        assertThat(ShortText.cut("", 0)).isEmpty();
    }

    @Test
    void a_cut_is_never_longer_than_allowed_and_ends_on_a_whole_character() {
        long seed = 42;
        System.out.println("ShortTextTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = RandomText.of(random, random.nextInt(30));
            int max = random.nextInt(60);
            String cut = ShortText.cut(text, max);
            assertThat(cut.length()).as("%s | %d", text, max).isLessThanOrEqualTo(max);
            assertThat(cut).doesNotContainPattern("[\\n\\t\\x{D800}-\\x{DFFF}]");
            String kept = cut.endsWith("…") ? cut.substring(0, cut.length() - 1) : cut;
            String line = ShortText.clean(text);
            assertThat(line).startsWith(kept);
            Set<Integer> ends = Pattern.compile("\\X")
                    .matcher(line)
                    .results()
                    .map(MatchResult::end)
                    .collect(Collectors.toCollection(HashSet::new));
            boolean beforeSpace = kept.length() < line.length() && line.charAt(kept.length()) == ' ';
            assertThat(kept.isEmpty() || beforeSpace || ends.contains(kept.length()))
                    .as(text)
                    .isTrue();
        }
    }

    @Test
    void a_cut_of_plain_words_ends_on_a_word() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String text = RandomText.plain(random, 2 + random.nextInt(20));
            int max = 11 + random.nextInt(80);
            String cut = ShortText.cut(text, max);
            String[] words = cut.replace("…", "").split(" ");
            assertThat(Arrays.asList(text.split(" ")).subList(0, words.length)).containsExactly(words);
        }
    }
}
