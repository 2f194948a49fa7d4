package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import dev.lectern.work.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PresentingTest {
    private static final Instant NOW = Instant.parse("2026-04-07T13:00:00Z");
    private static final Meeting PLANNED =
            Meeting.planned(MeetingId.parse("2026-04-09"), Instant.parse("2026-04-09T13:00:00Z"));

    @Test
    void silence_is_no_decline_and_ends_the_question() {
        Meeting silent = PLANNED.ask(ADA).askedAt(NOW).reminding(ADA).silent(ADA);
        assertThat(silent.asked()).isEmpty();
        assertThat(silent.declined()).isEmpty();
        assertThat(silent.presenting().silent()).containsExactly(ADA);
        assertThat(silent.presenting().reminded()).containsExactly(ADA);
        assertThat(silent.presenting().askedAt()).isEmpty();
        assertThat(silent.wantsPresenter()).isTrue();
        assertThat(silent.silent(BEN)).isEqualTo(silent);
    }

    @Test
    void who_was_silent_may_present_after_all() {
        Meeting silent = PLANNED.ask(ADA).silent(ADA).ask(BEN);
        assertThat(silent.accept(ADA)).isEqualTo(new Answer.NotAsked());
        Meeting presents = ((Answer.Accepted) silent.volunteer(ADA)).meeting();
        assertThat(presents.presenter()).contains(ADA);
        assertThat(presents.presenting().silent()).isEmpty();
    }

    @Test
    void whom_a_date_is_taken_from_has_declined_nothing() {
        Meeting freed = PLANNED.assigned(ADA, Optional.of(CLEO)).freedFrom(ADA);
        assertThat(freed.presenting()).isEqualTo(Presenting.nobodyYet());
        assertThat(PLANNED.ask(ADA).askedAt(NOW).freedFrom(ADA).presenting()).isEqualTo(Presenting.nobodyYet());
        assertThat(PLANNED.ask(ADA).askedAt(NOW).freedFrom(BEN))
                .isEqualTo(PLANNED.ask(ADA).askedAt(NOW));
    }

    @Test
    void a_meeting_is_the_organizer_s_to_settle_from_when_nobody_is_left_until_somebody_is_found() {
        Meeting open = PLANNED.leftOpen(NOW);
        assertThat(PLANNED.ownedByOrganizer()).isFalse();
        assertThat(open.ownedByOrganizer()).isTrue();
        assertThat(open.leftOpen(NOW.plusSeconds(9))).isEqualTo(open);
        assertThat(open.ask(ADA).ownedByOrganizer()).isFalse();
        assertThat(open.assigned(ADA, Optional.empty()).ownedByOrganizer()).isFalse();
        assertThat(open.cancelled().ownedByOrganizer()).isFalse();
        assertThat(MeetingText.presenter(open)).contains("owner: organizer");
        assertThat(MeetingText.presenter(PLANNED)).doesNotContain("owner");
    }

    @Test
    void what_an_older_lectern_kept_is_read() {
        Presenting read =
                Stored.read("{\"v\":1,\"value\":{\"asked\":\"U0ADA\",\"declined\":[\"U0BEN\"]}}", Presenting.class);
        assertThat(read).isEqualTo(new Presenting(Optional.empty(), Optional.of(ADA), List.of(BEN)));
    }

    @Test
    void whatever_happens_nobody_is_in_two_places_and_all_is_read_back_as_it_was() {
        List<UserId> people = Samples.people(4);
        Seeded.times(500, random -> {
            Meeting meeting = PLANNED;
            for (int i = 0; i < 25; i++) {
                meeting = something(meeting, Samples.oneOf(people, random), random);
                Presenting now = meeting.presenting();
                assertThat(Stored.read(Stored.write(now), Presenting.class)).isEqualTo(now);
                assertThat(now.askedAt().isEmpty() || now.asked().isPresent()).isTrue();
                assertThat(now.assignedBy().isEmpty() || now.presenter().isPresent())
                        .isTrue();
            }
        });
    }

    private static Meeting something(Meeting meeting, UserId who, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> meeting.wantsPresenter() ? meeting.ask(who).askedAt(NOW) : meeting;
            case 1 -> meeting.volunteer(who) instanceof Answer.Accepted accepted ? accepted.meeting() : meeting;
            case 2 -> meeting.decline(who) instanceof Answer.Declined declined ? declined.meeting() : meeting;
            case 3 -> meeting.silent(who);
            case 4 -> meeting.freedFrom(who);
            case 5 -> meeting.assigned(who, Optional.of(ADA));
            case 6 -> meeting.presenter().isEmpty() ? meeting.leftOpen(NOW) : meeting;
            default -> meeting.reminding(who);
        };
    }
}
