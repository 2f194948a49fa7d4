package dev.lectern.calendar;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.part.Handed;
import dev.lectern.meeting.part.Part;
import dev.lectern.paper.Link;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a calendar shows of a meeting. All texts are raw, and nothing in them is in somebody's language.
 *
 * @param channel the group's, without its sign
 * @param titles of what is read; empty while nothing is chosen
 * @param reading the papers with their links, a line each; empty while nothing is chosen
 * @param presenter who presents, and how they are called: no more than a name; no name where nobody could say it
 * @param parts in the order in which they are shown
 * @param calledOff whether it does not take place
 */
record Event(
        MeetingId meeting,
        Instant start,
        Duration length,
        Optional<String> place,
        String channel,
        String titles,
        String reading,
        Optional<UserId> presenter,
        Optional<String> presenterName,
        List<Role> parts,
        boolean calledOff) {
    private static final Texts TEXTS = Texts.of(Event.class);

    Event {
        parts = List.copyOf(parts);
    }

    /** What is shown of a meeting; the names of people are still to be found. */
    static Event of(Group group, Meeting meeting, List<Paper> papers, Handed handed) {
        return new Event(
                meeting.id(),
                meeting.start(),
                meeting.length(),
                meeting.place().map(String::strip).filter(place -> !place.isEmpty()),
                group.channelName(),
                papers.stream().map(PaperText::title).collect(Collectors.joining("; ")),
                papers.stream().map(Event::entry).collect(Collectors.joining("\n\n")),
                meeting.presenter(),
                Optional.empty(),
                Role.all(handed),
                meeting.state() == MeetingState.CANCELLED);
    }

    Instant end() {
        return start.plus(length);
    }

    /** The channel, and what is read; raw text in the language that is spoken now. */
    String title() {
        return titles.isEmpty()
                ? TEXTS.say("title.open", "channel", channel)
                : TEXTS.say("title", "channel", channel, "titles", titles);
    }

    Event calledOff(boolean is) {
        return new Event(meeting, start, length, place, channel, titles, reading, presenter, presenterName, parts, is);
    }

    /** @param names how somebody is called; empty where nobody could say it */
    Event named(Function<UserId, Optional<String>> names) {
        return new Event(
                meeting,
                start,
                length,
                place,
                channel,
                titles,
                reading,
                presenter,
                presenter.flatMap(names),
                parts.stream().map(role -> role.named(names)).toList(),
                calledOff);
    }

    /** How those are called who are named in it. */
    Map<UserId, String> names() {
        Map<UserId, String> names = new HashMap<>();
        parts.forEach(role ->
                role.holders().forEach(holder -> holder.name().ifPresent(name -> names.put(holder.user(), name))));
        presenter.ifPresent(who -> presenterName.ifPresent(name -> names.put(who, name)));
        return names;
    }

    /** Whether this member presents: the paper, a part of it, or one of several. */
    boolean isPresentedBy(UserId member) {
        return presenter.equals(Optional.of(member))
                || parts.stream().anyMatch(role -> role.part().presents() && role.isHeldBy(member));
    }

    /** What else this member does for the meeting. */
    List<Part> partsOf(UserId member) {
        return parts.stream()
                .filter(role -> !role.part().presents() && role.isHeldBy(member))
                .map(Role::part)
                .toList();
    }

    /** Whether somebody who planned their day by the other would have to plan anew by this one. */
    boolean differsInWhatMatters(Event other) {
        return !start.equals(other.start)
                || !length.equals(other.length)
                || !place.equals(other.place)
                || !channel.equals(other.channel)
                || !titles.equals(other.titles)
                || !presenter.equals(other.presenter)
                || !Role.users(parts).equals(Role.users(other.parts))
                || calledOff != other.calledOff;
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
