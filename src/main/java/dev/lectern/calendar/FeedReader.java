package dev.lectern.calendar;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.part.Handed;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers calendars that ask for their feed. */
public final class FeedReader {
    private static final Texts TEXTS = Texts.of(FeedReader.class);
    /** As many as the schedule shows. */
    private static final int AHEAD = 12;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final TimetableStore timetables;
    private final PaperStore papers;
    private final PartStore parts;
    private final CalendarStore given;
    private final FeedLinkStore links;
    private final BiFunction<GroupId, UserId, Optional<String>> names;
    private final Speaking speaking;
    private final InstantSource clock;

    /** @param names how a member of a group is called, without an address; empty when nobody can say so just now */
    public FeedReader(
            GroupStore groups,
            MeetingStore meetings,
            TimetableStore timetables,
            PaperStore papers,
            PartStore parts,
            CalendarStore given,
            FeedLinkStore links,
            BiFunction<GroupId, UserId, Optional<String>> names,
            Speaking speaking,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.timetables = timetables;
        this.papers = papers;
        this.parts = parts;
        this.given = given;
        this.links = links;
        this.names = names;
        this.speaking = speaking;
        this.clock = clock;
    }

    /** Has a feed written in the language of a group, or of one who reads it. */
    @FunctionalInterface
    public interface Speaking {
        Answer to(GroupId group, Optional<UserId> reader, Supplier<Answer> written);
    }

    /**
     * A feed, ready to be sent.
     *
     * @param changed when a meeting in it last changed; empty where none is in it
     */
    public record Answer(String text, Optional<Instant> changed) {}

    /**
     * The feed that a token opens; empty for a token that opens none, or none any more.
     *
     * @param alarms whether the calendar is to remind its owner of meetings
     */
    public Optional<Answer> find(String token, boolean alarms) {
        return links.owner(token)
                .flatMap(owner -> owner instanceof FeedOwner.OfPerson person
                        ? Optional.of(personal(person, alarms))
                        : groups(((FeedOwner.OfGroup) owner).group(), alarms));
    }

    /** In the group's language. */
    private Optional<Answer> groups(GroupId id, boolean alarms) {
        return groups.find(id)
                .map(group ->
                        new Feed("#" + group.channelName(), zone(group), alarms, entries(group, Optional.empty())))
                .map(feed -> speaking.to(id, Optional.empty(), () -> answer(feed)));
    }

    /** In the member's language; where nobody knows it, in that of a group of theirs. */
    private Answer personal(FeedOwner.OfPerson person, boolean alarms) {
        List<Group> own = groups.of(person.team()).stream()
                .filter(group -> group.isMember(person.user()))
                .toList();
        List<Feed.Entry> entries = own.stream()
                .flatMap(group -> entries(group, Optional.of(person.user())).stream())
                .toList();
        ZoneId zone = own.stream().findFirst().map(FeedReader::zone).orElse(ZoneOffset.UTC);
        Supplier<Answer> written = () -> answer(new Feed(TEXTS.say("feed.mine"), zone, alarms, entries));
        return own.stream()
                .findFirst()
                .map(group -> speaking.to(group.id(), Optional.of(person.user()), written))
                .orElseGet(written);
    }

    private static Answer answer(Feed feed) {
        return new Answer(
                FeedWriter.write(feed),
                feed.entries().stream().map(entry -> entry.given().since()).max(Instant::compareTo));
    }

    private static ZoneId zone(Group group) {
        return group.settings().zone();
    }

    private List<Feed.Entry> entries(Group group, Optional<UserId> owner) {
        return current(group).stream()
                .map(meeting -> new Feed.Entry(group.id(), zone(group), meeting, owner))
                .toList();
    }

    private Collection<Given> current(Group group) {
        return given.bringUpToDate(
                        group.id(),
                        clock.instant(),
                        (before, now) ->
                                Edition.next(before, events(group), user -> names.apply(group.id(), user), now))
                .values();
    }

    private List<Event> events(Group group) {
        List<Meeting> all = withLater(group, meetings.all(group.id()));
        Map<PaperId, Paper> read = papers.findEach(
                all.stream().flatMap(meeting -> meeting.papers().stream()).toList());
        Map<MeetingId, Handed> handed = parts.all(group.id());
        return all.stream()
                .map(meeting -> Event.of(
                        group,
                        meeting,
                        meeting.papers().stream()
                                .flatMap(paper -> Optional.ofNullable(read.get(paper)).stream())
                                .toList(),
                        handed.getOrDefault(meeting.id(), Handed.NOTHING)))
                .toList();
    }

    /** Also those that the timetable has after the meetings that are prepared. */
    private List<Meeting> withLater(Group group, List<Meeting> known) {
        Set<MeetingId> prepared = known.stream().map(Meeting::id).collect(Collectors.toSet());
        Stream<Meeting> later = timetables.of(group).next(clock.instant(), AHEAD).stream()
                .filter(next -> !prepared.contains(MeetingId.of(next.slot())))
                .map(next ->
                        Meeting.planned(MeetingId.of(next.slot()), next.start()).lasting(next.length(), next.place()));
        return Stream.concat(known.stream(), later).toList();
    }
}
