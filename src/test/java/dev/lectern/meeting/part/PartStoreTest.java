package dev.lectern.meeting.part;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.rotation.Moves;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEachRedis
class PartStoreTest {
    private static final MeetingId MEETING = MeetingId.parse("2026-04-09");

    private final Ground ground;
    private final PartStore parts;

    PartStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        parts = new PartStore(ground.redis);
    }

    @Test
    void a_group_that_chose_nothing_has_one_presenter_and_no_parts() {
        assertThat(parts.rules(GROUP)).isEqualTo(PartRules.NONE);
        assertThat(parts.of(GROUP, MEETING)).isEqualTo(Handed.NOTHING);
        assertThat(parts.all(GROUP)).isEmpty();
        assertThat(parts.nominators(GROUP, MEETING)).isEmpty();
    }

    @Test
    void rules_and_who_has_what_are_found_as_they_were_saved() {
        PartRules rules = new PartRules(
                Map.of("scribe", 2), 2, 1, List.of(Part.own("Time keeper", "You <ring> & stop us")), false, true);
        Handed handed = new Handed(
                        List.of(
                                new Handed.Given(Part.secondHalf(), 1, List.of(CLEO)),
                                new Handed.Given(StandardParts.SCRIBE, 2, List.of(ADA, BEN))),
                        Optional.of(CLEO),
                        List.of(BEN),
                        List.of(),
                        List.of())
                .offering(new Handed.Swap(ADA, "scribe", CLEO, Optional.empty()))
                .noting(new Handed.Event(Handed.Event.Kind.DECLINED, BEN, Optional.of("scribe"), START));
        ground.write(GROUP, change -> {
            parts.save(change, rules);
            parts.save(change, MEETING, handed);
            parts.nominated(change, MEETING, Map.of(paper(1), ADA, paper(2), BEN));
        });
        assertThat(parts.rules(GROUP)).isEqualTo(rules);
        assertThat(parts.of(GROUP, MEETING)).isEqualTo(handed);
        assertThat(parts.all(GROUP)).containsExactly(Map.entry(MEETING, handed));
        assertThat(parts.alsoPresenting(GROUP)).containsExactly(Map.entry(MEETING, List.of(CLEO)));
        assertThat(parts.nominators(GROUP, MEETING)).isEqualTo(Map.of(paper(1), ADA, paper(2), BEN));
        assertThat(parts.all(Ground.group(2))).isEmpty();
    }

    @Test
    void steps_by_hand_are_found_as_they_were_saved() {
        MovesStore store = new MovesStore(ground.redis);
        assertThat(store.of(GROUP)).isEqualTo(Moves.NONE);
        Moves moves = Moves.NONE.forward(List.of(ADA, BEN), MEETING.date());
        ground.write(GROUP, change -> store.save(change, moves));
        assertThat(store.of(GROUP)).isEqualTo(moves);
    }

    @Test
    void who_joins_later_has_that_date_and_everybody_else_the_group_s() {
        GroupStore groups = new GroupStore(ground.redis);
        Group founded = Samples.group(ADA, BEN);
        LocalDate before = LocalDate.of(2026, 1, 5);
        LocalDate today = LocalDate.of(2026, 3, 30);
        ground.write(founded.id(), change -> groups.save(change, founded));
        ground.write(founded.id(), change -> groups.save(change, founded.join(CLEO)));
        Group now = founded.join(CLEO);
        assertThat(groups.joined(now))
                .containsExactly(Map.entry(ADA, before), Map.entry(BEN, before), Map.entry(CLEO, today));
        Group without = now.leave(ADA).orElseThrow();
        ground.write(founded.id(), change -> groups.save(change, without));
        ground.write(founded.id(), change -> groups.save(change, without.join(ADA)));
        assertThat(groups.joined(without.join(ADA)))
                .containsExactly(Map.entry(BEN, before), Map.entry(CLEO, today), Map.entry(ADA, today));
    }
}
