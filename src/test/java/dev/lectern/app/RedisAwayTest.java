package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redis is away, silent, full, or holds what cannot be read: everybody is told so within Slack's three seconds. */
class RedisAwayTest {
    private static final Duration SLACK_WAITS = Duration.ofSeconds(3);
    private static final String GROUP = "lectern:{T0LECTERN:C0READING}:group";
    private static final String AWAY = "Look again in a minute, and do it again if it is missing.";
    private static final String FULL = "takes nothing new just now, so nothing was changed";
    private static final String UNREADABLE = "can't read what I know about this, so nothing was changed";

    private TwoLecterns lecterns;
    private People people;
    private Post button;
    private View form;

    @BeforeEach
    void start(@TempDir Path folder) {
        lecterns = new TwoLecterns(folder);
        people = lecterns.people;
        button = people.leftBehind("ballot.nominate/1", "2401.00001");
        form = people.command(People.ADA, "setup").opened();
    }

    @AfterEach
    void stop() {
        lecterns.close();
    }

    private static <T> T inTime(Supplier<T> asked) {
        long began = System.nanoTime();
        T answer = asked.get();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SLACK_WAITS);
        return answer;
    }

    private void everybodyIsTold(String sentence) {
        assertThat(inTime(() -> people.command(People.BEN, "join")).text()).contains(sentence);
        assertThat(inTime(() -> people.click(People.ADA, button, "ballot.nominate"))
                        .text())
                .contains(sentence);
        assertThat(inTime(() -> people.home(People.ADA)).read()).contains(sentence);
        People.Answer sent = inTime(() -> people.submit(People.ADA, form, Map.of("topics", "agents")));
        assertThat(sent.result()).isEqualTo("pushed");
        assertThat(sent.opened().read()).contains(sentence);
    }

    private void everythingWorks() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(people.command(People.BEN, "join").text())
                                .containsAnyOf("Welcome", "a member already"));
        assertThat(people.home(People.BEN).read()).contains("Next meeting");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_redis_that_is_away_or_silent_gets_a_sentence_and_is_used_again_when_it_is_back(boolean cut) {
        if (cut) {
            lecterns.line.cut();
        } else {
            lecterns.line.fallSilent();
        }
        everybodyIsTold(AWAY);
        lecterns.line.mend();
        everythingWorks();
    }

    @Test
    void a_redis_that_is_full_gets_a_sentence_and_nothing_is_changed() {
        String before = lecterns.redis.commands().get(GROUP);
        lecterns.redis.commands().configSet("maxmemory", "1");
        assertThat(people.command(People.BEN, "join").text()).contains(FULL);
        lecterns.redis.commands().configSet("maxmemory", "0");
        assertThat(lecterns.redis.commands().get(GROUP)).isEqualTo(before);
        everythingWorks();
    }

    @Test
    void a_group_that_cannot_be_read_gets_a_sentence_and_is_left_as_it_is() {
        String before = lecterns.redis.commands().get(GROUP);
        for (String unreadable : new String[] {"{\"v\":1,\"value\":{", before.replace("\"v\":1", "\"v\":2")}) {
            lecterns.redis.commands().set(GROUP, unreadable);
            assertThat(people.command(People.BEN, "join").text()).contains(UNREADABLE);
            assertThat(people.home(People.ADA).read()).contains(UNREADABLE);
            assertThat(lecterns.redis.commands().get(GROUP)).isEqualTo(unreadable);
        }
        lecterns.redis.commands().set(GROUP, before);
        everythingWorks();
    }
}
