package dev.lectern.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Violation;
import dev.lectern.text.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaperInEachLanguageTest {
    private static final UserId ADA = new UserId("U0ADA");
    private static final Instant ADDED = Instant.parse("2026-04-01T08:00:00Z");
    private static final Paper PAPER = Paper.added(
            Draft.titled("Attention Is All You Need")
                    .withArxivId(ArxivId.find("1706.03762").orElseThrow())
                    .withAuthors(new Authors(List.of("Ashish Vaswani"), 8, Optional.empty()))
                    .withPublished(LocalDate.of(2017, 6, 12)),
            ADDED);

    private static String whole(Standing standing) {
        return BlockJson.write(Message.of(
                        "-",
                        PaperCard.of(PAPER).in(standing).naming(Mrkdwn::user).whole())
                .blocks());
    }

    @Test
    void a_card_says_in_german_how_the_paper_stands_and_when_it_appeared() {
        String card = Language.speaking(Language.GERMAN, () -> whole(new Standing.OnBallot(ADA, OptionalInt.of(1))));

        assertThat(card)
                .contains("Steht zur Abstimmung: 1 Stimme, vorgeschlagen von <@U0ADA>")
                .contains("12. Juni 2017")
                .contains("Ashish Vaswani und 7 weitere")
                .contains("Noch ist kein Abstract bekannt.");
    }

    @Test
    void a_card_says_in_japanese_how_the_paper_stands_and_when_it_appeared() {
        String card =
                Language.speaking(Language.JAPANESE, () -> whole(new Standing.OnBallot(ADA, OptionalInt.empty())));

        assertThat(card).contains("投票中、推薦者：<@U0ADA>").contains("2017年6月12日").contains("Ashish Vaswani ほか7名");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_buttons_say_the_title_to_a_screen_reader_and_fit(Language language) {
        Paper long_ = Paper.added(Draft.titled("A Title " + "that goes on ".repeat(20)), ADDED);
        List<Button> buttons =
                Language.speaking(language, () -> PaperCard.of(long_).buttons());

        assertThat(buttons)
                .hasSize(3)
                .allSatisfy(button -> assertThat(button.toString()).contains("A Title"));
        List<Violation> violations = Language.speaking(
                language, () -> Limits.check(Message.of("-", PaperCard.of(long_).preview())));
        assertThat(violations).isEmpty();
    }
}
