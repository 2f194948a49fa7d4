package dev.lectern.ballot;

import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SupportTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final double NEXT_TO_NOTHING = 1e-9;

    private static Instant daysAgo(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private static Showing lost(long daysAgo, int liking, int voters) {
        return new Showing(daysAgo(daysAgo), liking, voters, Showing.Result.LOST);
    }

    private static Second second(int member, long daysAgo) {
        return new Second(paper(1), Samples.people(20).get(member), daysAgo(daysAgo));
    }

    private static double value(List<Showing> showings, Second... seconds) {
        return Support.at(NOW, showings, List.of(seconds)).value();
    }

    @Test
    void nobody_s_wish_is_no_support() {
        assertThat(Support.at(NOW, List.of(), List.of())).isEqualTo(new Support(Optional.empty(), 0, 0));
        assertThat(Support.at(NOW, List.of(lost(3, 0, 9)), List.of()).vote()).isEmpty();
    }

    @Test
    void support_counts_people_and_halves_every_sixty_days() {
        assertThat(value(List.of(lost(0, 4, 5)))).isEqualTo(4);
        assertThat(value(List.of(lost(60, 4, 5)))).isEqualTo(2, within(NEXT_TO_NOTHING));
        assertThat(value(List.of(lost(120, 4, 5)))).isEqualTo(1, within(NEXT_TO_NOTHING));
        assertThat(value(List.of(), second(0, 0), second(1, 60))).isEqualTo(1.5, within(NEXT_TO_NOTHING));
        assertThat(value(List.of(lost(60, 4, 5)), second(0, 0))).isEqualTo(3, within(NEXT_TO_NOTHING));
    }

    @Test
    void of_several_ballots_the_one_that_says_most_by_now_speaks_and_they_do_not_add_up() {
        Showing old = lost(120, 6, 8);
        Showing recent = lost(7, 3, 5);
        Support support = Support.at(NOW, List.of(old, recent), List.of());
        assertThat(support.vote()).contains(recent);
        assertThat(support.value()).isEqualTo(value(List.of(recent)));
    }

    @Test
    void a_ballot_that_the_paper_won_does_not_ask_for_it_again() {
        Showing won = new Showing(daysAgo(3), 5, 5, Showing.Result.WON);
        assertThat(value(List.of(won))).isZero();
        Showing tooFew = new Showing(daysAgo(0), 2, 2, Showing.Result.UNDECIDED);
        assertThat(value(List.of(won, tooFew))).isEqualTo(2);
    }

    @Test
    void a_wish_from_the_future_counts_as_one_of_now() {
        assertThat(value(List.of(), second(0, -30))).isEqualTo(1);
    }

    @Test
    void more_cannot_like_a_paper_than_voted() {
        assertThatIllegalArgumentException().isThrownBy(() -> lost(1, 3, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> lost(1, -1, 2));
    }

    private static List<Showing> anyShowings(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> {
                    int voters = random.nextInt(10);
                    return new Showing(
                            daysAgo(random.nextInt(400)),
                            random.nextInt(voters + 1),
                            voters,
                            Samples.oneOf(List.of(Showing.Result.values()), random));
                })
                .toList();
    }

    private static List<Second> anySeconds(Random random) {
        return IntStream.range(0, random.nextInt(6))
                .mapToObj(i -> second(i, random.nextInt(400)))
                .toList();
    }

    @Test
    void support_never_grows_by_waiting_and_is_never_more_than_the_people_who_asked() {
        Seeded.times(500, random -> {
            List<Showing> showings = anyShowings(random);
            List<Second> seconds = anySeconds(random);
            Support now = Support.at(NOW, showings, seconds);
            Support later = Support.at(NOW.plus(Duration.ofDays(random.nextInt(300))), showings, seconds);
            assertThat(later.value()).isBetween(0.0, now.value());
            int most = showings.stream().mapToInt(Showing::liking).max().orElse(0) + seconds.size();
            assertThat(now.value()).isLessThanOrEqualTo(most);
        });
    }

    @Test
    void one_more_who_asks_never_makes_a_paper_less_wanted() {
        Seeded.times(500, random -> {
            List<Showing> showings = anyShowings(random);
            List<Second> seconds = anySeconds(random);
            double before = Support.at(NOW, showings, seconds).value();
            List<Second> more = new ArrayList<>(seconds);
            more.add(new Second(paper(1), new UserId("U0LAST"), daysAgo(random.nextInt(400))));
            List<Showing> again = new ArrayList<>(showings);
            again.add(lost(random.nextInt(400), 1 + random.nextInt(3), 3));
            assertThat(Support.at(NOW, showings, more).value()).isGreaterThan(before);
            assertThat(Support.at(NOW, again, seconds).value()).isGreaterThanOrEqualTo(before);
        });
    }

    @Test
    void which_of_two_papers_is_wanted_more_does_not_change_by_waiting() {
        Seeded.times(500, random -> {
            List<Showing> one = anyShowings(random);
            List<Showing> other = anyShowings(random);
            List<Second> seconds = anySeconds(random);
            Instant later = NOW.plus(Duration.ofDays(random.nextInt(300)));
            double difference = Support.at(NOW, one, seconds).value()
                    - Support.at(NOW, other, List.of()).value();
            double then = Support.at(later, one, seconds).value()
                    - Support.at(later, other, List.of()).value();
            if (Math.abs(difference) > NEXT_TO_NOTHING) {
                assertThat(Math.signum(then)).isEqualTo(Math.signum(difference));
            }
        });
    }
}
