package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.lectern.Samples;
import dev.lectern.Seeded;
import dev.lectern.group.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class MeetingTest {
    private static final Meeting PLANNED =
            Meeting.planned(MeetingId.parse("2026-04-02"), Instant.parse("2026-04-02T13:00:00Z"));

    @Test
    void who_is_asked_and_accepts_presents() {
        Meeting accepted = accepted(PLANNED.ask(ADA).accept(ADA));
        assertThat(accepted.presenter()).contains(ADA);
        assertThat(accepted.asked()).isEmpty();
        assertThat(accepted.wantsPresenter()).isFalse();
    }

    @Test
    void after_a_decline_the_next_may_be_asked() {
        Meeting declined = declined(PLANNED.ask(ADA).decline(ADA));
        assertThat(declined.wantsPresenter()).isTrue();
        assertThat(declined.declined()).containsExactly(ADA);

        Meeting asked = declined.ask(BEN);
        assertThat(asked.asked()).contains(BEN);
        assertThat(accepted(asked.accept(BEN)).declined()).containsExactly(ADA);
    }

    @Test
    void who_is_not_asked_can_neither_accept_nor_decline() {
        assertThat(PLANNED.accept(ADA)).isEqualTo(new Answer.NotAsked());
        assertThat(PLANNED.ask(BEN).accept(ADA)).isEqualTo(new Answer.NotAsked());
        assertThat(PLANNED.ask(BEN).decline(ADA)).isEqualTo(new Answer.NotAsked());
        assertThat(PLANNED.ask(ADA).ask(BEN).accept(ADA)).isEqualTo(new Answer.NotAsked());
    }

    @Test
    void anybody_may_volunteer_while_nobody_presents() {
        Meeting volunteered = accepted(PLANNED.ask(BEN).volunteer(ADA));
        assertThat(volunteered.presenter()).contains(ADA);
        assertThat(volunteered.asked()).isEmpty();
        assertThat(volunteered.volunteer(BEN)).isEqualTo(new Answer.Taken(ADA));
        assertThat(volunteered.accept(BEN)).isEqualTo(new Answer.Taken(ADA));
        assertThat(volunteered.decline(BEN)).isEqualTo(new Answer.Taken(ADA));
    }

    @Test
    void who_declined_may_think_again() {
        Meeting again = accepted(declined(PLANNED.ask(ADA).decline(ADA)).volunteer(ADA));
        assertThat(again.presenter()).contains(ADA);
        assertThat(again.declined()).isEmpty();
    }

    @Test
    void a_presenter_may_give_the_task_back() {
        Meeting back = declined(accepted(PLANNED.volunteer(ADA)).decline(ADA));
        assertThat(back.wantsPresenter()).isTrue();
        assertThat(back.declined()).containsExactly(ADA);
    }

    @Test
    void the_same_answer_twice_is_the_same_answer() {
        Meeting accepted = accepted(PLANNED.ask(ADA).accept(ADA));
        assertThat(accepted.accept(ADA)).isEqualTo(new Answer.Accepted(accepted));
        Meeting declined = declined(PLANNED.ask(ADA).decline(ADA));
        assertThat(declined.decline(ADA)).isEqualTo(new Answer.Declined(declined));
    }

    @Test
    void after_the_meeting_every_answer_is_too_late() {
        Meeting held = PLANNED.ask(ADA).held();
        assertThat(held.accept(ADA)).isEqualTo(new Answer.TooLate(MeetingState.HELD));
        assertThat(held.volunteer(BEN)).isEqualTo(new Answer.TooLate(MeetingState.HELD));
        assertThat(PLANNED.ask(ADA).cancelled().decline(ADA)).isEqualTo(new Answer.TooLate(MeetingState.CANCELLED));
    }

    @Test
    void asking_where_nobody_is_wanted_is_a_bug() {
        assertThatIllegalStateException().isThrownBy(() -> PLANNED.held().ask(ADA));
        assertThatIllegalStateException()
                .isThrownBy(() -> accepted(PLANNED.volunteer(ADA)).ask(BEN));
    }

    @Test
    void a_meeting_ends_once() {
        assertThat(PLANNED.held().cancelled().state()).isEqualTo(MeetingState.HELD);
        assertThat(PLANNED.cancelled().held().state()).isEqualTo(MeetingState.CANCELLED);
    }

    @Test
    void the_paper_comes_when_a_ballot_decided() {
        assertThat(PLANNED.paper()).isEmpty();
        assertThat(PLANNED.withPaper(paper(1)).paper()).contains(paper(1));
        assertThat(PLANNED.withPaper(paper(1)).ask(ADA).paper()).contains(paper(1));
    }

    @Test
    void contradictions_about_presenting_cannot_exist() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Presenting(Optional.of(ADA), Optional.of(BEN), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Presenting(Optional.of(ADA), Optional.empty(), List.of(ADA)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Presenting(Optional.empty(), Optional.of(ADA), List.of(ADA)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Presenting(Optional.empty(), Optional.empty(), List.of(ADA, ADA)));
    }

    @Test
    void whatever_people_answer_only_who_said_yes_presents() {
        Seeded.times(300, random -> {
            Meeting meeting = PLANNED;
            Optional<UserId> saidYes = Optional.empty();
            for (int i = 0; i < 30; i++) {
                UserId user = Samples.oneOf(List.of(ADA, BEN, CLEO), random);
                Answer answer = anyAnswer(meeting, user, random);
                if (answer instanceof Answer.Accepted yes) {
                    meeting = yes.meeting();
                    saidYes = Optional.of(user);
                } else if (answer instanceof Answer.Declined no) {
                    meeting = no.meeting();
                    saidYes = saidYes.filter(presenter -> !presenter.equals(user));
                }
                if (meeting.wantsPresenter() && random.nextBoolean()) {
                    meeting = meeting.ask(Samples.oneOf(List.of(ADA, BEN, CLEO), random));
                }
                assertThat(meeting.presenter()).isEqualTo(saidYes);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-4-2", "2026-02-30", "tomorrow", "2026-04-02T15:00", "+12026-04-02x"})
    void what_is_no_meeting_id_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> MeetingId.parse(text));
    }

    @Test
    void a_meeting_is_named_by_the_local_date_of_its_slot() {
        assertThat(MeetingId.of(Instant.parse("2026-04-01T23:30:00Z").atZone(Samples.BERLIN)))
                .isEqualTo(MeetingId.parse("2026-04-02"));
        assertThat(MeetingId.of(LocalDate.of(2026, 4, 2)).date()).isEqualTo("2026-04-02");
        assertThat(MeetingId.of(Instant.parse("2026-04-01T23:30:00Z").atZone(ZoneOffset.UTC)))
                .isLessThan(MeetingId.parse("2026-04-02"));
    }

    @Test
    void a_meeting_survives_as_json() {
        JsonMapper json = JsonMapper.builder().build();
        Meeting asked =
                declined(PLANNED.withPaper(paper(1)).ask(ADA).decline(ADA)).ask(BEN);
        for (Meeting meeting : List.of(PLANNED, asked, asked.held())) {
            assertThat(json.readValue(json.writeValueAsString(meeting), Meeting.class))
                    .isEqualTo(meeting);
        }
        assertThat(json.writeValueAsString(asked)).contains("\"start\":\"2026-04-02T13:00:00Z\"");
    }

    private static Answer anyAnswer(Meeting meeting, UserId user, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> meeting.accept(user);
            case 1 -> meeting.volunteer(user);
            default -> meeting.decline(user);
        };
    }

    private static Meeting accepted(Answer answer) {
        return assertThat(answer)
                .asInstanceOf(type(Answer.Accepted.class))
                .actual()
                .meeting();
    }

    private static Meeting declined(Answer answer) {
        return assertThat(answer)
                .asInstanceOf(type(Answer.Declined.class))
                .actual()
                .meeting();
    }
}
