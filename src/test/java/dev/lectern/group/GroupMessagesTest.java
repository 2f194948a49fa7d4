package dev.lectern.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.text.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupMessagesTest {
    private static final UserId ADA = new UserId("U1");
    private static final Group GROUP = new Group(
            GroupId.parse("T1:C1"),
            "reading",
            Settings.defaults(ZoneId.of("Europe/Berlin")),
            Set.of(ADA),
            ADA,
            Instant.EPOCH);

    private static String founded(Language language) {
        return Language.speaking(
                language, () -> GroupMessages.founded(GROUP).blocks().toString());
    }

    @Test
    void a_new_group_is_told_of_in_its_language() {
        assertThat(founded(Language.ENGLISH))
                .contains(
                        "This channel is now a reading group",
                        "• *Digest:* Monday to Friday at 09:00",
                        "• *Meeting:* every Thursday at 15:00 (Europe/Berlin)",
                        "closes two days before the meeting",
                        "• *Topics:* everything");
        assertThat(founded(Language.GERMAN))
                .contains(
                        "Dieser Kanal ist jetzt eine Lesegruppe",
                        "• *Auswahl:* Montag bis Freitag um 09:00 Uhr",
                        "• *Treffen:* jeden Donnerstag um 15:00 Uhr (Europe/Berlin)",
                        "endet zwei Tage vor dem Treffen")
                .doesNotContain("meeting");
        assertThat(founded(Language.JAPANESE))
                .contains("このチャンネルで輪読会が始まりました", "• *ミーティング：* 毎週木曜日 15:00（Europe/Berlin）", "ミーティングの2日前に締め切り");
    }

    @Test
    void what_the_group_meets_by_instead_stands_in_place_of_its_settings() {
        String changed = Language.speaking(
                Language.GERMAN,
                () -> GroupMessages.changed(GROUP, Optional.of("im Mai")).text());
        assertThat(changed).isEqualTo("Die Einstellungen der Lesegruppe wurden geändert: im Mai (Europe/Berlin).");
    }

    @Test
    void days_are_named_in_the_reader_s_language() {
        Set<DayOfWeek> some = Set.of(DayOfWeek.MONDAY);
        assertThat(Language.speaking(Language.GERMAN, () -> GroupMessages.days(some)))
                .isEqualTo("Montag");
        assertThat(Language.speaking(Language.JAPANESE, () -> GroupMessages.days(some)))
                .isEqualTo("月曜日");
    }

    @Test
    void what_cannot_be_read_in_the_form_is_said_in_the_reader_s_language() {
        Read<?> read = Language.speaking(Language.GERMAN, () -> FormText.time("soon"));
        assertThat(read)
                .isEqualTo(Read.not(
                        "Ich kann 'soon' nicht als Uhrzeit lesen: Schreib eine von 00:00 bis 23:59, etwa 15:00."));
    }
}
