package dev.lectern.meeting.hub;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BERLIN;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.text.Language;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HubFormsTest {
    private static final Group GROUP = Samples.group(ADA);
    private static final List<HubModal> FORMS = List.of(
            new MoveModal(),
            new SkipModal(),
            new OneMoreModal(),
            new PauseModal(),
            new ChangeSeriesModal(),
            new AddSeriesModal(),
            new PlaceModal(),
            new LeadModal());

    private static Timetable timetable() {
        return Timetable.EMPTY.resolved(MeetingRule.of(GROUP.settings(), LocalDate.ofInstant(START, BERLIN)));
    }

    @ParameterizedTest
    @EnumSource
    void titles_and_buttons_fit_in_every_language(Language language) {
        Language.speaking(language, () -> {
            for (HubModal form : FORMS) {
                assertThat(form.title()).hasSizeLessThanOrEqualTo(Limits.MODAL_TITLE);
                assertThat(form.submit()).hasSizeLessThanOrEqualTo(Limits.MODAL_TITLE);
                assertThat(form.label()).hasSizeLessThanOrEqualTo(Limits.BUTTON_TEXT);
                Limits.require(form.modal(GROUP, timetable(), START));
            }
            return language;
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_rule_to_edit_is_proposed_in_english_whoever_reads_the_form(Language language) {
        String form = Language.speaking(
                language,
                () -> new ChangeSeriesModal().blocks(GROUP, timetable(), START).toString());
        assertThat(form).contains("every " + "Thursday at 15:00");
    }

    @ParameterizedTest
    @EnumSource(names = "ENGLISH", mode = EnumSource.Mode.EXCLUDE)
    void the_hub_says_when_the_group_meets_in_its_reader_s_language(Language language) {
        String hub = Language.speaking(
                language, () -> BlockJson.write(MeetingHubMessages.hub(GROUP, timetable(), START, FORMS)));
        assertThat(hub)
                .contains(
                        language == Language.GERMAN
                                ? "jeden Donnerstag um 15:00 Uhr (Europe/Berlin), 60 Minuten"
                                : "毎週木曜日 15:00（Europe/Berlin）、60分")
                .doesNotContain("every Thursday", "The vote", "Move a meeting");
    }
}
