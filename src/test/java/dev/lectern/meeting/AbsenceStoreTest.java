package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@OnEachRedis
class AbsenceStoreTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-04-06");
    private static final Absence SPRING = new Absence(ADA, TODAY, TODAY.plusDays(6));
    private static final Absence WINTER =
            new Absence(ADA, LocalDate.parse("2026-12-20"), LocalDate.parse("2027-01-06"), Absence.Reach.PRESENTING);
    private static final Absence BENS = new Absence(BEN, TODAY.plusDays(3), TODAY.plusDays(3));

    private final Ground ground;
    private final AbsenceStore absences;

    AbsenceStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        absences = new AbsenceStore(ground.redis);
    }

    private void add(Absence absence, LocalDate today) {
        ground.write(GROUP, change -> absences.add(change, absence, today));
    }

    @Test
    void nobody_is_away_at_first() {
        assertThat(absences.of(GROUP)).isEmpty();
        assertThat(absences.of(GROUP, ADA)).isEmpty();
        assertThat(absences.away(GROUP).test(ADA, TODAY)).isFalse();
    }

    @Test
    void absences_are_found_as_they_were_noted_earliest_first_and_each_once() {
        add(WINTER, TODAY);
        add(BENS, TODAY);
        add(SPRING, TODAY);
        add(SPRING, TODAY);
        assertThat(absences.of(GROUP)).containsExactly(SPRING, BENS, WINTER);
        assertThat(absences.of(GROUP, ADA)).containsExactly(SPRING, WINTER);
        assertThat(absences.of(Ground.group(2))).isEmpty();
    }

    @Test
    void somebody_is_away_from_the_first_to_the_last_day() {
        add(SPRING, TODAY);
        add(WINTER, TODAY);
        assertThat(absences.away(GROUP).test(ADA, TODAY.minusDays(1))).isFalse();
        assertThat(absences.away(GROUP).test(ADA, TODAY)).isTrue();
        assertThat(absences.away(GROUP).test(ADA, TODAY.plusDays(6))).isTrue();
        assertThat(absences.away(GROUP).test(ADA, TODAY.plusDays(7))).isFalse();
        assertThat(absences.away(GROUP).test(ADA, WINTER.until())).isTrue();
        assertThat(absences.away(GROUP).test(BEN, TODAY)).isFalse();
    }

    @Test
    void what_is_taken_back_is_gone_and_no_other() {
        add(SPRING, TODAY);
        add(WINTER, TODAY);
        ground.write(GROUP, change -> absences.remove(change, SPRING));
        assertThat(absences.of(GROUP, ADA)).containsExactly(WINTER);
        ground.write(GROUP, change -> absences.remove(change, WINTER));
        assertThat(absences.of(GROUP)).isEmpty();
    }

    @Test
    void past_absences_are_kept_for_two_years_to_count_by() {
        add(SPRING, TODAY);
        add(WINTER, SPRING.until().plusYears(2).minusDays(1));
        assertThat(absences.of(GROUP, ADA)).containsExactly(SPRING, WINTER);
        add(WINTER, SPRING.until().plusYears(2));
        assertThat(absences.of(GROUP, ADA)).containsExactly(WINTER);
    }
}
