package dev.lectern.group;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.paper.PaperList;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.SettableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachRedis
class GroupStoreTest {
    private final Ground ground;
    private final GroupStore groups;

    GroupStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(Ground.START));
        groups = new GroupStore(ground.redis);
    }

    @Test
    void a_channel_that_was_never_set_up_is_no_group() {
        assertThat(groups.find(Ground.GROUP)).isEmpty();
        assertThat(groups.of(Ground.GROUP.team())).isEmpty();
    }

    @Test
    void a_group_is_found_as_it_was_saved() {
        Seeded.times(20, random -> {
            Group group = any(random, 1 + random.nextInt(40));
            save(group);
            assertThat(groups.find(group.id())).contains(group);
            assertThat(groups.find(group.id()).orElseThrow().members()).containsExactlyElementsOf(group.members());
        });
    }

    @Test
    void a_group_that_is_saved_again_is_changed() {
        Group group = Samples.group(ADA, BEN);
        save(group);
        save(group.withMembers(List.of(BEN, CLEO)));
        assertThat(groups.find(group.id()).orElseThrow().members()).containsExactly(BEN, CLEO);
        assertThat(groups.of(group.id().team())).hasSize(1);
    }

    @Test
    void a_workspace_s_groups_are_its_own() {
        Group first = any(new Random(1), 1);
        Group second = any(new Random(2), 2);
        Group elsewhere = new Group(
                new GroupId(new TeamId("T0OTHER"), new ChannelId("C0001")),
                "other",
                first.settings(),
                Set.of(ADA),
                ADA,
                Ground.START);
        List.of(second, elsewhere, first).forEach(this::save);

        assertThat(groups.of(Ground.GROUP.team())).containsExactly(first, second);
        assertThat(groups.of(elsewhere.id().team())).containsExactly(elsewhere);
    }

    @Test
    void a_group_from_before_there_was_anything_to_follow_follows_nothing() {
        Group group = any(new Random(3), 3);
        save(group);
        String key = new GroupKeys(group.id()).of("group");
        String before = ground.redis.get(key).replaceFirst(",\"follows\":\\[[^]]*]", "");
        assertThat(before).doesNotContain("follows");
        ground.redis.set(key, before);
        assertThat(groups.find(group.id()).orElseThrow().settings().follows()).isEmpty();
    }

    private void save(Group group) {
        ground.write(group.id(), change -> groups.save(change, group));
    }

    private static Group any(Random random, int channel) {
        Set<DayOfWeek> days = Samples.shuffled(List.of(DayOfWeek.values()), random);
        days.removeIf(day -> day != DayOfWeek.FRIDAY && random.nextBoolean());
        Settings settings = new Settings(
                List.of("large language models", "größer — \"quoted\"", "😀").subList(0, random.nextInt(4)),
                days,
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                random.nextBoolean() ? Samples.BERLIN : NEW_YORK,
                Samples.oneOf(List.of(DayOfWeek.values()), random),
                LocalTime.of(random.nextInt(24), random.nextInt(60)),
                Samples.oneOf(List.of(Rhythm.values()), random),
                Duration.ofMinutes(60 + random.nextInt(24 * 60)),
                List.of(PaperList.arxiv("cs.CL")));
        return new Group(
                Ground.group(channel),
                "lese-größe",
                settings,
                new LinkedHashSet<>(Samples.shuffled(Samples.people(1 + random.nextInt(8)), random)),
                ADA,
                Samples.instant(random).plusNanos(random.nextInt(1_000_000_000)));
    }
}
