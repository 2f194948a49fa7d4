package dev.lectern.remember;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.paper;
import static dev.lectern.remember.Remembered.at;
import static dev.lectern.remember.Remembered.held;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.remember.StatisticsPage.Span;
import dev.lectern.remember.StatisticsPage.View;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RememberLanguagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final Paper PAPER =
            Paper.added(Draft.titled("A title").withArxivId(new ArxivId(paper(1).value())), at(DAY));

    private static Life life() {
        return new Life(
                Remembered.BERLIN,
                List.of(held(DAY, PAPER.id(), ADA)),
                Map.of(),
                List.of(),
                Map.of(),
                Set.of(),
                Map.of(ADA, DAY.minusDays(30)),
                (user, day) -> false);
    }

    private static String statistics(View view) {
        StatisticsPage page = new StatisticsPage(view, Span.ALL);
        StatisticsMessages messages = new StatisticsMessages(Samples.group(ADA), page, user -> "Ada", user -> "Ada");
        Message message = view == View.MINE
                ? messages.of(MemberStatistics.of(ADA, life(), Optional.empty()))
                : messages.of(GroupStatistics.of(life(), Optional.empty(), List.of(ADA), any -> Optional.empty()));
        return BlockJson.write(StatisticsMessages.toTurn(page, message));
    }

    @Test
    void statistics_and_their_charts_are_in_the_language_that_is_spoken() {
        assertThat(Language.speaking(Language.GERMAN, () -> statistics(View.READING)))
                .contains("Wie #reading-group liest: Paper und Vorträge", "Insgesamt: 1 Treffen, 1 Paper gelesen.")
                .contains(
                        "\"Vorträge\"", "Ada: 1 von 1, zuletzt am 9. Apr. 2026", "Paper nach Thema", "Dem Kanal zeigen")
                .doesNotContain("Turns", "meetings", "Over");
        assertThat(Language.speaking(Language.JAPANESE, () -> statistics(View.MINE)))
                .contains("担当できたミーティング1回のうち1回発表、前回は2026年4月9日", "あなたの参加状況", "\"発表\"")
                .doesNotContain("Presented", "Your part");
    }

    @Test
    void what_comes_back_says_how_long_ago_that_was() {
        ReadPaper read = life().archive().papers().get(0);
        Message german = Language.speaking(
                Language.GERMAN,
                () -> RecallMessages.recall(
                        new Recall(read, Spacing.QUARTER),
                        PAPER,
                        DAY.plusMonths(3).plusDays(9),
                        user -> "Ada"));
        assertThat(german.text()).isEqualTo("Vor etwa drei Monaten haben wir gelesen: A title");
        assertThat(BlockJson.write(german)).contains("Vortrag: Ada", "Weniger davon…");
    }

    @ParameterizedTest
    @EnumSource
    void forms_fit_in_every_language(Language language) {
        Language.speaking(language, () -> {
            Limits.require(RecallMessages.rules(Samples.group(ADA), Pace.WEEKLY));
            ReadPaper read = life().archive().of(MeetingId.of(DAY)).orElseThrow();
            Limits.require(LeftModal.notes(read, Optional.of(PAPER)));
            Limits.require(LeftModal.questions(read, Optional.empty()));
            assertThat(RecallMessages.rules(Samples.group(ADA), Pace.WEEKLY)
                            .title()
                            .toString())
                    .doesNotContain("…");
            return language;
        });
    }
}
