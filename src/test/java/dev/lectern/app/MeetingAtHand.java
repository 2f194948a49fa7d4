package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.Meeting;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.Step;
import dev.lectern.work.Stored;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The reading group's first meeting, brought to the point where its paper is chosen and its presenter found. */
final class MeetingAtHand {
    static final String ID = "2026-04-09";
    static final Instant BALLOT_CLOSES = Instant.parse("2026-04-07T13:00:00Z");
    static final Instant REMINDER = Instant.parse("2026-04-08T13:00:00Z");
    static final Instant START = Instant.parse("2026-04-09T13:00:00Z");
    static final Instant END = START.plus(Duration.ofHours(1));
    private static final String MEETINGS = "lectern:{T0LECTERN:" + People.READING + "}:meetings";

    private final DemoWorld world;

    MeetingAtHand(DemoWorld world) {
        this.world = world;
    }

    private People people() {
        return world.people();
    }

    /** Two papers are nominated and voted on; the first wins. */
    void choosePaper() {
        Post digest = people().newest("digest/").orElseThrow();
        List<String> papers = digest.values("ballot.nominate").subList(0, 2);
        papers.forEach(paper -> people().click(People.BEN, digest, "ballot.nominate", paper));
        people().advance(Duration.ofHours(1));
        people().click(People.BEN, people().the("ballot/"), "ballot.vote", papers.get(0));
        people().goTo(BALLOT_CLOSES);
        people().advance(Duration.ofMinutes(1));
    }

    /** Whoever was asked first says yes; answers who. */
    String findPresenter() {
        for (String user : People.ALL) {
            for (Post asked : people().direct(user)) {
                if (!asked.buttons("presenter.accept").isEmpty()) {
                    people().click(user, asked, "presenter.accept");
                    people().settle();
                    return user;
                }
            }
        }
        throw new AssertionError("nobody was asked to present");
    }

    /** As if somebody had changed the meeting itself. */
    void change(UnaryOperator<Meeting> change) {
        world.redis().hset(MEETINGS, ID, Stored.write(change.apply(now())));
    }

    Meeting now() {
        return Stored.read(world.redis().hget(MEETINGS, ID), Meeting.class);
    }

    /** As if a step of it had been put to another time. */
    void schedule(String step, Instant at) {
        new Changes(world.redis(), Clock.fixed(people().now(), ZoneOffset.UTC), new Due(world.redis()))
                .apply(GroupId.parse("T0LECTERN:" + People.READING), change -> {
                    change.schedule(new Step(step, ID, at));
                    return at;
                });
    }

    /** As if somebody had called it off, as a change of the weekly slot does. */
    void forget() {
        assertThat(world.redis().hdel(MEETINGS, ID)).isEqualTo(1);
    }

    /** Somebody asks by the form, from a message's button. */
    View ask(String user, Post message, String question, boolean anonymous) {
        View form = people().click(user, message, "question.ask").opened();
        Map<String, Object> values =
                anonymous ? Map.of("question", question, "anonymous", List.of("yes")) : Map.of("question", question);
        View queue = people().submit(user, form, values).opened();
        people().closeModals(user);
        people().settle();
        return queue;
    }

    /** What is kept of the discussion, as it stands in Redis. */
    String discussion() {
        return world.redis().hget("lectern:{T0LECTERN:" + People.READING + "}:discussions", ID);
    }
}
