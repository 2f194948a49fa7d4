package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.meeting.rotation.Share;
import dev.lectern.slack.Scenes;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import dev.lectern.work.Outgoing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said about presenting, in the languages that Lectern speaks. */
class MeetingLanguagesTest {
    private static final Group GROUP = Samples.group(ADA, BEN, CLEO);
    private static final Instant NOW = Instant.parse("2026-04-06T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 4, 9);
    private static final Meeting MEETING = Meeting.planned(MeetingId.of(DAY), Instant.parse("2026-04-09T13:00:00Z"));
    private static final Texts TEXTS = Texts.of(PresenterMessages.class);

    private static String in(Language language, Supplier<Message> message) {
        return BlockJson.write(Language.speaking(language, message));
    }

    @Test
    void who_is_asked_reads_the_question_its_answers_and_their_count_in_german() {
        Share share = new Share(1, 3, Optional.of(LocalDate.of(2026, 2, 5)));
        assertThat(in(
                        Language.GERMAN,
                        () -> PresenterMessages.asked(MEETING, GROUP, new Subject("das Paper", List.of()), share)))
                .contains("Trägst du das Paper vor?", "Du bist dran (deine Vorträge: 1 von 3, zuletzt im Februar).")
                .contains("Ich trage vor", "Diesmal nicht", "Tauschen…", "Nicht vor…", "#reading-group");
    }

    @Test
    void days_that_were_typed_in_english_are_said_back_in_the_reader_s_language() {
        AbsenceText.Days days = (AbsenceText.Days) AbsenceText.read("20 Dec - 6 Jan", DAY);
        assertThat(Language.speaking(Language.GERMAN, () -> AbsenceText.say(days.from(), days.until())))
                .isEqualTo("von Sonntag, 20. Dezember 2026 bis Mittwoch, 6. Januar 2027 (18 Tage)");
        assertThat(Language.speaking(Language.JAPANESE, () -> AbsenceText.say(days.from(), days.until())))
                .isEqualTo("2026年12月20日(日)から2027年1月6日(水)まで（18日間）");
        assertThat(Language.speaking(Language.GERMAN, () -> AbsenceText.read("when I like", DAY)))
                .isInstanceOfSatisfying(
                        AbsenceText.Problem.class,
                        problem -> assertThat(problem.sentence()).startsWith("Ich kann nicht lesen, welche Tage."));
    }

    @Test
    void a_presenter_hears_of_a_moved_meeting_in_their_own_language_though_the_group_speaks_another() {
        Scenes scenes = new Scenes(
                group -> Optional.of(Language.JAPANESE),
                (team, user) -> Optional.of(Language.GERMAN).filter(german -> user.equals(BEN)));
        Meeting later = MEETING.at(MEETING.start().plusSeconds(3600));
        Supplier<Outgoing> toBen = () -> MeetingNewsMessages.moved(NOW, GROUP, MEETING, later, BEN);
        Supplier<Outgoing> toCleo = () -> MeetingNewsMessages.moved(NOW, GROUP, MEETING, later, CLEO);
        assertThat(scenes.in(GROUP.id(), toBen).json()).contains("wurde von", "verschoben");
        assertThat(scenes.in(GROUP.id(), toCleo).json()).contains("に変わりました");
    }

    @ParameterizedTest
    @EnumSource
    void titles_and_what_sends_a_form_off_are_not_longer_than_slack_shows(Language language) {
        Language.speaking(language, () -> {
            for (String key : List.of("not-before.title", "assign.title", "swap.title")) {
                assertThat(TEXTS.say(key)).as(key).hasSizeLessThanOrEqualTo(24);
            }
            for (String key : List.of("save", "cancel", "done", "assign", "assign-anyway", "offer")) {
                assertThat(TEXTS.say("button." + key)).as(key).hasSizeLessThanOrEqualTo(24);
            }
            return language;
        });
    }
}
