package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.PresenterButtons;
import dev.lectern.meeting.SwapOffer;
import dev.lectern.meeting.SwapStore;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.meeting.part.Part;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a member presents and does at the meetings ahead, and what they were asked, in their Home. */
public final class TurnsHomeFeature implements Feature {
    private static final Texts TEXTS = Texts.of(TurnsHomeFeature.class);
    private static final int MEETINGS_AHEAD = 12;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final TimetableStore timetables;
    private final PartStore parts;
    private final SwapStore swaps;
    private final TurnsReader turns;
    private final PaperStore papers;
    private final InstantSource clock;

    public TurnsHomeFeature(
            GroupStore groups,
            MeetingStore meetings,
            TimetableStore timetables,
            PartStore parts,
            SwapStore swaps,
            TurnsReader turns,
            PaperStore papers,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.timetables = timetables;
        this.parts = parts;
        this.swaps = swaps;
        this.turns = turns;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.homeSection(HomeTopic.PARTS, visit -> each(visit, this::parts));
        routes.homeSection(HomeTopic.QUESTIONS, visit -> each(visit, this::questions));
    }

    @FunctionalInterface
    private interface Shown {
        List<Block> of(Group group, List<Meeting> planned, UserId member);
    }

    private List<Block> each(Routes.HomeVisit visit, Shown shown) {
        return groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .flatMap(group -> shown.of(group, meetings.planned(group.id()), visit.user()).stream())
                .toList();
    }

    private List<Block> parts(Group group, List<Meeting> planned, UserId member) {
        List<Block> blocks = new ArrayList<>();
        for (Meeting meeting : planned) {
            if (meeting.presenter().filter(member::equals).isPresent()) {
                blocks.add(section(TEXTS.say(
                                "home.presents",
                                "when",
                                MeetingText.when(meeting, group),
                                "group",
                                name(group),
                                "paper",
                                paper(meeting)))
                        .with(RunFeature.runs(TEXTS.say("home.swap"), group.id(), "swap")));
            }
            for (Part part : parts.of(group.id(), meeting.id()).of(member)) {
                blocks.add(section(TEXTS.say(
                        "home.part",
                        "part",
                        line(part.name()),
                        "when",
                        MeetingText.when(meeting, group),
                        "group",
                        name(group),
                        "paper",
                        paper(meeting))));
            }
        }
        expected(group, planned, member)
                .ifPresent(day -> blocks.add(
                        section(TEXTS.say("home.expected", "group", name(group), "day", Dates.weekday(day)))));
        return blocks;
    }

    /** When it is likely to be the member's turn, as things stand; empty for a date that is settled already. */
    private Optional<LocalDate> expected(Group group, List<Meeting> planned, UserId member) {
        List<LocalDate> known =
                planned.stream().map(meeting -> meeting.id().date()).toList();
        List<LocalDate> open = planned.stream()
                .filter(Meeting::wantsPresenter)
                .filter(meeting -> meeting.asked().isEmpty())
                .map(meeting -> meeting.id().date())
                .toList();
        List<LocalDate> later = timetables.of(group).next(clock.instant(), MEETINGS_AHEAD).stream()
                .map(next -> MeetingId.of(next.slot()).date())
                .filter(day -> !known.contains(day))
                .toList();
        return turns.plan(group, Stream.concat(open.stream(), later.stream()).toList()).entrySet().stream()
                .filter(turn -> turn.getValue().equals(member))
                .map(Map.Entry::getKey)
                .min(LocalDate::compareTo);
    }

    private List<Block> questions(Group group, List<Meeting> planned, UserId member) {
        List<Block> blocks = new ArrayList<>();
        for (Meeting meeting : planned) {
            if (meeting.asked().filter(member::equals).isPresent()) {
                String id = meeting.id().value();
                blocks.add(section(TEXTS.say(
                        "home.asked",
                        "when",
                        MeetingText.when(meeting, group),
                        "group",
                        name(group),
                        "paper",
                        paper(meeting))));
                blocks.add(actions(
                        button(TEXTS.say("home.yes"), PresenterButtons.accept(group.id()), id)
                                .primary(),
                        button(TEXTS.say("home.no"), PresenterButtons.decline(group.id()), id)));
            }
            for (SwapOffer offer : PresenterButtons.offersTo(member, swaps, group, meeting, clock.instant())) {
                String id = offer.id().value();
                blocks.add(section(TEXTS.say(
                        "home.offered",
                        "by",
                        user(offer.by()),
                        "when",
                        MeetingText.when(meeting, group),
                        "group",
                        name(group))));
                blocks.add(actions(
                        button(TEXTS.say("home.take"), PresenterButtons.take(group.id()), id)
                                .primary(),
                        button(TEXTS.say("home.refuse"), PresenterButtons.refuse(group.id()), id)));
            }
        }
        return blocks;
    }

    private static String name(Group group) {
        return line("#" + group.channelName());
    }

    private String paper(Meeting meeting) {
        return meeting.paper().flatMap(papers::find).map(PaperText::link).orElseGet(() -> TEXTS.say("home.no-paper"));
    }
}
