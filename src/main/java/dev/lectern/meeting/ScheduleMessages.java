package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.NoMeeting;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.RuleSentence;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Section;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is next, as lines: the meetings that are prepared, those that the timetable has after them, and what it leaves out. */
public final class ScheduleMessages {
    private static final int SHOWN = 12;
    private static final String BESIDE = " · ";
    private static final Texts TEXTS = Texts.of(ScheduleMessages.class);

    private final MeetingStore meetings;
    private final TimetableStore timetables;
    private final PaperStore papers;
    private final PartStore parts;
    private final TurnsReader turns;
    private final BiFunction<Group, Meeting, Optional<String>> vote;

    /** @param vote how the vote on a meeting's paper stands: finished mrkdwn; empty where there is nothing to say */
    public ScheduleMessages(
            MeetingStore meetings,
            TimetableStore timetables,
            PaperStore papers,
            PartStore parts,
            TurnsReader turns,
            BiFunction<Group, Meeting, Optional<String>> vote) {
        this.meetings = meetings;
        this.timetables = timetables;
        this.papers = papers;
        this.parts = parts;
        this.turns = turns;
        this.vote = vote;
    }

    /** A line of a schedule, and where in time it belongs. */
    private record Line(Instant at, String mrkdwn) {}

    /** The next twelve meetings, with what is left out between them. */
    public Message next(Group group, Instant now) {
        Timetable timetable = timetables.of(group);
        List<Line> shown = meetings(group, timetable, now);
        if (shown.isEmpty()) {
            return Message.of(TEXTS.say("schedule.none"));
        }
        List<String> lines = Stream.concat(
                        shown.stream(),
                        gaps(timetable, now, shown.get(shown.size() - 1).at()).stream())
                .sorted(Comparator.comparing(Line::at))
                .map(Line::mrkdwn)
                .toList();
        return Limits.fit(Message.of(
                TEXTS.say(
                        "schedule.text",
                        "first",
                        shown.get(0).mrkdwn().lines().findFirst().orElse("")),
                sections(lines)));
    }

    /** A meeting that is prepared has a section of its own; the single lines between are together. */
    private static List<Section> sections(List<String> lines) {
        List<Section> sections = new ArrayList<>();
        List<String> single = new ArrayList<>();
        for (String line : lines) {
            if (line.contains("\n")) {
                sections.addAll(Blocks.lines(single));
                single.clear();
                sections.add(Blocks.section(line));
            } else {
                single.add(line);
            }
        }
        sections.addAll(Blocks.lines(single));
        return sections;
    }

    private List<Line> meetings(Group group, Timetable timetable, Instant now) {
        Map<MeetingId, Meeting> planned =
                meetings.planned(group.id()).stream().collect(Collectors.toMap(Meeting::id, Function.identity()));
        List<Occurrence> ahead = timetable.next(now, SHOWN).stream()
                .filter(next -> !planned.containsKey(MeetingId.of(next.slot())))
                .toList();
        // Also of those that are prepared and still open: whoever has those comes later for the others.
        Map<LocalDate, UserId> expected = turns.plan(
                group,
                Stream.concat(
                                planned.keySet().stream().map(MeetingId::date),
                                ahead.stream().map(next -> next.slot().date()))
                        .toList());
        Stream<Line> prepared = planned.values().stream()
                .map(meeting -> new Line(meeting.start(), prepared(group, timetable, meeting, expected)));
        Stream<Line> later = ahead.stream().map(next -> new Line(next.start(), later(timetable, next, expected)));
        return Stream.concat(prepared, later)
                .sorted(Comparator.comparing(Line::at))
                .limit(SHOWN)
                .toList();
    }

    private String prepared(Group group, Timetable timetable, Meeting meeting, Map<LocalDate, UserId> expected) {
        List<String> lines = new ArrayList<>();
        lines.add("*" + MeetingText.when(meeting, group) + "*" + series(timetable, meeting.id())
                + moved(timetable.at(meeting.id().slot())));
        lines.add(entry(meeting)
                + (isOpen(meeting) ? turn(expected.get(meeting.id().date())) : ""));
        vote.apply(group, meeting).ifPresent(lines::add);
        parts(group, meeting).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    /** What is read and who presents; finished mrkdwn. */
    String entry(Meeting meeting) {
        String papersRead = meeting.papers().stream()
                .flatMap(paper -> papers.find(paper).stream())
                .map(PaperText::link)
                .collect(Collectors.joining(", "));
        return (papersRead.isEmpty() ? TEXTS.say("schedule.paper-open") : papersRead)
                + BESIDE
                + MeetingText.presenter(meeting);
    }

    private Optional<String> parts(Group group, Meeting meeting) {
        String given = parts.of(group.id(), meeting.id()).given().stream()
                .filter(part -> !part.members().isEmpty())
                .map(part -> line(part.part().name()) + ": "
                        + part.members().stream().map(Mrkdwn::user).collect(Collectors.joining(", ")))
                .collect(Collectors.joining(" · "));
        return Optional.of(given).filter(said -> !said.isEmpty());
    }

    private static String later(Timetable timetable, Occurrence next, Map<LocalDate, UserId> expected) {
        return "*" + date(next.start(), timetable.zone()) + "*" + series(timetable, MeetingId.of(next.slot()))
                + moved(Optional.of(next))
                + turn(expected.get(next.slot().date()));
    }

    private static boolean isOpen(Meeting meeting) {
        return meeting.wantsPresenter() && meeting.asked().isEmpty() && !meeting.ownedByOrganizer();
    }

    private static String turn(@Nullable UserId who) {
        return BESIDE + (who == null ? TEXTS.say("schedule.open") : TEXTS.say("schedule.turn", "who", user(who)));
    }

    private static String moved(Optional<Occurrence> meeting) {
        return meeting.filter(Occurrence::byHand)
                .map(one ->
                        BESIDE + TEXTS.say(one.slot().series().length() > 1 ? "schedule.one-more" : "schedule.moved"))
                .orElse("");
    }

    /** Said only where there are several. */
    private static String series(Timetable timetable, MeetingId meeting) {
        return timetable.series().size() < 2
                ? ""
                : timetable
                        .find(meeting.series())
                        .map(NamedRule::rule)
                        .map(rule -> BESIDE + line(RuleSentence.of(rule)))
                        .orElse("");
    }

    /** A pause is one line, however many meetings it leaves out. */
    private static List<Line> gaps(Timetable timetable, Instant after, Instant before) {
        List<Line> lines = new ArrayList<>();
        Optional<String> pausing = Optional.empty();
        for (NoMeeting gap : timetable.gaps(after, before)) {
            boolean pause = gap.why() == NoMeeting.Why.PAUSE;
            if (!pause || !pausing.equals(Optional.of(gap.name()))) {
                lines.add(new Line(gap.start(), words(gap, timetable)));
            }
            pausing = pause ? Optional.of(gap.name()) : Optional.empty();
        }
        return lines;
    }

    private static String words(NoMeeting gap, Timetable timetable) {
        ZoneId zone = timetable.zone();
        String day = Dates.shortWeekday(gap.start().atZone(zone));
        return switch (gap.why()) {
            case SKIPPED -> TEXTS.say("gap.skipped", "day", day);
            case HOLIDAY ->
                gap.name().isBlank()
                        ? TEXTS.say("gap.holiday", "day", day)
                        : TEXTS.say("gap.holiday.named", "day", day, "name", line(gap.name()));
            case PAUSE -> pause(gap, timetable);
        };
    }

    private static String pause(NoMeeting gap, Timetable timetable) {
        String pause = timetable
                .pauseOn(gap.slot().date())
                .map(found -> TEXTS.say("gap.pause.until", "day", Dates.shortWeekday(found.until())))
                .orElseGet(() -> TEXTS.say("gap.pause"));
        return gap.name().isBlank() ? pause : TEXTS.say("gap.named", "gap", pause, "name", line(gap.name()));
    }
}
