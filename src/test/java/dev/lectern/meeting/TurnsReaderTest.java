package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

@OnEachRedis
class TurnsReaderTest {
    private static final Group TRIO = Samples.group(ADA, BEN, CLEO);
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);
    private static final LocalDate CLEO_AWAY = DAY.plusWeeks(3);

    private final Ground ground;
    private final MeetingStore meetings;
    private final MovesStore moves;
    private final TurnsReader turns;

    TurnsReaderTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        meetings = new MeetingStore(ground.redis);
        moves = new MovesStore(ground.redis);
        turns = new TurnsReader(
                new GroupStore(ground.redis),
                meetings,
                new PartStore(ground.redis),
                moves,
                group -> (who, when) -> who.equals(CLEO) && when.equals(CLEO_AWAY));
        ground.write(TRIO.id(), change -> new GroupStore(ground.redis).save(change, TRIO));
    }

    private Meeting meeting(int week) {
        return Meeting.planned(MeetingId.of(DAY.plusWeeks(week)), START.plus(Duration.ofDays(3 + 7L * week)));
    }

    private Meeting save(Meeting meeting) {
        ground.write(TRIO.id(), change -> meetings.save(change, meeting));
        return meeting;
    }

    private static Meeting by(UserId presenter, Meeting meeting) {
        return ((Answer.Accepted) meeting.volunteer(presenter)).meeting();
    }

    @Test
    void the_order_counts_who_presented_is_to_present_or_is_asked_elsewhere() {
        save(by(ADA, meeting(0)).held());
        Meeting next = save(meeting(1));
        save(meeting(2).ask(BEN));
        assertThat(turns.order(TRIO, next, Set.of())).containsExactly(CLEO, ADA, BEN);
        assertThat(turns.order(TRIO, next, Set.of(CLEO))).containsExactly(ADA, BEN);
        save(by(CLEO, meeting(2)).cancelled());
        assertThat(turns.order(TRIO, next, Set.of())).containsExactly(BEN, CLEO, ADA);
    }

    @Test
    void the_meeting_that_is_asked_for_does_not_count_itself() {
        Meeting asked = save(meeting(0).ask(ADA));
        assertThat(turns.order(TRIO, asked, Set.of())).containsExactly(ADA, BEN, CLEO);
        assertThat(turns.share(TRIO, asked, ADA).words(DAY)).isEqualTo("none so far");
    }

    @Test
    void who_is_away_on_the_day_to_which_a_meeting_is_moved_is_left_out_and_not_who_was_away_before() {
        Meeting there = save(meeting(3));
        assertThat(there.id().date()).isEqualTo(CLEO_AWAY);
        assertThat(turns.order(TRIO, there, Set.of())).doesNotContain(CLEO);
        assertThat(turns.order(TRIO, save(there.at(there.start().plus(Duration.ofDays(1)))), Set.of()))
                .contains(CLEO);
        assertThat(turns.order(TRIO, save(meeting(2).at(there.start())), Set.of()))
                .doesNotContain(CLEO);
    }

    @Test
    void the_plan_keeps_who_is_settled_and_leaves_out_who_is_away_or_declined() {
        save(by(BEN, meeting(0)));
        save(((Answer.Declined) meeting(1).ask(ADA).decline(ADA)).meeting());
        List<LocalDate> dates = List.of(DAY, DAY.plusWeeks(1), DAY.plusWeeks(2), CLEO_AWAY, DAY.plusWeeks(4));
        assertThat(turns.plan(TRIO, dates))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        DAY,
                        BEN,
                        DAY.plusWeeks(1),
                        CLEO,
                        DAY.plusWeeks(2),
                        ADA,
                        CLEO_AWAY,
                        BEN,
                        DAY.plusWeeks(4),
                        ADA));
        assertThat(turns.plan(TRIO, List.of(DAY.plusWeeks(1)))).containsOnlyKeys(DAY.plusWeeks(1));
    }

    @Test
    void a_share_is_counted_from_joining_on() {
        save(by(ADA, meeting(0)).held());
        save(by(BEN, meeting(1)).held());
        GroupStore groups = new GroupStore(ground.redis);
        ground.write(TRIO.id(), change -> groups.save(change, TRIO.join(DAN)));
        assertThat(turns.share(TRIO.join(DAN), meeting(2), DAN).words(DAY)).isEqualTo("0 of 2, not yet");
        assertThat(turns.share(TRIO.join(DAN), meeting(2), ADA).words(DAY)).isEqualTo("1 of 2, last in April");
        assertThat(turns.shares(TRIO.join(DAN), DAY.plusDays(8)))
                .extracting(TurnsReader.Turnee::who)
                .containsExactly(DAN, CLEO, ADA, BEN);
    }

    @Test
    void one_step_by_hand_moves_the_order_of_the_next_meeting_without_a_presenter() {
        Meeting next = save(meeting(0));
        ground.write(TRIO.id(), change -> moves.save(change, turns.moved(TRIO, DAY.minusDays(1), true)));
        assertThat(turns.order(TRIO, next, Set.of())).containsExactly(BEN, CLEO, ADA);
        ground.write(TRIO.id(), change -> moves.save(change, turns.moved(TRIO, DAY.minusDays(1), false)));
        assertThat(turns.order(TRIO, next, Set.of())).containsExactly(ADA, BEN, CLEO);
    }
}
