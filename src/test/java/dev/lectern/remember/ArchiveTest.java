package dev.lectern.remember;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static dev.lectern.remember.Remembered.BERLIN;
import static dev.lectern.remember.Remembered.at;
import static dev.lectern.remember.Remembered.held;
import static dev.lectern.remember.Remembered.note;
import static dev.lectern.remember.Remembered.question;
import static dev.lectern.remember.Remembered.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.ballot.Nomination;
import dev.lectern.discussion.Discussion;
import dev.lectern.discussion.Question;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final LocalDate MARCH = LocalDate.parse("2026-03-05");
    private static final LocalDate APRIL = LocalDate.parse("2026-04-02");

    private static Archive of(List<Meeting> meetings, List<Nomination> nominations, Discussion... said) {
        return Archive.of(
                meetings,
                Arrays.stream(said).collect(Collectors.toMap(Discussion::meeting, each -> each)),
                nominations,
                BERLIN);
    }

    @Test
    void what_was_read_last_comes_first_and_what_was_only_planned_or_cancelled_not_at_all() {
        Meeting planned = Meeting.planned(MeetingId.parse("2026-05-07"), at(LocalDate.parse("2026-05-07")))
                .withPaper(paper(3));
        Archive archive = of(
                List.of(held(MARCH, paper(1), ADA), planned, held(APRIL, paper(2), BEN), planned.cancelled()),
                List.of());
        assertThat(archive.papers()).extracting(ReadPaper::paper).containsExactly(paper(2), paper(1));
        assertThat(archive.papers()).extracting(ReadPaper::date).containsExactly(APRIL, MARCH);
        assertThat(archive.papers().get(0).presenter()).contains(BEN);
    }

    @Test
    void the_day_is_the_group_s() {
        Instant late = Instant.parse("2026-03-05T23:30:00Z");
        Meeting meeting =
                Meeting.planned(MeetingId.of(MARCH), late).withPaper(paper(1)).held();
        assertThat(of(List.of(meeting), List.of()).papers().get(0).date()).isEqualTo(MARCH.plusDays(1));
    }

    @Test
    void each_of_a_meeting_s_papers_is_there_once_and_one_is_the_main_one() {
        Meeting one = held(APRIL, paper(1), ADA);
        Meeting several = new Meeting(
                one.id(),
                one.start(),
                Duration.ofHours(1),
                Optional.empty(),
                one.paper(),
                List.of(paper(2), paper(1)),
                one.presenting(),
                MeetingState.HELD);
        Archive archive = of(List.of(several), List.of());
        assertThat(archive.papers()).extracting(ReadPaper::paper).containsExactly(paper(1), paper(2));
        assertThat(archive.papers()).extracting(ReadPaper::main).containsExactly(true, false);
    }

    @Test
    void a_meeting_without_a_paper_leaves_nothing() {
        assertThat(of(List.of(Meeting.planned(MeetingId.of(APRIL), at(APRIL)).held()), List.of())
                        .papers())
                .isEmpty();
    }

    @Test
    void who_proposed_it_last_before_it_was_read_nominated_it() {
        List<Nomination> nominations = List.of(
                new Nomination(paper(1), ADA, at(MARCH).minusSeconds(60)),
                new Nomination(paper(1), BEN, at(MARCH).plusSeconds(60)),
                new Nomination(paper(1), CLEO, at(APRIL).plusSeconds(60)),
                new Nomination(paper(2), CLEO, at(MARCH)));
        Archive archive = of(List.of(held(MARCH, paper(1), ADA), held(APRIL, paper(1), ADA)), nominations);
        assertThat(archive.papers())
                .extracting(ReadPaper::nominator)
                .containsExactly(Optional.of(BEN), Optional.of(ADA));
    }

    @Test
    void what_was_said_around_the_meeting_is_with_it_the_most_wanted_question_first() {
        Discussion said = said(
                APRIL,
                List.of(question("a", ADA, false, APRIL), question("b", BEN, true, APRIL, ADA, CLEO)),
                List.of(note("Read it twice", CLEO, APRIL)),
                Set.of(ADA, BEN),
                5,
                4,
                3);
        ReadPaper read = of(List.of(held(APRIL, paper(1), ADA)), List.of(), said)
                .papers()
                .get(0);
        assertThat(read.questions()).extracting(Question::id).containsExactly("b", "a");
        assertThat(read.notes()).hasSize(1);
        assertThat(read.attended()).containsExactlyInAnyOrder(ADA, BEN);
        assertThat(read.stars()).isEqualTo(new Stars(3, Optional.of(4.0), 2));
    }

    @Test
    void two_ratings_are_not_shown_as_an_average() {
        assertThat(Stars.of(said(APRIL, List.of(), List.of(), Set.of(), 5, 1)
                                .ratings()
                                .values())
                        .average())
                .isEmpty();
    }

    @Test
    void the_table_has_a_row_a_paper_and_names_nobody_who_asked_or_rated() {
        Discussion said = said(
                APRIL,
                List.of(question("secret", BEN, true, APRIL)),
                List.of(note("=1+1", CLEO, APRIL)),
                Set.of(ADA),
                5,
                4,
                4);
        Archive archive = of(List.of(held(APRIL, paper(1), ADA), held(MARCH, paper(2), ADA)), List.of(), said);
        String table = ArchiveTable.of(archive, id -> Optional.empty(), who -> "Name of " + who);
        assertThat(table.split("\r\n")).hasSize(3);
        assertThat(table)
                .contains("2026-04-02,2401.00001,,Name of U0ADA,,4.3,3,3,1,'=1+1,What about secret?\r\n")
                .doesNotContain("U0BEN", "URATER", "U0CLEO");
    }
}
