package dev.lectern.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.taste.Signal;
import dev.lectern.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestInEachLanguageTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final Instant IN_MARCH = Instant.parse("2026-03-20T10:00:00Z");
    private static final Instant LAST_YEAR = Instant.parse("2025-03-20T10:00:00Z");
    private static final UserId ADA = new UserId("U0ADA");
    private static final Paper PAPER = Paper.added(Draft.titled("Attention Is All You Need"), IN_MARCH);
    private static final Reason READ = new Reason.Like(PAPER.id(), PAPER.title(), Signal.Kind.READ, IN_MARCH);

    private static String why(Language language, Reason reason) {
        return Language.speaking(language, () -> ReasonText.of(reason, DAY));
    }

    @Test
    void a_reason_is_a_whole_sentence_part_in_each_language() {
        assertThat(why(Language.ENGLISH, READ)).isEqualTo("like “Attention Is All You Need”, which you read in March");
        assertThat(why(Language.GERMAN, READ))
                .isEqualTo("wie „Attention Is All You Need“, das ihr im März gelesen habt");
        assertThat(why(Language.JAPANESE, READ)).isEqualTo("3月に読んだ「Attention Is All You Need」に近い論文");
    }

    @Test
    void another_year_is_said_and_not_written_as_a_number() {
        Reason before = new Reason.Recommended(PaperId.parse("1706.03762"), "BERT", LAST_YEAR);

        assertThat(why(Language.ENGLISH, before)).isEqualTo("recommended with “BERT”, which you read in March 2025");
        assertThat(why(Language.GERMAN, before)).endsWith("das ihr im März 2025 gelesen habt");
        assertThat(why(Language.JAPANESE, before)).startsWith("2025年3月に読んだ");
    }

    @Test
    void numbers_are_counted_as_the_language_counts() {
        assertThat(why(Language.ENGLISH, new Reason.Trending(1, 1))).isEqualTo("trending: 1 upvote in a day");
        assertThat(why(Language.ENGLISH, new Reason.Trending(40, Optional.empty())))
                .isEqualTo("trending: 40 upvotes");
        assertThat(why(Language.GERMAN, new Reason.Trending(1234, 3)))
                .isEqualTo("im Trend: 1.234 Upvotes innerhalb von 3 Tagen");
        assertThat(why(Language.JAPANESE, new Reason.Trending(40, 3))).isEqualTo("話題の論文：3日で高評価40件");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_forms_fit_in_each_language(Language language) {
        Group group = Samples.group(ADA);
        List<Modal> forms = Language.speaking(
                language,
                () -> List.of(
                        PersonalDigestModal.of(group, ADA, Optional.empty()),
                        DismissalModal.of(
                                new DismissalModal.Place(group.id(), Audience.CHANNEL.on(DAY)),
                                List.of(PAPER),
                                Set.of())));

        assertThat(forms).allSatisfy(form -> assertThat(Limits.check(form)).isEmpty());
        if (language == Language.GERMAN) {
            assertThat(BlockJson.write(forms.get(0)))
                    .contains("Donnerstag")
                    .contains("In der Zeitzone der Gruppe, Europe/Berlin.");
        }
    }
}
