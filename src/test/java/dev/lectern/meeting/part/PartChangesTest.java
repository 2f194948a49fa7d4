package dev.lectern.meeting.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What of a group's rules on parts its log keeps. */
class PartChangesTest {
    private static final Part OWN = Part.own("Time keeper", "You ring after an hour");

    private static PartRules rules(Map<String, Integer> counts, List<Part> own) {
        return new PartRules(counts, 1, 1, own, true, true);
    }

    @Test
    void parts_that_differ_in_number_or_words_are_kept_and_the_others_are_not() {
        PartRules before = rules(Map.of("lead", 1, "scribe", 1), List.of());
        PartRules after = rules(Map.of("lead", 1, "scribe", 2), List.of(OWN));
        assertThat(PartChanges.between(before, after))
                .containsExactly(new SettingsChange(
                        Setting.PARTS, List.of("scribe 1"), List.of("scribe 2", PartValue.write(OWN, 0))));
        assertThat(PartChanges.between(after, after)).isEmpty();
    }

    @Test
    void everything_else_is_a_setting_of_its_own() {
        PartRules before = PartRules.NONE;
        assertThat(PartChanges.between(before, new PartRules(Map.of(), 2, 1, List.of(), false, false)))
                .containsExactly(
                        SettingsChange.of(Setting.PRESENTERS, 1, 2),
                        SettingsChange.of(Setting.NOMINATOR_APART, true, false),
                        SettingsChange.of(Setting.PRESENTER_APART, true, false));
        assertThat(PartChanges.between(before, new PartRules(Map.of(), 1, 3, List.of(), true, true)))
                .containsExactly(SettingsChange.of(Setting.PAPERS_A_MEETING, 1, 3));
    }

    @Test
    void a_part_is_read_as_it_was_written() {
        for (Part part : StandardParts.ALL) {
            assertThat(PartValue.read(PartValue.write(part, 3))).isEqualTo(new PartValue(part, 3));
        }
        assertThat(PartValue.read(PartValue.write(OWN, 0))).isEqualTo(new PartValue(OWN, 0));
        for (String text : List.of("", "scribe", "scribe many", "nobody 1")) {
            assertThatThrownBy(() -> PartValue.read(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
