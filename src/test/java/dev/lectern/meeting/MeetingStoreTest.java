package dev.lectern.meeting;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.CLEO;
import static dev.lectern.Samples.paper;
import static dev.lectern.work.Ground.GROUP;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.OnEachRedis;
import dev.lectern.redis.RedisKind;
import dev.lectern.work.Ground;
import dev.lectern.work.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@OnEachRedis
class MeetingStoreTest {
    private static final Meeting FIRST = weekly(0);
    private static final Meeting SECOND = weekly(1);
    private static final Meeting THIRD = weekly(2);

    private final Ground ground;
    private final MeetingStore meetings;

    MeetingStoreTest(RedisKind kind) {
        ground = new Ground(kind.fresh(), new SettableClock(START));
        meetings = new MeetingStore(ground.redis);
    }

    @Test
    void a_group_that_never_met_has_no_meetings() {
        assertThat(meetings.all(GROUP)).isEmpty();
        assertThat(meetings.planned(GROUP)).isEmpty();
        assertThat(meetings.find(GROUP, FIRST.id())).isEmpty();
    }

    @Test
    void a_meeting_is_found_as_it_was_saved_in_every_state() {
        Presenting declinedOnce = new Presenting(Optional.empty(), Optional.of(ADA), List.of(BEN, CLEO));
        for (Meeting meeting : List.of(
                FIRST,
                FIRST.at(START.plusMillis(1)),
                FIRST.withPaper(paper(7)),
                FIRST.ask(ADA),
                whole(declinedOnce, MeetingState.PLANNED),
                whole(declinedOnce.presentedBy(ADA), MeetingState.HELD),
                FIRST.cancelled())) {
            save(meeting);
            assertThat(meetings.find(GROUP, FIRST.id())).contains(meeting);
        }
    }

    private static Meeting whole(Presenting presenting, MeetingState state) {
        return new Meeting(
                FIRST.id(),
                START,
                Duration.ofMinutes(90),
                Optional.of("Room <2> & https://meet.example/reading"),
                Optional.of(paper(7)),
                List.of(paper(8), paper(9)),
                presenting,
                state);
    }

    @Test
    void a_meeting_of_an_older_lectern_lasts_an_hour_and_has_its_one_paper() {
        save(FIRST.withPaper(paper(7)));
        ground.redis.hset("lectern:{" + GROUP + "}:meetings", FIRST.id().value(), """
                {"v":1,"value":{"id":"%s","start":"%s","paper":"%s","presenting":{"declined":[]},"state":"PLANNED"}}""".formatted(
                        FIRST.id(), FIRST.start(), paper(7)));
        assertThat(meetings.find(GROUP, FIRST.id())).contains(FIRST.withPaper(paper(7)));
    }

    @Test
    void meetings_come_earliest_first_whatever_their_ids() {
        Meeting postponed = FIRST.at(THIRD.start().plusSeconds(3600));
        List.of(THIRD, postponed, SECOND).forEach(this::save);
        assertThat(meetings.all(GROUP)).containsExactly(SECOND, THIRD, postponed);
    }

    @Test
    void only_meetings_ahead_are_planned() {
        List.of(FIRST.held(), SECOND.cancelled(), THIRD).forEach(this::save);
        assertThat(meetings.planned(GROUP)).containsExactly(THIRD);
        assertThat(meetings.all(GROUP)).hasSize(3);
    }

    @Test
    void a_forgotten_meeting_is_gone() {
        save(FIRST);
        save(SECOND);
        ground.write(GROUP, change -> meetings.forget(change, FIRST.id()));
        assertThat(meetings.all(GROUP)).containsExactly(SECOND);
    }

    @Test
    void a_meeting_s_paper_has_the_id_by_which_it_is_known_now() {
        PaperStore papers = new PaperStore(ground.redis);
        ArxivId arxiv = new ArxivId("2603.00001");
        PaperId byTitle = papers.save(Draft.titled("First name"), START).id();
        save(FIRST.withPaper(byTitle).held());
        papers.save(Draft.titled("Second name").withArxivId(arxiv), START);
        papers.save(Draft.titled("First name").withArxivId(arxiv), START);
        assertThat(meetings.find(GROUP, FIRST.id()).flatMap(Meeting::paper)).contains(PaperId.of(arxiv));
        assertThat(meetings.all(GROUP))
                .containsExactly(FIRST.withPaper(PaperId.of(arxiv)).held());
    }

    @Test
    void a_group_s_meetings_are_its_own() {
        save(FIRST);
        assertThat(meetings.all(Ground.group(2))).isEmpty();
    }

    private void save(Meeting meeting) {
        ground.write(GROUP, change -> meetings.save(change, meeting));
    }

    private static Meeting weekly(int week) {
        MeetingId id = MeetingId.parse("2026-04-%02d".formatted(2 + 7 * week));
        return Meeting.planned(id, START.plus(Duration.ofDays(3 + 7L * week)));
    }
}
