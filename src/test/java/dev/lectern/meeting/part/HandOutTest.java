package dev.lectern.meeting.part;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.HandOut.Situation;
import dev.lectern.meeting.part.PartRules.Wanted;
import dev.lectern.meeting.rotation.Moves;
import dev.lectern.meeting.rotation.Rotation;
import dev.lectern.meeting.rotation.Turn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HandOutTest {
    private static final Part LEAD = StandardParts.LEAD;
    private static final Part SCRIBE = StandardParts.SCRIBE;
    private static final Part REVIEWER = StandardParts.REVIEWER;
    private static final Part HACKER = StandardParts.HACKER;

    @Test
    void each_part_goes_to_whose_turn_it_is_and_nobody_has_two() {
        Handed handed = fill(
                wanted(LEAD, SCRIBE),
                situation(List.of(ADA, BEN, CLEO), Optional.empty(), Set.of())
                        .ordering(LEAD, BEN, ADA, CLEO)
                        .ordering(SCRIBE, BEN, CLEO, ADA));
        assertThat(handed.byPart()).containsExactly(Map.entry(LEAD, List.of(BEN)), Map.entry(SCRIBE, List.of(CLEO)));
    }

    @Test
    void who_nominated_is_not_the_reviewer_though_it_moves_somebody_else() {
        // Ada would be first for both, but Ben may not review what he nominated.
        Handed handed = fill(wanted(LEAD, REVIEWER), situation(List.of(ADA, BEN), Optional.empty(), Set.of(BEN)));
        assertThat(handed.byPart()).containsExactly(Map.entry(LEAD, List.of(BEN)), Map.entry(REVIEWER, List.of(ADA)));
    }

    @Test
    void where_only_nominators_are_left_nobody_reviews() {
        Handed handed = fill(wanted(REVIEWER), situation(List.of(BEN), Optional.empty(), Set.of(BEN)));
        assertThat(handed.byPart()).isEmpty();
        assertThat(handed.given().get(0).isShort()).isTrue();
    }

    @Test
    void presenters_only_present_while_there_are_people_enough() {
        Situations three = situation(List.of(ADA, BEN, CLEO), Optional.of(ADA), Set.of());
        assertThat(fill(wanted(LEAD, SCRIBE), three).of(ADA)).isEmpty();
        assertThat(fill(wanted(LEAD, SCRIBE, HACKER, REVIEWER), three).of(ADA)).isEmpty();
        assertThat(fill(wanted(LEAD, SCRIBE, HACKER, REVIEWER, StandardParts.SOCIAL), three)
                        .of(ADA))
                .hasSize(1);
        assertThat(fill(wanted(LEAD), situation(List.of(ADA), Optional.of(ADA), Set.of()))
                        .of(ADA))
                .containsExactly(LEAD);
    }

    @Test
    void who_has_a_part_keeps_it_when_another_is_given_back() {
        Situations now = situation(List.of(ADA, BEN, CLEO, DAN), Optional.empty(), Set.of());
        Handed before = fill(wanted(LEAD, SCRIBE), now);
        assertThat(before.of(ADA)).containsExactly(LEAD);
        Handed after = HandOut.fill(
                before.declinedBy(ADA, LEAD.id()),
                wanted(LEAD, SCRIBE),
                now.without(ADA).build());
        assertThat(after.byPart()).containsExactly(Map.entry(LEAD, List.of(CLEO)), Map.entry(SCRIBE, List.of(BEN)));
        assertThat(after.declined()).containsExactly(ADA);
    }

    @Test
    void who_comes_to_present_gives_the_part_to_another() {
        Handed before = fill(wanted(LEAD), situation(List.of(ADA, BEN, CLEO), Optional.empty(), Set.of()));
        Handed after = HandOut.fill(
                before,
                wanted(LEAD),
                situation(List.of(ADA, BEN, CLEO), Optional.of(ADA), Set.of()).build());
        assertThat(after.byPart()).containsExactly(Map.entry(LEAD, List.of(BEN)));
        assertThat(after.presenting()).contains(ADA);
    }

    @Test
    void the_presenter_is_not_the_second_one_too() {
        Handed handed = fill(
                List.of(new Wanted(Part.secondHalf(), 1)), situation(List.of(ADA, BEN), Optional.of(ADA), Set.of()));
        assertThat(handed.alsoPresenting()).containsExactly(BEN);
        assertThat(fill(List.of(new Wanted(Part.secondHalf(), 1)), situation(List.of(ADA), Optional.of(ADA), Set.of()))
                        .alsoPresenting())
                .isEmpty();
    }

    @Test
    void a_swap_stands_only_while_both_have_what_they_give() {
        Handed handed = fill(wanted(LEAD, SCRIBE), situation(List.of(ADA, BEN, CLEO), Optional.empty(), Set.of()));
        Handed.Swap swap = new Handed.Swap(ADA, LEAD.id(), BEN, Optional.of(SCRIBE.id()));
        Handed.Swap gift = new Handed.Swap(ADA, LEAD.id(), CLEO, Optional.empty());
        Handed offered = handed.offering(swap).offering(gift).offering(swap);
        assertThat(offered.offers()).containsExactly(swap, gift);
        Handed swapped = offered.swapped(swap);
        assertThat(swapped.of(ADA)).containsExactly(SCRIBE);
        assertThat(swapped.of(BEN)).containsExactly(LEAD);
        assertThat(swapped.offers()).isEmpty();
        assertThat(offered.swapped(gift).of(CLEO)).containsExactly(LEAD);
        assertThat(offered.declinedBy(ADA, LEAD.id()).offers()).isEmpty();
    }

    @Test
    void whatever_is_wanted_nobody_has_two_parts_while_somebody_has_none_who_could() {
        Seeded.times(500, random -> {
            List<UserId> members = new ArrayList<>(Samples.people(1 + random.nextInt(9)));
            Set<UserId> nominators = new HashSet<>();
            members.stream().filter(member -> random.nextInt(4) == 0).forEach(nominators::add);
            Optional<UserId> presenter =
                    Optional.of(Samples.oneOf(members, random)).filter(who -> random.nextBoolean());
            List<Wanted> wanted = anyWanted(random);
            Situations now = situation(members, presenter, nominators);
            wanted.forEach(one ->
                    now.ordering(one.part(), Samples.shuffled(members, random).toArray(UserId[]::new)));
            Handed handed = fill(wanted, now);
            assertThat(fill(wanted, now)).isEqualTo(handed);
            for (UserId member : members) {
                List<Part> theirs = handed.of(member);
                assertThat(theirs).hasSizeLessThanOrEqualTo(HandOut.MOST_EACH).doesNotHaveDuplicates();
                assertThat(nominators.contains(member) && theirs.contains(REVIEWER))
                        .isFalse();
            }
            boolean somebodyHasTwo =
                    members.stream().anyMatch(member -> handed.of(member).size() > 1);
            boolean openPlace = handed.given().stream().anyMatch(Handed.Given::isShort);
            boolean onlyReviews = wanted.stream().allMatch(one -> one.part().equals(REVIEWER));
            if (somebodyHasTwo || openPlace && !onlyReviews) {
                assertThat(members)
                        .filteredOn(member -> handed.of(member).isEmpty()
                                && presenter.filter(member::equals).isEmpty())
                        .allMatch(nominators::contains);
            }
        });
    }

    @Test
    void over_two_years_each_part_goes_round_and_everybody_does_about_as_much() {
        Seeded.times(20, random -> {
            List<UserId> members = Samples.people(4 + random.nextInt(6));
            List<Wanted> wanted = wanted(LEAD, SCRIBE, HACKER);
            Map<UserId, LocalDate> joined = new LinkedHashMap<>();
            LocalDate day = LocalDate.of(2026, 1, 8);
            members.forEach(member -> joined.put(member, LocalDate.of(2026, 1, 1)));
            Map<String, List<Turn>> turns = new HashMap<>();
            List<Turn> presented = new ArrayList<>();
            Map<UserId, Integer> total = new HashMap<>();
            for (int week = 0; week < 104; week++) {
                LocalDate date = day.plusWeeks(week);
                UserId presenter =
                        rotation(joined, presented).next(date, Set.of()).orElseThrow();
                presented.add(Turn.of(date, presenter));
                Situations now = situation(members, Optional.of(presenter), Set.of());
                wanted.forEach(one -> now.ordering(
                        one.part(),
                        rotation(joined, turns.getOrDefault(one.part().id(), List.of()))
                                .order(date, Set.of())
                                .toArray(UserId[]::new)));
                fill(wanted, now).byPart().forEach((part, who) -> {
                    turns.computeIfAbsent(part.id(), id -> new ArrayList<>())
                            .add(new Turn(date, Set.copyOf(who), Set.of(presenter)));
                    who.forEach(member -> total.merge(member, 1, Integer::sum));
                });
            }
            turns.forEach((part, theirs) -> {
                List<Integer> shares = members.stream()
                        .map(member -> rotation(joined, theirs)
                                .share(member, LocalDate.MAX)
                                .taken())
                        .toList();
                assertThat(Collections.max(shares) - Collections.min(shares))
                        .as("%s among %s", part, members.size())
                        .isLessThanOrEqualTo(3);
            });
            assertThat(Collections.max(total.values()) - Collections.min(total.values()))
                    .isLessThanOrEqualTo(6);
        });
    }

    private static Rotation rotation(Map<UserId, LocalDate> joined, List<Turn> turns) {
        return new Rotation(joined, turns, (who, when) -> false, Moves.NONE);
    }

    private static List<Wanted> anyWanted(Random random) {
        return StandardParts.ALL.stream()
                .filter(part -> random.nextInt(3) == 0)
                .map(part -> new Wanted(part, 1 + random.nextInt(2)))
                .toList();
    }

    private static List<Wanted> wanted(Part... parts) {
        return List.of(parts).stream().map(part -> new Wanted(part, 1)).toList();
    }

    private static Handed fill(List<Wanted> wanted, Situations now) {
        return HandOut.fill(Handed.NOTHING, wanted, now.build());
    }

    private static Situations situation(List<UserId> members, Optional<UserId> presenter, Set<UserId> nominators) {
        return new Situations(members, members, presenter, nominators, new HashMap<>());
    }

    private record Situations(
            List<UserId> members,
            List<UserId> staying,
            Optional<UserId> presenter,
            Set<UserId> nominators,
            Map<String, List<UserId>> orders) {
        Situations ordering(Part part, UserId... order) {
            orders.put(part.id(), List.of(order));
            return this;
        }

        Situations without(UserId declined) {
            return new Situations(
                    members.stream().filter(member -> !member.equals(declined)).toList(),
                    staying,
                    presenter,
                    nominators,
                    orders);
        }

        Situation build() {
            return new Situation(members, staying, presenter, nominators, orders, PartRules.NONE);
        }
    }
}
