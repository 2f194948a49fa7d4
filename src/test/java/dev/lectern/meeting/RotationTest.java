package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.Samples.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 8);
    private static final Set<UserId> MEMBERS = new LinkedHashSet<>(List.of(CLEO, ADA, BEN));

    @Test
    void before_anybody_presented_it_goes_by_joining() {
        assertThat(Rotation.order(MEMBERS, List.of(), Set.of())).containsExactly(CLEO, ADA, BEN);
    }

    @Test
    void who_presented_least_often_is_first() {
        assertThat(Rotation.order(MEMBERS, history(ADA, CLEO, CLEO, BEN, BEN), Set.of()))
                .containsExactly(ADA, CLEO, BEN);
    }

    @Test
    void among_equals_who_did_so_longest_ago_is_first() {
        assertThat(Rotation.order(MEMBERS, history(BEN, CLEO, ADA), Set.of())).containsExactly(BEN, CLEO, ADA);
    }

    @Test
    void of_several_times_only_the_latest_tells_how_long_ago() {
        assertThat(Rotation.order(MEMBERS, history(ADA, BEN, CLEO, BEN, ADA, CLEO), Set.of()))
                .containsExactly(BEN, ADA, CLEO);
    }

    @Test
    void who_never_presented_comes_before_all() {
        assertThat(Rotation.next(MEMBERS, history(CLEO, BEN), Set.of())).contains(ADA);
    }

    @Test
    void nobody_has_two_meetings_in_a_row_while_another_can() {
        List<Presented> history = history(ADA, BEN, ADA, BEN, CLEO);
        assertThat(Rotation.order(MEMBERS, history, Set.of())).containsExactly(ADA, BEN, CLEO);
        assertThat(Rotation.next(MEMBERS, history, Set.of(ADA, BEN))).contains(CLEO);
    }

    @Test
    void who_is_unavailable_is_not_asked() {
        assertThat(Rotation.order(MEMBERS, List.of(), Set.of(CLEO))).containsExactly(ADA, BEN);
        assertThat(Rotation.next(MEMBERS, List.of(), MEMBERS)).isEmpty();
    }

    @Test
    void people_who_left_do_not_count() {
        List<Presented> history = history(STRANGER, ADA, DAN);
        assertThat(Rotation.order(MEMBERS, history, Set.of())).containsExactly(CLEO, BEN, ADA);
    }

    @Test
    void over_a_year_without_declines_everybody_has_a_fair_share() {
        Seeded.times(100, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(1 + random.nextInt(12)), random);
            List<Presented> history = new ArrayList<>();
            for (int week = 0; week < 52; week++) {
                UserId next = Rotation.next(members, history, Set.of()).orElseThrow();
                history.add(new Presented(next, DAY.plusWeeks(week)));
                List<Integer> counts = members.stream()
                        .map(member -> times(history, member))
                        .sorted()
                        .toList();
                assertThat(counts.get(counts.size() - 1) - counts.get(0))
                        .as("in week " + week)
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void whatever_happened_before_the_order_holds_each_available_member_once() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(1 + random.nextInt(8)), random);
            Set<UserId> away = someOf(members, random);
            List<UserId> order = Rotation.order(members, anyHistory(random), away);
            assertThat(order)
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(members.stream()
                            .filter(member -> !away.contains(member))
                            .toList());
        });
    }

    @Test
    void whatever_happened_before_the_last_presenter_is_next_only_alone() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(8), random);
            Set<UserId> away = someOf(members, random);
            List<Presented> history = anyHistory(random);
            List<UserId> order = Rotation.order(members, history, away);
            if (!history.isEmpty() && order.size() > 1) {
                assertThat(order.get(0))
                        .isNotEqualTo(history.get(history.size() - 1).who());
            }
        });
    }

    @Test
    void the_order_of_the_history_does_not_matter() {
        Seeded.times(200, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(8), random);
            List<Presented> history = anyHistory(random);
            List<Presented> mixed = new ArrayList<>(history);
            Collections.shuffle(mixed, random);
            assertThat(Rotation.order(members, mixed, Set.of())).isEqualTo(Rotation.order(members, history, Set.of()));
        });
    }

    @Test
    void among_all_but_the_last_presenter_less_often_is_earlier() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(8), random);
            List<Presented> history = anyHistory(random);
            List<UserId> order = new ArrayList<>(Rotation.order(members, history, Set.of()));
            if (!history.isEmpty()) {
                order.remove(history.get(history.size() - 1).who());
            }
            assertThat(order.stream().map(member -> times(history, member)).toList())
                    .isSorted();
        });
    }

    private static List<Presented> history(UserId... presenters) {
        return IntStream.range(0, presenters.length)
                .mapToObj(week -> new Presented(presenters[week], DAY.plusWeeks(week)))
                .toList();
    }

    private static List<Presented> anyHistory(Random random) {
        UserId[] presenters = IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> Samples.oneOf(Samples.people(8), random))
                .toArray(UserId[]::new);
        return history(presenters);
    }

    private static Set<UserId> someOf(Set<UserId> members, Random random) {
        Set<UserId> some = new HashSet<>();
        for (UserId member : members) {
            if (random.nextInt(3) == 0) {
                some.add(member);
            }
        }
        return some;
    }

    private static int times(List<Presented> history, UserId member) {
        return (int) history.stream()
                .filter(presented -> presented.who().equals(member))
                .count();
    }
}
