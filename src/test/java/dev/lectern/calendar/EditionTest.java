package dev.lectern.calendar;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static dev.lectern.Samples.group;
import static dev.lectern.work.Ground.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Samples;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Answer;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.part.Handed;
import dev.lectern.meeting.part.Part;
import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Paper;
import dev.lectern.work.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class EditionTest {
    private static final MeetingId ID = new MeetingId("2026-04-09");
    private static final Instant MEETS = Instant.parse("2026-04-09T13:00:00Z");
    private static final Meeting PLANNED = Meeting.planned(ID, MEETS);
    private static final Paper PAPER =
            Paper.added(Draft.titled("A title").withArxivId(new ArxivId("2401.00001")), START);
    private static final Function<UserId, Optional<String>> NAMES = user -> Optional.of("Name of " + user);
    private static final Function<UserId, Optional<String>> NOBODY_KNOWS = user -> Optional.empty();

    private static Event event(Meeting meeting) {
        return Event.of(
                group(ADA, BEN),
                meeting,
                meeting.paper().stream().map(paper -> PAPER).toList(),
                Handed.NOTHING);
    }

    private static Meeting presentedBy(UserId user) {
        return ((Answer.Accepted) PLANNED.volunteer(user)).meeting();
    }

    private static Map<MeetingId, Given> next(Map<MeetingId, Given> before, Instant now, Meeting... meetings) {
        return Edition.next(
                before, List.of(meetings).stream().map(EditionTest::event).toList(), NAMES, now);
    }

    private static Given given(Map<MeetingId, Given> edition) {
        assertThat(edition).containsOnlyKeys(ID);
        return Objects.requireNonNull(edition.get(ID));
    }

    @Test
    void a_meeting_is_first_given_as_it_is_and_stays_the_same_while_nothing_changes() {
        Map<MeetingId, Given> first = next(Map.of(), START, PLANNED);
        assertThat(given(first)).isEqualTo(new Given(event(PLANNED), 0, START));
        assertThat(given(first).event().title()).isEqualTo("#reading-group: the paper is still open");
        assertThat(next(first, START.plusSeconds(60), PLANNED)).isEqualTo(first);
    }

    @Test
    void the_sequence_grows_by_one_with_each_change_that_matters() {
        Map<MeetingId, Given> edition = next(Map.of(), START, PLANNED);
        Meeting presented = presentedBy(ADA);
        List<Meeting> changes = List.of(
                PLANNED.at(MEETS.plus(Duration.ofDays(1))),
                presented,
                presented.withPaper(PAPER.id()),
                PLANNED,
                PLANNED.cancelled(),
                PLANNED);
        for (int n = 0; n < changes.size(); n++) {
            Instant now = START.plusSeconds(n + 1);
            edition = next(edition, now, changes.get(n));
            edition = next(edition, now.plusMillis(1), changes.get(n));
            assertThat(given(edition).sequence()).isEqualTo(n + 1);
            assertThat(given(edition).since()).isEqualTo(now);
        }
    }

    @Test
    void what_only_adds_to_the_description_changes_no_sequence() {
        Event before = event(PLANNED.withPaper(PAPER.id()));
        Event after = Event.of(
                group(ADA),
                PLANNED.withPaper(PAPER.id()),
                List.of(PAPER.merge(Draft.titled("A title").withArxivId(new ArxivId("2401.00001")))),
                Handed.NOTHING);
        assertThat(before.reading()).contains("arXiv: https://arxiv.org/abs/2401.00001");
        assertThat(after.differsInWhatMatters(before)).isFalse();
        Event less = new Event(
                ID,
                MEETS,
                PLANNED.length(),
                before.place(),
                before.channel(),
                before.titles(),
                "",
                before.presenter(),
                before.presenterName(),
                List.of(),
                false);
        Given changed = Given.first(before, START).next(less, START.plusSeconds(9));
        assertThat(changed).isEqualTo(new Given(less, 0, START.plusSeconds(9)));
    }

    @Test
    void a_meeting_that_is_planned_no_longer_is_given_as_called_off_and_may_come_back() {
        Map<MeetingId, Given> gone = next(next(Map.of(), START, PLANNED), START.plusSeconds(1));
        assertThat(given(gone).event().calledOff()).isTrue();
        assertThat(given(gone).sequence()).isEqualTo(1);
        assertThat(next(gone, START.plusSeconds(2))).isEqualTo(gone);
        Map<MeetingId, Given> back = next(gone, START.plusSeconds(3), PLANNED);
        assertThat(given(back)).isEqualTo(new Given(event(PLANNED), 2, START.plusSeconds(3)));
    }

    @Test
    void nobody_hears_of_a_meeting_that_was_called_off_before_anybody_had_it() {
        assertThat(next(Map.of(), START, PLANNED.cancelled())).isEmpty();
    }

    @Test
    void held_meetings_stay_for_a_year_and_called_off_ones_for_a_month() {
        Map<MeetingId, Given> edition = next(Map.of(), START, PLANNED);
        Instant end = PLANNED.end();
        assertThat(next(edition, end.plus(Edition.KEPT), PLANNED.held())).isEqualTo(edition);
        assertThat(next(edition, end.plus(Edition.KEPT).plusSeconds(1), PLANNED.held()))
                .isEmpty();
        assertThat(next(edition, end.plus(Edition.CALLED_OFF_KEPT), PLANNED.cancelled()))
                .hasSize(1);
        assertThat(next(edition, end.plus(Edition.CALLED_OFF_KEPT).plusSeconds(1)))
                .isEmpty();
    }

    @Test
    void a_name_is_asked_for_once_and_kept_as_long_as_the_same_one_presents() {
        Meeting presented = presentedBy(ADA);
        List<Event> events = List.of(event(presented));
        Map<MeetingId, Given> nameless = Edition.next(Map.of(), events, NOBODY_KNOWS, START);
        assertThat(given(nameless).event().presenterName()).isEmpty();
        Map<MeetingId, Given> named = Edition.next(nameless, events, NAMES, START.plusSeconds(1));
        assertThat(given(named).event().presenterName()).contains("Name of U0ADA");
        assertThat(given(named).sequence()).isZero();
        assertThat(Edition.next(named, events, user -> Optional.of("another"), START.plusSeconds(2)))
                .isEqualTo(named);
        Meeting other = presentedBy(BEN);
        assertThat(given(next(named, START.plusSeconds(2), other)).event().presenterName())
                .contains("Name of U0BEN");
    }

    /** Calendars ask now and then while meetings come, move and go. */
    @Test
    void over_any_history_a_sequence_grows_exactly_when_what_was_given_changed() {
        Random random = new Random(9);
        for (int round = 0; round < 200; round++) {
            Map<MeetingId, Meeting> meetings = new TreeMap<>();
            Map<MeetingId, Given> edition = Map.of();
            Map<MeetingId, Integer> changes = new HashMap<>();
            for (int step = 0; step < 30; step++) {
                change(meetings, random);
                Map<MeetingId, Given> before = edition;
                edition =
                        next(before, START.plusSeconds(step), meetings.values().toArray(Meeting[]::new));
                assertThat(edition.keySet()).containsAll(before.keySet());
                edition.forEach((id, given) -> {
                    Given was = before.get(id);
                    if (was != null && given.event().differsInWhatMatters(was.event())) {
                        changes.merge(id, 1, Integer::sum);
                    }
                    assertThat(given.sequence()).isEqualTo(changes.getOrDefault(id, 0));
                    assertThat(given.event().calledOff()).isEqualTo(!meetings.containsKey(id));
                });
            }
        }
    }

    private static void change(Map<MeetingId, Meeting> meetings, Random random) {
        MeetingId id = new MeetingId("2026-04-0" + (1 + random.nextInt(4)));
        if (random.nextInt(3) == 0) {
            meetings.remove(id);
        } else {
            meetings.put(id, Meeting.planned(id, MEETS.plusSeconds(3_600L * random.nextInt(3))));
        }
    }

    private static Event with(Part part, UserId... members) {
        return Event.of(
                group(ADA, BEN),
                PLANNED,
                List.of(),
                new Handed(
                        List.of(new Handed.Given(part, members.length, List.of(members))),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        List.of()));
    }

    @Test
    void whose_part_it_is_matters_and_how_they_are_called_does_not() {
        Part critic = Part.own("Critic", "You judge.");
        Map<MeetingId, Given> nobody = next(Map.of(), START, PLANNED);
        Map<MeetingId, Given> ben =
                Edition.next(nobody, List.of(with(critic, BEN)), NOBODY_KNOWS, START.plusSeconds(1));
        assertThat(given(ben).sequence()).isEqualTo(1);
        Map<MeetingId, Given> named = Edition.next(ben, List.of(with(critic, BEN)), NAMES, START.plusSeconds(2));
        assertThat(given(named).sequence()).isEqualTo(1);
        assertThat(given(named).event().names()).containsEntry(BEN, "Name of " + BEN);
        Map<MeetingId, Given> later =
                Edition.next(named, List.of(with(critic, BEN)), user -> Optional.of("Another"), START.plusSeconds(3));
        assertThat(later).isEqualTo(named);
        Map<MeetingId, Given> ada = Edition.next(named, List.of(with(critic, ADA)), NAMES, START.plusSeconds(4));
        assertThat(given(ada).sequence()).isEqualTo(2);
    }

    @Test
    void what_an_older_lectern_gave_reads_as_the_same_meeting() {
        String old = "{\"v\":1,\"value\":{\"event\":{\"meeting\":\"2026-04-09\",\"start\":\"2026-04-09T13:00:00Z\","
                + "\"length\":\"PT1H\",\"title\":\"%s\",\"reading\":\"\",\"calledOff\":false},"
                + "\"sequence\":4,\"since\":\"2026-03-30T07:00:00Z\"}}";
        Given open = Stored.read(old.formatted("#reading-group: the paper is still open"), Given.class);
        assertThat(open.next(event(PLANNED), START)).isEqualTo(open);
        assertThat(open.sequence()).isEqualTo(4);
        Given chosen = Stored.read(old.formatted("#reading-group: A title: with more"), Given.class);
        assertThat(chosen.event().titles()).isEqualTo("A title: with more");
        assertThat(chosen.event().title()).isEqualTo("#reading-group: A title: with more");
    }

    @Test
    void several_papers_are_all_named_with_their_links() {
        Paper other = Paper.added(Draft.titled("Another one").withArxivId(new ArxivId("2401.00002")), START);
        Event event = Event.of(Samples.group(ADA), PLANNED, List.of(PAPER, other), Handed.NOTHING);
        assertThat(event.title()).isEqualTo("#reading-group: A title; Another one");
        assertThat(event.reading())
                .contains("https://arxiv.org/abs/2401.00001", "\n\nAnother one\n", "https://arxiv.org/pdf/2401.00002");
    }
}
