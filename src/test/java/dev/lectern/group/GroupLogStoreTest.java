package dev.lectern.group;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.text.Language;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is kept of changes of settings, and which language each member chose. */
@OnEachRedis
class GroupLogStoreTest {
    private final SettableClock clock = new SettableClock(Ground.START);
    private final Ground ground;
    private final GroupLogStore log;
    private final MemberLanguageStore languages;

    GroupLogStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), clock);
        log = new GroupLogStore(ground.redis);
        languages = new MemberLanguageStore(ground.redis);
    }

    private void note(UserId by, SettingsChange... changes) {
        ground.write(Ground.GROUP, change -> log.note(change, by, List.of(changes)));
    }

    @Test
    void the_newest_comes_first_with_who_when_and_from_what_to_what() {
        note(ADA, SettingsChange.of(Setting.QUORUM, 3, 4), SettingsChange.of(Setting.RATING, true, false));
        clock.moveBy(Duration.ofDays(1));
        note(BEN, SettingsChange.of(Setting.QUORUM, 4, 2));
        assertThat(log.of(Ground.GROUP))
                .containsExactly(
                        new LogEntry(Ground.START.plus(Duration.ofDays(1)), BEN, "QUORUM", List.of("4"), List.of("2")),
                        new LogEntry(Ground.START, ADA, "RATING", List.of("true"), List.of("false")),
                        new LogEntry(Ground.START, ADA, "QUORUM", List.of("3"), List.of("4")));
    }

    @Test
    void what_is_noted_again_by_the_same_change_stands_there_once() {
        note(ADA, SettingsChange.of(Setting.QUORUM, 3, 4));
        note(ADA, SettingsChange.of(Setting.QUORUM, 3, 4));
        assertThat(log.of(Ground.GROUP)).hasSize(1);
    }

    @Test
    void what_different_people_change_within_one_millisecond_stands_there_in_its_order() {
        note(ADA, SettingsChange.of(Setting.QUORUM, 3, 4));
        note(BEN, SettingsChange.of(Setting.QUORUM, 4, 5));
        note(ADA, SettingsChange.of(Setting.QUORUM, 5, 4));
        assertThat(log.of(Ground.GROUP).stream().map(LogEntry::to))
                .containsExactly(List.of("4"), List.of("5"), List.of("4"));
    }

    @Test
    void what_is_older_than_five_hundred_changes_goes() {
        for (int number = 0; number <= 500; number++) {
            note(ADA, SettingsChange.of(Setting.QUORUM, number, number + 1));
            clock.moveBy(Duration.ofMinutes(1));
        }
        List<LogEntry> kept = log.of(Ground.GROUP);
        assertThat(kept).hasSize(500);
        assertThat(kept.get(0).to()).containsExactly("501");
        assertThat(kept.get(499).from()).containsExactly("1");
    }

    @Test
    void a_language_is_chosen_for_one_member_of_one_workspace_until_it_is_forgotten() {
        TeamId team = Ground.GROUP.team();
        languages.choose(team, ADA, Language.JAPANESE);
        assertThat(languages.find(team, ADA)).contains(Language.JAPANESE);
        assertThat(languages.find(team, BEN)).isEmpty();
        assertThat(languages.find(new TeamId("T0OTHER"), ADA)).isEmpty();
        languages.forget(team, ADA);
        assertThat(languages.find(team, ADA)).isEmpty();
    }
}
