package dev.lectern.meeting.rotation;

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
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 8);
    private static final LocalDate LATER = DAY.plusYears(1);
    private static final Set<UserId> MEMBERS = new LinkedHashSet<>(List.of(CLEO, ADA, BEN));
    private static final BiPredicate<UserId, LocalDate> NOBODY = (who, when) -> false;

    @Test
    void before_anybody_presented_it_goes_by_joining() {
        assertThat(order(MEMBERS, List.of(), Set.of())).containsExactly(CLEO, ADA, BEN);
    }

    @Test
    void who_took_the_fewest_turns_is_first() {
        assertThat(order(MEMBERS, history(ADA, CLEO, CLEO, BEN, BEN), Set.of())).containsExactly(ADA, CLEO, BEN);
    }

    @Test
    void among_equals_who_did_so_longest_ago_is_first() {
        assertThat(order(MEMBERS, history(BEN, CLEO, ADA), Set.of())).containsExactly(BEN, CLEO, ADA);
        assertThat(order(MEMBERS, history(ADA, BEN, CLEO, BEN, ADA, CLEO), Set.of()))
                .containsExactly(BEN, ADA, CLEO);
    }

    @Test
    void nobody_has_two_meetings_in_a_row_while_another_can() {
        List<Turn> history = history(ADA, BEN, ADA, BEN, CLEO);
        assertThat(order(MEMBERS, history, Set.of())).containsExactly(ADA, BEN, CLEO);
        assertThat(order(MEMBERS, history, Set.of(ADA, BEN))).containsExactly(CLEO);
    }

    @Test
    void who_has_the_next_meeting_comes_last_for_the_one_before() {
        List<Turn> promised = List.of(Turn.of(DAY.plusWeeks(1), CLEO));
        assertThat(rotation(MEMBERS, promised).order(DAY, Set.of())).containsExactly(ADA, BEN, CLEO);
    }

    @Test
    void who_is_unavailable_or_away_is_not_asked() {
        assertThat(order(MEMBERS, List.of(), Set.of(CLEO))).containsExactly(ADA, BEN);
        assertThat(order(MEMBERS, List.of(), MEMBERS)).isEmpty();
        Rotation away = new Rotation(
                founding(MEMBERS), List.of(), (who, when) -> who.equals(ADA) && when.equals(DAY), Moves.NONE);
        assertThat(away.order(DAY, Set.of())).containsExactly(CLEO, BEN);
        assertThat(away.order(DAY.plusDays(1), Set.of())).containsExactly(CLEO, ADA, BEN);
    }

    @Test
    void turns_of_people_who_left_were_turns_that_others_could_have_taken() {
        assertThat(order(MEMBERS, history(STRANGER, ADA, DAN), Set.of())).containsExactly(CLEO, BEN, ADA);
        assertThat(rotation(MEMBERS, history(STRANGER, ADA, DAN))
                        .share(BEN, LATER)
                        .words(DAY))
                .isEqualTo("0 of 3, not yet");
    }

    @Test
    void who_was_away_owes_nothing_for_it() {
        BiPredicate<UserId, LocalDate> adaInJanuary = (who, when) -> who.equals(ADA) && when.isBefore(DAY.plusWeeks(2));
        Rotation rotation = new Rotation(founding(MEMBERS), history(CLEO, BEN), adaInJanuary, Moves.NONE);
        assertThat(rotation.order(DAY.plusWeeks(2), Set.of())).containsExactly(ADA, CLEO, BEN);
        assertThat(rotation.with(Turn.of(DAY.plusWeeks(2), ADA)).order(DAY.plusWeeks(3), Set.of()))
                .containsExactly(CLEO, BEN, ADA);
        assertThat(rotation.share(ADA, LATER)).isEqualTo(new Share(0, 0, Optional.empty()));
        assertThat(rotation.share(ADA, LATER).words(DAY)).isEqualTo("none so far");
    }

    @Test
    void who_comes_back_has_nothing_to_catch_up() {
        BiPredicate<UserId, LocalDate> adaForFourWeeks =
                (who, when) -> who.equals(ADA) && when.isBefore(DAY.plusWeeks(4));
        Rotation rotation = new Rotation(founding(MEMBERS), history(CLEO, BEN, CLEO, BEN), adaForFourWeeks, Moves.NONE);
        List<LocalDate> dates = IntStream.range(4, 10).mapToObj(DAY::plusWeeks).toList();
        assertThat(rotation.plan(dates, Map.of()))
                .extracting(planned -> planned.who().orElseThrow())
                .containsExactly(ADA, CLEO, BEN, ADA, CLEO, BEN);
    }

    @Test
    void a_share_counts_what_was_before_a_date_and_since_joining() {
        Map<UserId, LocalDate> joined = founding(MEMBERS);
        joined.put(DAN, DAY.plusWeeks(2));
        Rotation rotation = new Rotation(joined, history(CLEO, ADA, CLEO, DAN, CLEO), NOBODY, Moves.NONE);
        assertThat(rotation.share(CLEO, LATER).words(LATER)).isEqualTo("3 of 5, last in February 2026");
        assertThat(rotation.share(CLEO, DAY.plusWeeks(2)).words(DAY)).isEqualTo("1 of 2, last in January");
        assertThat(rotation.share(DAN, LATER).words(DAY)).isEqualTo("1 of 3, last in January");
    }

    @Test
    void a_newcomer_is_neither_first_nor_last_whatever_was_before() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(2 + random.nextInt(8)), random);
            Map<UserId, LocalDate> joined = founding(members);
            List<Turn> history = new ArrayList<>();
            int weeks = random.nextInt(40);
            for (int week = 0; week < weeks; week++) {
                LocalDate day = DAY.plusWeeks(week);
                Rotation now = new Rotation(joined, history, NOBODY, Moves.NONE);
                history.add(Turn.of(day, now.next(day, Set.of()).orElseThrow()));
            }
            joined.put(STRANGER, DAY.plusWeeks(weeks).plusDays(1));
            List<UserId> order =
                    new Rotation(joined, history, NOBODY, Moves.NONE).order(DAY.plusWeeks(weeks + 1), Set.of());
            assertThat(order.get(0)).isNotEqualTo(STRANGER);
            assertThat(order.get(order.size() - 1)).isNotEqualTo(STRANGER);
        });
    }

    @Test
    void newcomers_of_one_day_stand_together_in_the_order_of_joining() {
        Map<UserId, LocalDate> joined = founding(MEMBERS);
        joined.put(STRANGER, DAY.plusDays(1));
        joined.put(DAN, DAY.plusDays(1));
        assertThat(new Rotation(joined, history(CLEO), NOBODY, Moves.NONE).order(DAY.plusWeeks(1), Set.of()))
                .containsExactly(ADA, BEN, STRANGER, DAN, CLEO);
    }

    @Test
    void a_volunteer_changes_nothing_about_the_order_of_the_others() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(4 + random.nextInt(6)), random);
            List<Turn> history = anyHistory(random);
            LocalDate day = DAY.plusWeeks(history.size());
            List<UserId> before = rotation(members, history).order(day, Set.of());
            UserId volunteer = before.get(1 + random.nextInt(before.size() - 1));
            List<UserId> after =
                    rotation(members, history).with(Turn.of(day, volunteer)).order(day.plusWeeks(1), Set.of());
            Set<UserId> concerned = new HashSet<>(Set.of(volunteer));
            // Whoever had the meeting before may have two in a row no more, and may again now.
            history.stream().skip(Math.max(0, history.size() - 1)).forEach(turn -> concerned.addAll(turn.takers()));
            assertThat(without(after, concerned)).isEqualTo(without(before, concerned));
        });
    }

    @Test
    void a_swap_changes_two_dates_of_the_plan_and_no_other() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(5 + random.nextInt(6)), random);
            List<LocalDate> dates =
                    IntStream.range(0, members.size()).mapToObj(DAY::plusWeeks).toList();
            List<Rotation.Planned> before = rotation(members, List.of()).plan(dates, Map.of());
            int one = random.nextInt(members.size() - 2);
            int other = one + 1 + random.nextInt(members.size() - 1 - one);
            Turn first = Turn.of(dates.get(one), before.get(other).who().orElseThrow());
            Turn second = Turn.of(dates.get(other), before.get(one).who().orElseThrow());
            List<LocalDate> rest = dates.stream()
                    .filter(date -> !date.equals(first.when()) && !date.equals(second.when()))
                    .toList();
            List<Rotation.Planned> after =
                    rotation(members, List.of(first, second)).plan(rest, Map.of());
            List<Rotation.Planned> expected = before.stream()
                    .filter(planned -> rest.contains(planned.when()))
                    .toList();
            assertThat(after).isEqualTo(expected);
        });
    }

    @Test
    void the_plan_begins_with_who_is_next_and_keeps_to_who_declined() {
        List<LocalDate> dates = List.of(DAY.plusWeeks(1), DAY, DAY.plusWeeks(2));
        Map<LocalDate, List<UserId>> declined = Map.of(DAY, List.of(CLEO));
        assertThat(rotation(MEMBERS, List.of()).plan(dates, declined))
                .extracting(planned -> planned.who().orElseThrow())
                .containsExactly(ADA, CLEO, BEN);
        assertThat(rotation(Set.of(ADA), List.of())
                        .plan(List.of(DAY), Map.of(DAY, List.of(ADA)))
                        .get(0)
                        .who())
                .isEmpty();
    }

    @Test
    void one_step_forward_passes_over_the_first_and_one_step_back_undoes_it() {
        List<Turn> history = history(BEN, CLEO, ADA, BEN);
        LocalDate day = DAY.plusWeeks(4);
        List<UserId> before = rotation(MEMBERS, history).order(day, Set.of());
        assertThat(before).containsExactly(CLEO, ADA, BEN);
        Moves forward = Moves.NONE.forward(before, day);
        List<UserId> after = moved(history, forward).order(day, Set.of());
        assertThat(after.get(0)).isEqualTo(ADA);
        assertThat(forward.back(after, day)).isEqualTo(Moves.NONE);
        Moves back = Moves.NONE.back(before, day);
        assertThat(moved(history, back).order(day, Set.of())).containsExactly(BEN, CLEO, ADA);
        assertThat(back.forward(List.of(BEN, CLEO, ADA), day)).isEqualTo(Moves.NONE);
        assertThat(Moves.NONE.forward(List.of(ADA), day)).isEqualTo(Moves.NONE);
    }

    @Test
    void who_is_passed_over_waits_a_round_and_no_more() {
        Moves forward = Moves.NONE.forward(List.of(CLEO, ADA, BEN), DAY);
        List<LocalDate> dates = IntStream.range(0, 6).mapToObj(DAY::plusWeeks).toList();
        assertThat(moved(List.of(), forward).plan(dates, Map.of()))
                .extracting(planned -> planned.who().orElseThrow())
                .containsExactly(ADA, BEN, CLEO, ADA, BEN, CLEO);
    }

    @Test
    void over_simulated_years_who_could_take_the_same_turns_took_as_many_but_for_one() {
        Seeded.times(60, random -> new Year(random).pass());
    }

    @Test
    void whatever_happened_before_the_order_holds_each_available_member_once() {
        Seeded.times(300, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(1 + random.nextInt(8)), random);
            Set<UserId> away = someOf(members, random);
            assertThat(order(members, anyHistory(random), away))
                    .doesNotHaveDuplicates()
                    .hasSameElementsAs(members.stream()
                            .filter(member -> !away.contains(member))
                            .toList());
        });
    }

    @Test
    void the_order_of_the_history_does_not_matter() {
        Seeded.times(200, random -> {
            Set<UserId> members = Samples.shuffled(Samples.people(8), random);
            List<Turn> history = anyHistory(random);
            List<Turn> mixed = new ArrayList<>(history);
            Collections.shuffle(mixed, random);
            assertThat(order(members, mixed, Set.of())).isEqualTo(order(members, history, Set.of()));
        });
    }

    /** Three years of weekly meetings with absences and declines; people join, and one in a while leaves. */
    private static final class Year {
        private static final int WEEKS = 156;

        private final Random random;
        /** Where everybody always can, the same holds of people who joined at different times. */
        private final boolean everybodyCan;

        private final Map<UserId, LocalDate> joined = new LinkedHashMap<>();
        /** Members of one household are away together, and decline together: they could take the same turns. */
        private final Map<UserId, Integer> household = new LinkedHashMap<>();

        private final Map<Integer, Set<LocalDate>> away = new LinkedHashMap<>();
        private final Map<Integer, Set<LocalDate>> declines = new LinkedHashMap<>();
        private final List<Turn> turns = new ArrayList<>();

        Year(Random random) {
            this.random = random;
            this.everybodyCan = random.nextInt(4) == 0;
            Samples.people(2 + random.nextInt(9)).forEach(member -> join(member, DAY.minusDays(3)));
            for (int home = 0; home < 3; home++) {
                Set<LocalDate> absent = new HashSet<>();
                Set<LocalDate> unwilling = new HashSet<>();
                for (int week = 0; week < WEEKS; week++) {
                    if (!everybodyCan && random.nextInt(4) < home) {
                        (random.nextBoolean() ? absent : unwilling).add(DAY.plusWeeks(week));
                    }
                }
                away.put(home, absent);
                declines.put(home, unwilling);
            }
        }

        private void join(UserId member, LocalDate day) {
            joined.put(member, day);
            household.put(member, random.nextInt(3));
        }

        private int home(UserId who) {
            return household.getOrDefault(who, 0);
        }

        private boolean isAway(UserId who, LocalDate when) {
            return away.getOrDefault(home(who), Set.of()).contains(when);
        }

        private boolean declines(UserId who, LocalDate when) {
            return declines.getOrDefault(home(who), Set.of()).contains(when);
        }

        void pass() {
            for (int week = 0; week < WEEKS; week++) {
                LocalDate day = DAY.plusWeeks(week);
                peopleComeAndGo(week, day);
                Set<UserId> unwilling = new HashSet<>();
                joined.keySet().stream().filter(member -> declines(member, day)).forEach(unwilling::add);
                Rotation now = rotation();
                Optional<UserId> next = now.next(day, unwilling);
                assertThat(next).isEqualTo(rotation().next(day, unwilling));
                nobodyTwiceInARow(now.order(day, unwilling));
                next.ifPresent(member -> turns.add(Turn.of(day, member)));
                sharesAreFair(day.plusDays(1));
            }
        }

        private Rotation rotation() {
            return new Rotation(joined, turns, this::isAway, Moves.NONE);
        }

        private void peopleComeAndGo(int week, LocalDate day) {
            if (random.nextInt(20) == 0) {
                join(new UserId("UNEW%03d".formatted(week)), day.minusDays(1));
            }
            if (random.nextInt(30) == 0 && joined.size() > 2) {
                UserId leaving = Samples.oneOf(List.copyOf(joined.keySet()), random);
                joined.remove(leaving);
            }
        }

        private void nobodyTwiceInARow(List<UserId> order) {
            if (order.size() > 1 && !turns.isEmpty()) {
                assertThat(turns.get(turns.size() - 1).takers()).doesNotContain(order.get(0));
            }
        }

        private void sharesAreFair(LocalDate before) {
            for (UserId one : joined.keySet()) {
                for (UserId other : joined.keySet()) {
                    boolean together = joined.get(one).equals(joined.get(other));
                    if (everybodyCan || together && home(one) == home(other)) {
                        LocalDate since = Collections.max(List.of(joined.get(one), joined.get(other)));
                        assertThat(Math.abs(taken(one, since) - taken(other, since)))
                                .as("%s and %s before %s", one, other, before)
                                .isLessThanOrEqualTo(1);
                    }
                }
            }
        }

        private long taken(UserId member, LocalDate since) {
            return turns.stream()
                    .filter(turn ->
                            turn.takers().contains(member) && !turn.when().isBefore(since))
                    .count();
        }
    }

    private static Map<UserId, LocalDate> founding(Collection<UserId> members) {
        Map<UserId, LocalDate> joined = new LinkedHashMap<>();
        members.forEach(member -> joined.put(member, DAY));
        return joined;
    }

    private static Rotation rotation(Collection<UserId> members, List<Turn> turns) {
        return new Rotation(founding(members), turns, NOBODY, Moves.NONE);
    }

    private static Rotation moved(List<Turn> turns, Moves moves) {
        return new Rotation(founding(MEMBERS), turns, NOBODY, moves);
    }

    private static List<UserId> order(Collection<UserId> members, List<Turn> turns, Collection<UserId> unavailable) {
        return rotation(members, turns).order(LATER, unavailable);
    }

    private static List<UserId> without(List<UserId> order, Set<UserId> some) {
        return order.stream().filter(member -> !some.contains(member)).toList();
    }

    private static List<Turn> history(UserId... presenters) {
        return IntStream.range(0, presenters.length)
                .mapToObj(week -> Turn.of(DAY.plusWeeks(week), presenters[week]))
                .toList();
    }

    private static List<Turn> anyHistory(Random random) {
        return history(IntStream.range(0, random.nextInt(20))
                .mapToObj(i -> Samples.oneOf(Samples.people(8), random))
                .toArray(UserId[]::new));
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
}
