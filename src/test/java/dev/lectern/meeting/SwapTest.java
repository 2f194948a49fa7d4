package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.BERLIN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.DAN;
import static dev.lectern.Samples.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SwapTest {
    private static final Instant NOW = Instant.parse("2026-04-06T08:00:00Z");
    private static final Set<UserId> MEMBERS = Set.of(ADA, BEN, CLEO, DAN);
    private static final Meeting FIRST = weekly(0).assigned(ADA, Optional.empty());
    private static final Meeting SECOND = weekly(1).assigned(BEN, Optional.empty());
    private static final Meeting THIRD = weekly(2).assigned(BEN, Optional.empty());

    private static Meeting weekly(int week) {
        MeetingId id = MeetingId.of(LocalDate.parse("2026-04-09").plusWeeks(week));
        return Meeting.planned(id, Instant.parse("2026-04-09T13:00:00Z").plus(Duration.ofDays(7L * week)));
    }

    private static SwapOffer offer(Meeting meeting, UserId by, Optional<UserId> to) {
        return SwapOffer.of(SwapId.of(meeting.id(), by, NOW), meeting.id(), by, to);
    }

    private static Swap.Ground ground(List<Absence> absences, Instant now, Meeting... meetings) {
        return new Swap.Ground(MEMBERS, List.of(meetings), absences, BERLIN, now);
    }

    private static Swap.Ground ground(Meeting... meetings) {
        return ground(List.of(), NOW, meetings);
    }

    private static Absence away(UserId who, Meeting meeting) {
        return new Absence(who, meeting.id().date(), meeting.id().date());
    }

    private static Swap.Done done(Swap.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Swap.Done.class);
        return (Swap.Done) outcome;
    }

    private static void refused(Swap.Outcome outcome, Swap.Refusal why) {
        assertThat(outcome).isEqualTo(new Swap.No(why));
    }

    @Test
    void the_taker_s_next_date_goes_to_the_offerer_in_exchange() {
        Swap.Done done = done(Swap.take(offer(FIRST, ADA, Optional.of(BEN)), BEN, ground(FIRST, SECOND, THIRD)));
        assertThat(done.given()).isEqualTo(FIRST.assigned(BEN, Optional.empty()));
        assertThat(done.returned()).contains(SECOND.assigned(ADA, Optional.empty()));
        assertThat(done.offer().takenBy()).contains(BEN);
        assertThat(done.offer().inReturn()).contains(SECOND.id());
    }

    @Test
    void without_a_date_of_the_taker_s_it_is_handed_over() {
        Swap.Done done = done(Swap.take(offer(FIRST, ADA, Optional.empty()), CLEO, ground(FIRST, SECOND)));
        assertThat(done.given().presenter()).contains(CLEO);
        assertThat(done.returned()).isEmpty();
        assertThat(done.offer().inReturn()).isEmpty();
    }

    @Test
    void a_date_on_which_the_offerer_is_away_is_not_given_in_exchange() {
        Swap.Ground ground = ground(List.of(away(ADA, SECOND)), NOW, FIRST, SECOND, THIRD);
        assertThat(done(Swap.take(offer(FIRST, ADA, Optional.empty()), BEN, ground))
                        .returned())
                .contains(THIRD.assigned(ADA, Optional.empty()));
    }

    @Test
    void who_is_asked_only_may_offer_the_date_too() {
        Meeting asked = weekly(0).ask(ADA).askedAt(NOW);
        Meeting given = done(Swap.take(offer(asked, ADA, Optional.empty()), CLEO, ground(asked)))
                .given();
        assertThat(given.presenter()).contains(CLEO);
        assertThat(given.asked()).isEmpty();
    }

    @Test
    void whoever_cannot_take_it_is_told_why() {
        SwapOffer toAll = offer(FIRST, ADA, Optional.empty());
        refused(Swap.take(toAll, STRANGER, ground(FIRST)), Swap.Refusal.NO_MEMBER);
        refused(Swap.take(toAll, ADA, ground(FIRST)), Swap.Refusal.OWN);
        refused(Swap.take(offer(FIRST, ADA, Optional.of(BEN)), CLEO, ground(FIRST)), Swap.Refusal.NOT_YOURS);
        refused(Swap.take(toAll, BEN, ground(List.of(away(BEN, FIRST)), NOW, FIRST)), Swap.Refusal.AWAY);
        refused(Swap.take(toAll, BEN, ground()), Swap.Refusal.TOO_LATE);
        refused(Swap.take(toAll, BEN, ground(List.of(), FIRST.start(), FIRST)), Swap.Refusal.TOO_LATE);
        refused(Swap.take(toAll, BEN, ground(FIRST.cancelled())), Swap.Refusal.TOO_LATE);
        refused(Swap.take(toAll, BEN, ground(FIRST.assigned(CLEO, Optional.empty()))), Swap.Refusal.OVER);
        refused(Swap.take(toAll, BEN, ground(FIRST.freedFrom(ADA))), Swap.Refusal.OVER);
        refused(Swap.take(toAll.taken(CLEO, Optional.empty()), BEN, ground(FIRST)), Swap.Refusal.OVER);
        SwapOffer toBen = offer(FIRST, ADA, Optional.of(BEN));
        refused(Swap.take(toBen.refusedBy(BEN), BEN, ground(FIRST)), Swap.Refusal.OVER);
        assertThat(Swap.hindrance(ground(SECOND), SECOND, BEN)).contains(Swap.Refusal.PRESENTS);
    }

    @Test
    void whatever_is_swapped_the_same_people_present_but_for_a_plain_hand_over_and_nobody_where_they_are_away() {
        Seeded.times(1_000, random -> {
            List<UserId> people = Samples.people(5);
            List<Meeting> meetings = new ArrayList<>(IntStream.range(0, 6)
                    .mapToObj(week -> random.nextInt(4) == 0
                            ? weekly(week)
                            : weekly(week).assigned(Samples.oneOf(people, random), Optional.empty()))
                    .toList());
            List<Absence> absences = IntStream.range(0, 4)
                    .mapToObj(i -> away(Samples.oneOf(people, random), Samples.oneOf(meetings, random)))
                    .toList();
            Meeting given = Samples.oneOf(meetings, random);
            UserId taker = Samples.oneOf(people, random);
            UserId by = given.presenter().orElse(people.get(0));
            Swap.Ground ground = new Swap.Ground(Set.copyOf(people), meetings, absences, BERLIN, NOW);
            Swap.Outcome outcome = Swap.take(offer(given, by, Optional.empty()), taker, ground);
            if (!(outcome instanceof Swap.Done done)) {
                assertThat(given.presenter().isEmpty()
                                || by.equals(taker)
                                || Absence.isAway(absences, taker, given.id().date()))
                        .isTrue();
                return;
            }
            assertThat(done.given().presenter()).contains(taker);
            assertThat(Absence.isAway(absences, taker, given.id().date())).isFalse();
            done.returned()
                    .ifPresentOrElse(
                            back -> {
                                assertThat(back.presenter()).contains(by);
                                assertThat(Absence.isAway(
                                                absences, by, back.id().date()))
                                        .isFalse();
                                assertThat(meetings.stream()
                                                .filter(one -> one.start().isBefore(back.start()) && !one.equals(given))
                                                .filter(one -> one.presents(taker))
                                                .filter(one -> !Absence.isAway(
                                                        absences, by, one.id().date())))
                                        .isEmpty();
                            },
                            () -> assertThat(meetings.stream()
                                            .filter(one -> one.presents(taker))
                                            .filter(one -> !Absence.isAway(
                                                    absences, by, one.id().date()))
                                            .collect(Collectors.toSet()))
                                    .isEmpty());
        });
    }

    @Test
    void an_offer_s_id_is_read_back_and_nothing_else_is_one() {
        SwapId id = SwapId.of(FIRST.id(), ADA, NOW);
        assertThat(new SwapId(id.toString())).isEqualTo(id);
        for (String text : List.of("", "2026-04-09.U0ADA", "2026-04-09.U0ADA.x", "x.U0ADA.1", "2026-04-09.ada.1")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new SwapId(text));
        }
    }
}
