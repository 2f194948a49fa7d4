package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.discussion.Discussion;
import dev.lectern.discussion.DiscussionStore;
import dev.lectern.discussion.Note;
import dev.lectern.discussion.Question;
import dev.lectern.discussion.Rating;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.work.Ground;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A meeting that a group held as groups do: nominated by Ben, voted on by all, presented by Chen. */
final class ReadMeeting {
    static final GroupId GROUP = GroupId.parse("T0LECTERN:" + People.READING);

    final Meeting meeting;
    final Paper paper;
    private final DemoWorld world;

    private ReadMeeting(DemoWorld world, Meeting meeting) {
        this.world = world;
        this.meeting = meeting;
        this.paper = new PaperStore(world.redis())
                .find(meeting.paper().orElseThrow())
                .orElseThrow();
    }

    static ReadMeeting hold(DemoWorld world) {
        People people = world.people();
        Post digest = people.newest("digest/").orElseThrow();
        List<String> offered = digest.values("ballot.nominate").subList(0, 2);
        offered.forEach(paper -> people.click(People.BEN, digest, "ballot.nominate", paper));
        people.command(People.CHEN, "present");
        people.command(People.ADA, "vote");
        people.settle();
        Post ballot = people.newest("ballot/").orElseThrow();
        People.ALL.forEach(voter -> people.click(voter, ballot, "ballot.vote", offered.get(1)));
        for (int day = 0; day < 14 && held(world).isEmpty(); day++) {
            people.advance(Duration.ofDays(1));
        }
        Meeting held = held(world).orElseThrow();
        assertThat(held.paper().orElseThrow().value()).isEqualTo(offered.get(1));
        return new ReadMeeting(world, held);
    }

    private static Optional<Meeting> held(DemoWorld world) {
        return new MeetingStore(world.redis())
                .all(GROUP).stream()
                        .filter(meeting -> meeting.state() == MeetingState.HELD)
                        .findFirst();
    }

    String title() {
        return PaperText.line(paper);
    }

    /** Two notes, two questions of which one is anonymous, four who were there, three who rated it. */
    ReadMeeting discussed() {
        Discussion said = new Discussion(
                meeting.id(),
                List.of(
                        question("q1", People.DIYA, false, "Would it work without labels?", People.ADA),
                        question("q2", People.EMIL, true, "Who pays for *that*?", People.ADA, People.BEN)),
                Map.of(),
                users(People.ADA, People.BEN, People.CHEN, People.DIYA),
                Map.of(
                        new UserId(People.ADA), new Rating(5, Optional.of(true)),
                        new UserId(People.BEN), new Rating(4, Optional.empty()),
                        new UserId(People.DIYA), new Rating(4, Optional.of(true))),
                List.of(
                        new Note(
                                Note.Kind.NOTES,
                                "The zeppelin example was the best part <!channel>",
                                Optional.empty(),
                                new UserId(People.DIYA),
                                meeting.end()),
                        new Note(
                                Note.Kind.SLIDES,
                                "",
                                Optional.of("https://slides.example/reading"),
                                new UserId(People.CHEN),
                                meeting.end())));
        DiscussionStore discussions = new DiscussionStore(world.redis());
        new Ground(world.redis(), Clock.fixed(world.people().now(), ZoneOffset.UTC))
                .write(GROUP, change -> discussions.save(change, said));
        return this;
    }

    private Question question(String id, String by, boolean anonymous, String text, String... votes) {
        return new Question(id, new UserId(by), anonymous, text, meeting.start(), users(votes));
    }

    private static Set<UserId> users(String... ids) {
        return Set.of(ids).stream().map(UserId::new).collect(Collectors.toSet());
    }
}
