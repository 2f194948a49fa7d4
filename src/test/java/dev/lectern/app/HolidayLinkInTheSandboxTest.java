package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.source.Site;
import dev.lectern.paper.source.SourceTrouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar of holidays on the web, where the web can't be reached: as in a demo without a network. */
class HolidayLinkInTheSandboxTest {
    private static final String LINK = "https://example.org/holidays.ics";

    @Test
    void without_a_network_the_link_is_kept_and_whoever_wrote_it_is_told_once(@TempDir Path folder) {
        try (DemoWorld world = DemoWorld.beginLinking(folder, new NoNetwork())) {
            People people = world.people();
            assertThat(people.changeMeetings("meetings.holidays", Map.of("link", LINK))
                            .opened()
                            .read())
                    .contains("I am reading the calendar at " + LINK);
            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                people.settle();
                assertThat(told(people)).hasSize(1);
            });
            assertThat(told(people).get(0).text()).contains("does not answer", "I try again once a day");
            people.advance(Duration.ofDays(3));
            assertThat(told(people)).hasSize(1);
        }
    }

    private static final class NoNetwork implements Site {
        @Override
        public Answer get(URI address) throws SourceTrouble {
            throw new SourceTrouble(SourceTrouble.Kind.LATER, "there is no network");
        }

        @Override
        public Answer post(URI address, String json) throws SourceTrouble {
            return get(address);
        }
    }

    private static List<Post> told(People people) {
        return people.direct(People.ADA).stream()
                .filter(post -> post.id().startsWith("meetings.holidays/"))
                .toList();
    }
}
