package dev.lectern.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SettingsTest {
    private static final Settings DEFAULTS = Settings.defaults(Samples.BERLIN);

    @Test
    void a_new_group_gets_its_digest_on_workdays_and_meets_on_thursdays() {
        assertThat(DEFAULTS.topics()).isEmpty();
        assertThat(DEFAULTS.digestDays())
                .containsExactly(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        assertThat(DEFAULTS.digestTime()).isEqualTo("09:00");
        assertThat(DEFAULTS.meetingDay()).isEqualTo(DayOfWeek.THURSDAY);
        assertThat(DEFAULTS.meetingTime()).isEqualTo("15:00");
        assertThat(DEFAULTS.rhythm()).isEqualTo(Rhythm.WEEKLY);
        assertThat(DEFAULTS.votingWindow()).isEqualTo(Duration.ofDays(2));
        assertThat(DEFAULTS.zone()).isEqualTo(Samples.BERLIN);
    }

    @Test
    void digest_days_are_kept_in_the_order_of_the_week() {
        Set<DayOfWeek> chosen = new LinkedHashSet<>(List.of(DayOfWeek.SUNDAY, DayOfWeek.TUESDAY));
        assertThat(with(List.of(), chosen, LocalTime.NOON, Duration.ofDays(1)).digestDays())
                .containsExactly(DayOfWeek.TUESDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " padded", "a,b", "a\nb"})
    void what_is_no_topic_is_refused(String topic) {
        refused(List.of(topic), Set.of(DayOfWeek.MONDAY), LocalTime.NOON, Duration.ofDays(1));
    }

    @Test
    void out_of_range_settings_cannot_exist() {
        Set<DayOfWeek> monday = Set.of(DayOfWeek.MONDAY);
        Duration day = Duration.ofDays(1);
        refused(List.of("x".repeat(51)), monday, LocalTime.NOON, day);
        refused(List.of("Robots", "robots"), monday, LocalTime.NOON, day);
        refused(Collections.nCopies(21, "robots"), monday, LocalTime.NOON, day);
        refused(List.of(), Set.of(), LocalTime.NOON, day);
        refused(List.of(), monday, LocalTime.of(9, 0, 1), day);
        refused(List.of(), monday, LocalTime.NOON, Duration.ofMinutes(59));
        refused(List.of(), monday, LocalTime.NOON, Duration.ofDays(7).plusSeconds(1));
    }

    @Test
    void every_rhythm_can_be_said_of_a_day() {
        assertThat(Rhythm.WEEKLY.on(DayOfWeek.THURSDAY)).isEqualTo("every Thursday");
        assertThat(Rhythm.FORTNIGHTLY.on(DayOfWeek.MONDAY)).isEqualTo("every second Monday");
        assertThat(Rhythm.MONTHLY.on(DayOfWeek.FRIDAY)).isEqualTo("the first Friday of the month");
    }

    @Test
    void settings_survive_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        assertThat(json.readValue(json.writeValueAsString(DEFAULTS), Settings.class))
                .isEqualTo(DEFAULTS);
        assertThat(json.writeValueAsString(DEFAULTS))
                .contains("\"votingWindow\":\"PT48H\"", "\"zone\":\"Europe/Berlin\"", "\"digestTime\":\"09:00:00\"");
    }

    private static void refused(List<String> topics, Set<DayOfWeek> days, LocalTime time, Duration window) {
        assertThatIllegalArgumentException().isThrownBy(() -> with(topics, days, time, window));
    }

    private static Settings with(List<String> topics, Set<DayOfWeek> days, LocalTime time, Duration window) {
        return new Settings(
                topics, days, time, Samples.BERLIN, DayOfWeek.MONDAY, LocalTime.NOON, Rhythm.WEEKLY, window, List.of());
    }
}
