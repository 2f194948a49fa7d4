package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.work.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class BacklogTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Nomination FIRST = new Nomination(paper(7), ADA, NOON);
    private static final Nomination SECOND = new Nomination(paper(3), BEN, NOON.plusSeconds(1));
    private static final Nomination THIRD = new Nomination(paper(5), ADA, NOON.plusSeconds(2));

    @Test
    void a_new_nomination_is_added_by_its_time() {
        Backlog backlog = new Backlog(List.of(THIRD, FIRST));
        assertThat(backlog.add(SECOND)).isEqualTo(new Backlog.Added(new Backlog(List.of(FIRST, SECOND, THIRD))));
        assertThat(backlog.add(SECOND).backlog().nominations()).containsExactly(FIRST, SECOND, THIRD);
    }

    @Test
    void a_paper_nominated_again_keeps_its_first_nomination() {
        Backlog backlog = new Backlog(List.of(FIRST, SECOND));
        Nomination again = new Nomination(FIRST.paper(), BEN, NOON.plusSeconds(60));
        assertThat(backlog.add(again)).isEqualTo(new Backlog.AlreadyThere(backlog, FIRST));
    }

    @Test
    void a_paper_that_is_taken_off_is_gone() {
        Backlog left = new Backlog(List.of(FIRST, SECOND)).remove(FIRST.paper());
        assertThat(left.nominations()).containsExactly(SECOND);
        assertThat(left.contains(FIRST.paper())).isFalse();
        assertThat(left.contains(SECOND.paper())).isTrue();
        assertThat(left.remove(paper(99))).isEqualTo(left);
    }

    @Test
    void a_member_seconds_a_paper_once_and_takes_it_back() {
        Second second = new Second(FIRST.paper(), BEN, NOON);
        Backlog seconded = new Backlog(List.of(FIRST, SECOND)).second(second);
        assertThat(seconded.seconds(FIRST.paper())).containsExactly(second);
        assertThat(seconded.seconds(SECOND.paper())).isEmpty();
        assertThat(seconded.isSeconded(FIRST.paper(), BEN)).isTrue();
        assertThat(seconded.second(new Second(FIRST.paper(), BEN, NOON.plusSeconds(60))))
                .isEqualTo(seconded);
        assertThat(seconded.withoutSecond(FIRST.paper(), ADA)).isEqualTo(seconded);
        assertThat(seconded.withoutSecond(FIRST.paper(), BEN)).isEqualTo(new Backlog(List.of(FIRST, SECOND)));
    }

    @Test
    void seconds_go_with_their_paper_and_do_not_come_back_with_it() {
        Backlog seconded = new Backlog(List.of(FIRST)).second(new Second(FIRST.paper(), BEN, NOON));
        Backlog again = seconded.remove(FIRST.paper()).add(FIRST).backlog();
        assertThat(again.seconds()).isEmpty();
        assertThat(new Backlog(List.of(FIRST)).second(new Second(paper(99), BEN, NOON)))
                .isEqualTo(new Backlog(List.of(FIRST)));
    }

    @Test
    void what_turns_out_to_be_one_paper_is_seconded_once_by_each() {
        Backlog backlog = new Backlog(List.of(FIRST, SECOND))
                .second(new Second(FIRST.paper(), BEN, NOON))
                .second(new Second(SECOND.paper(), BEN, NOON.plusSeconds(5)))
                .second(new Second(SECOND.paper(), ADA, NOON));
        Backlog known = backlog.knownAs(Map.of(SECOND.paper(), FIRST.paper()));
        assertThat(known.seconds())
                .containsExactly(
                        new Second(FIRST.paper(), ADA, NOON), new Second(FIRST.paper(), BEN, NOON.plusSeconds(5)));
    }

    @Test
    void who_took_off_what_can_be_read_until_it_is_nominated_again() {
        Backlog less = new Backlog(List.of(FIRST, SECOND)).takeOff(FIRST.paper(), BEN, NOON);
        assertThat(less.nominations()).containsExactly(SECOND);
        assertThat(less.takenOff()).containsExactly(new TakenOff(FIRST.paper(), BEN, NOON));
        assertThat(less.takeOff(FIRST.paper(), ADA, NOON)).isEqualTo(less);
        assertThat(less.add(FIRST).backlog()).isEqualTo(new Backlog(List.of(FIRST, SECOND)));
    }

    @Test
    void of_what_was_taken_off_the_newest_traces_are_kept() {
        Backlog backlog = new Backlog(IntStream.range(0, 30)
                .mapToObj(i -> new Nomination(paper(i), ADA, NOON))
                .toList());
        for (int i = 0; i < 30; i++) {
            backlog = backlog.takeOff(paper(i), BEN, NOON.plusSeconds(i));
        }
        assertThat(backlog.takenOff()).hasSize(Backlog.TRACES);
        assertThat(backlog.takenOff().get(0).paper()).isEqualTo(paper(29));
    }

    @Test
    void a_backlog_from_before_seconds_is_read_without_any() {
        String before = "{\"v\":1,\"value\":{\"nominations\":[{\"paper\":\"2401.00007\",\"by\":\"U0ADA\","
                + "\"at\":\"2026-03-02T12:00:00Z\"}]}}";
        assertThat(Stored.read(before, Backlog.class)).isEqualTo(new Backlog(List.of(FIRST)));
    }

    @Test
    void of_two_nominations_at_once_the_lower_id_is_first() {
        Nomination high = new Nomination(paper(9), ADA, NOON);
        Nomination low = new Nomination(paper(1), BEN, NOON);
        assertThat(new Backlog(List.of(high, low)).nominations()).containsExactly(low, high);
    }

    @Test
    void a_paper_cannot_be_there_twice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backlog(List.of(FIRST, new Nomination(FIRST.paper(), BEN, NOON))));
    }

    @Test
    void in_whatever_order_nominations_arrive_the_backlog_is_the_same_and_in_order() {
        Seeded.times(200, random -> {
            List<Nomination> nominations = new ArrayList<>(IntStream.range(0, random.nextInt(30))
                    .mapToObj(i -> new Nomination(
                            paper(i), Samples.oneOf(Samples.people(5), random), NOON.plusSeconds(random.nextInt(10))))
                    .toList());
            Backlog all = new Backlog(nominations);
            Collections.shuffle(nominations, random);
            Backlog added = Backlog.empty();
            for (Nomination nomination : nominations) {
                added = added.add(nomination).backlog();
            }
            assertThat(added).isEqualTo(all);
            assertThat(added.nominations())
                    .isSortedAccordingTo(Nomination.EARLIEST_FIRST)
                    .hasSameElementsAs(nominations);
        });
    }

    @Test
    void a_backlog_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Backlog backlog = new Backlog(List.of(FIRST, SECOND, THIRD))
                .second(new Second(FIRST.paper(), BEN, NOON))
                .takeOff(THIRD.paper(), BEN, NOON);
        assertThat(json.writeValueAsString(backlog)).contains("\"at\":\"2026-03-02T12:00:00Z\"");
        assertThat(json.readValue(json.writeValueAsString(backlog), Backlog.class))
                .isEqualTo(backlog);
    }
}
