package dev.lectern.calendar;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.paper.Link;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a calendar shows of a meeting. All texts are raw.
 *
 * @param title the channel, and what is read
 * @param reading the papers with their links, a line each; empty while nothing is chosen
 * @param presenter who presents, and how they are called: no more than a name; no name where nobody could say it
 * @param calledOff whether it does not take place
 */
record Event(
        MeetingId meeting,
        Instant start,
        Duration length,
        Optional<String> place,
        String title,
        String reading,
        Optional<UserId> presenter,
        Optional<String> presenterName,
        boolean calledOff) {

    /** What is shown of a meeting; the presenter's name is still to be found. */
    static Event of(Group group, Meeting meeting, List<Paper> papers) {
        return new Event(
                meeting.id(),
                meeting.start(),
                meeting.length(),
                meeting.place().map(String::strip).filter(place -> !place.isEmpty()),
                "#" + group.channelName() + ": " + titles(papers),
                papers.stream().map(Event::entry).collect(Collectors.joining("\n\n")),
                meeting.presenter(),
                Optional.empty(),
                meeting.state() == MeetingState.CANCELLED);
    }

    Instant end() {
        return start.plus(length);
    }

    Event calledOff(boolean is) {
        return new Event(meeting, start, length, place, title, reading, presenter, presenterName, is);
    }

    Event withPresenterName(Optional<String> name) {
        return new Event(meeting, start, length, place, title, reading, presenter, name, calledOff);
    }

    /** Whether somebody who planned their day by the other would have to plan anew by this one. */
    boolean differsInWhatMatters(Event other) {
        return !start.equals(other.start)
                || !length.equals(other.length)
                || !place.equals(other.place)
                || !title.equals(other.title)
                || !presenter.equals(other.presenter)
                || calledOff != other.calledOff;
    }

    private static String titles(List<Paper> papers) {
        return papers.isEmpty()
                ? "the paper is still open"
                : papers.stream().map(PaperText::title).collect(Collectors.joining("; "));
    }

    private static String entry(Paper paper) {
        return Stream.concat(
                        Stream.of(PaperText.title(paper)),
                        paper.links().stream().map(Event::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Link link) {
        return link.label() + ": " + link.url();
    }
}
