package dev.lectern.ballot.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Language;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void each_method_says_by_how_much() {
        assertThat(said(Method.APPROVAL, Profiles.approvals("a b", "2: a", "1: a b")))
                .isEqualTo("A wins with the approval of 3 of 3 who voted.");
        assertThat(said(Method.PLURALITY, Profiles.choices("a b", "2: a", "1: b")))
                .isEqualTo("A wins with 2 of 3 votes.");
        assertThat(said(Method.SCORE, Profiles.scores("a b", "1: a1"))).isEqualTo("A wins with 1 star.");
        assertThat(said(Method.BORDA, Profiles.rankings("a b c", "1: a=b", "1: a")))
                .isEqualTo("A wins with 3.5 points.");
        assertThat(said(Method.STAR, Profiles.scores("a b c", "3: a5 b4", "2: b5")))
                .isEqualTo("A wins the runoff against B by 3 to 2.");
        assertThat(said(Method.INSTANT_RUNOFF, Profiles.rankings("a b c", "3: a", "2: b", "2: c>b>a")))
                .isEqualTo("B wins the last of 2 rounds by 4 to 3 against A; which of B and C went out was decided by"
                        + " the order of nomination.");
        assertThat(said(Method.SCHULZE, Profiles.rankings("a b c", "3: a>b>c", "2: b")))
                .isEqualTo("A wins against every other, one to one.");
        assertThat(said(Method.SCHULZE, Profiles.rankings("a b c", "9: a>b>c", "7: b>c>a", "5: c>a>b")))
                .isEqualTo("A wins against every other by its strongest chain of wins.");
    }

    @Test
    void a_tie_and_what_broke_it_are_told() {
        assertThat(said(Method.APPROVAL, Profiles.approvals("a b c", "2: a b c")))
                .isEqualTo("A wins with the approval of 2 of 2 who voted; a tie with B and C was broken by the order of"
                        + " nomination.");
        Profile atOnce = new Profile(
                Alternatives.atOnce(List.of("a", "b")),
                List.of(new Bundle(1, new Preference.Choice("a")), new Bundle(1, new Preference.Choice("b"))));
        assertThat(said(Method.PLURALITY, atOnce))
                .endsWith(" wins with 1 of 2 votes; a tie with "
                        + Lot.draw("", List.of("a", "b")).get(1).toUpperCase(Locale.ROOT) + " was broken by the lot.");
        assertThat(said(Method.STAR, Profiles.scores("a b", "1: a4 b2", "1: a3 b5")))
                .isEqualTo("B wins the runoff against A by 1 to 1; a tie with A was broken by stars, then by fives.");
        assertThat(said(Method.SCHULZE, Profiles.rankings("a b", "1: a>b", "1: b>a")))
                .isEqualTo("A wins among those that no other beats; a tie with B was broken by the order of"
                        + " nomination.");
    }

    @Test
    void to_be_alone_or_to_get_no_vote_is_told_as_it_is() {
        assertThat(said(Method.BORDA, Profiles.rankings("a", "1: a"))).isEqualTo("A wins: there was no other.");
        assertThat(said(Method.BORDA, new Profile(Profiles.inOrder("a b"), List.of())))
                .isEqualTo("A wins by earlier nomination: nobody voted for any.");
        assertThat(said(Method.STAR, new Profile(Alternatives.atOnce(List.of("a", "b")), List.of())))
                .endsWith(" wins by nomination and lot: nobody voted for any.");
    }

    @Test
    void it_is_a_whole_sentence_in_each_language() {
        Profile tied = Profiles.approvals("a b c", "2: a b c");
        assertThat(Language.speaking(Language.GERMAN, () -> said(Method.APPROVAL, tied)))
                .isEqualTo("A gewinnt mit der Zustimmung von 2 der 2, die abgestimmt haben; der Gleichstand mit B und C"
                        + " wurde durch die Reihenfolge der Vorschläge entschieden.");
        assertThat(Language.speaking(Language.JAPANESE, () -> said(Method.APPROVAL, tied)))
                .isEqualTo("投票した2名のうち2名の承認で A に決まりました（B、C との同点は推薦の順で決めました）。");
        Profile halves = Profiles.rankings("a b c", "1: a=b", "1: a");
        assertThat(Language.speaking(Language.GERMAN, () -> said(Method.BORDA, halves)))
                .isEqualTo("A gewinnt mit 3,5 Punkten.");
    }

    @Test
    void a_method_has_its_name_and_how_it_works_in_each_language_and_is_typed_alike_in_all() {
        for (Method method : Method.values()) {
            for (Language language : Language.values()) {
                String shown = Language.speaking(language, () -> method.label() + ": " + method.howItWorks());
                assertThat(shown).as(language + " of " + method).matches("(?s).+: .+[.。]");
                assertThat(Language.speaking(language, () -> Method.of(method.word())))
                        .contains(method);
            }
        }
        assertThat(Language.speaking(Language.JAPANESE, () -> Method.of("Instant-Runoff")))
                .contains(Method.INSTANT_RUNOFF);
    }

    @Test
    void a_number_has_its_half_and_nothing_else() {
        assertThat(Explanation.number(1234)).isEqualTo("1234");
        assertThat(Explanation.number(3.5)).isEqualTo("3.5");
        assertThat(Language.speaking(Language.GERMAN, () -> Explanation.number(3.5)))
                .isEqualTo("3,5");
    }

    private static String said(Method method, Profile profile) {
        return Explanation.of(method.count(profile, ""), id -> id.toUpperCase(Locale.ROOT));
    }
}
