package dev.lectern.meeting.hub;

import static dev.lectern.Samples.ADA;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayLinkTest {
    private static final LocalDate DAY = LocalDate.of(2026, 5, 1);

    private static HolidayLink having(Map<LocalDate, String> brought) {
        return HolidayLink.begun("https://example.org/days.ics", ADA, "R1").bringing(brought, START);
    }

    @Test
    void what_the_calendar_drops_goes_and_what_is_new_in_it_comes() {
        Map<LocalDate, String> merged = having(Map.of(DAY, "May", DAY.plusDays(1), "Gone"))
                .merged(
                        Map.of(DAY, "May", DAY.plusDays(1), "Gone", DAY.plusDays(2), "Ours"),
                        Map.of(DAY, "May", DAY.plusDays(3), "New"));
        assertThat(merged)
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(DAY, "May", DAY.plusDays(2), "Ours", DAY.plusDays(3), "New"));
    }

    @Test
    void what_somebody_took_out_or_renamed_stays_so() {
        HolidayLink link = having(Map.of(DAY, "May", DAY.plusDays(1), "Bridge"));
        assertThat(link.merged(Map.of(DAY, "Our day"), Map.of(DAY, "May", DAY.plusDays(1), "Bridge")))
                .containsExactlyEntriesOf(Map.of(DAY, "Our day"));
        assertThat(link.merged(Map.of(DAY, "Our day"), Map.of())).containsExactlyEntriesOf(Map.of(DAY, "Our day"));
    }

    @Test
    void reading_the_same_again_changes_nothing() {
        Seeded.times(200, random -> {
            Map<LocalDate, String> own = some(random);
            Map<LocalDate, String> first = some(random);
            Map<LocalDate, String> second = some(random);
            Map<LocalDate, String> once = having(Map.of()).merged(own, first);
            assertThat(having(first).merged(once, first)).isEqualTo(once);
            Map<LocalDate, String> later = having(first).merged(once, second);
            assertThat(later.keySet())
                    .containsAll(own.keySet().stream()
                            .filter(day -> !first.containsKey(day))
                            .toList());
            assertThat(having(second).merged(later, second)).isEqualTo(later);
        });
    }

    private static Map<LocalDate, String> some(Random random) {
        Map<LocalDate, String> some = new TreeMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            some.put(DAY.plusDays(random.nextInt(10)), "day " + random.nextInt(3));
        }
        return some;
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a.ics, https://example.org/a.ics",
        "webcal://example.org/a.ics, https://example.org/a.ics",
        "' http://example.org/a?b=c ', http://example.org/a?b=c",
    })
    void an_address_may_be_written_as_calendars_write_it(String typed, String address) {
        assertThat(HolidayLink.address(typed)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.org",
                "ftp://example.org/x",
                "https://",
                "file:///etc/hosts",
                "my holidays",
                "https://a b"
            })
    void what_is_no_address_on_the_web_is_none(String typed) {
        assertThat(HolidayLink.address(typed)).isEmpty();
    }
}
