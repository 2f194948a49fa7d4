package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who presents, and the steps of a meeting from the question to the presenter to the end. */
public final class MeetingFeature implements Feature {
    private static final String REMIND = "meeting.remind";
    private static final String START = "meeting.start";
    private static final String END = "meeting.end";
    private static final String PRESENTS = "presenter";
    private static final String GAVE_BACK = "presenter.back";

    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE = List.of(
            new TimelineStep(Presenters.ASK, Timeline::presenterAsked),
            new TimelineStep(REMIND, Timeline::reminder),
            new TimelineStep(START, Timeline::kickOff),
            new TimelineStep(END, Timeline::wrapUp));

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;
    private final Changes changes;
    private final MeetingPlanner planner;
    private final Presenters presenters;

    public MeetingFeature(
            GroupStore groups, MeetingStore meetings, PaperStore papers, Changes changes, MeetingPlanner planner) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.changes = changes;
        this.planner = planner;
        this.presenters = new Presenters(meetings);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("present", "present", "makes you the presenter of the next meeting", this::volunteer);
        routes.command("schedule", "schedule", "shows the next meetings", this::schedule);
        routes.button(MeetingMessages.ACCEPT, this::accept);
        routes.button(MeetingMessages.DECLINE, this::decline);
        routes.homeSection(this::home);
        drawings.register(Presenters.ASK, this::drawQuestion);
        steps.register(Presenters.ASK, Missed.DO_LATE, this::ask);
        steps.register(REMIND, Missed.skipAfter(Duration.ofHours(12)), this::remind);
        steps.register(START, Missed.skipAfter(Duration.ofHours(1)), this::start);
        steps.register(END, Missed.DO_LATE, this::end);
    }

    @Override
    public void words(Wording wording) {
        wording.step(Presenters.ASK, key -> {
            String day = MeetingText.day(key);
            return new Wording.StepWords(
                    "somebody is asked to present on " + day, "Nobody could be asked to present on " + day);
        });
        wording.step(
                REMIND,
                key -> Wording.StepWords.of(
                        "the reminder of the meeting on " + MeetingText.day(key), "is written", "written"));
        wording.step(START, key -> Wording.StepWords.of(meeting(key), "begins", "opened"));
        wording.step(END, key -> Wording.StepWords.of(meeting(key), "is wrapped up", "wrapped up"));
        wording.message(Presenters.ASK, "The question who presents");
        wording.message(Presenters.NONE, "The note that nobody is left to present");
        wording.message(PRESENTS, "The note who presents");
        wording.message(GAVE_BACK, "The note that the presenter stepped back");
        wording.message(REMIND, "The reminder of the meeting");
        wording.message(START, "The opening of the meeting");
    }

    private static String meeting(String key) {
        return "the meeting on " + MeetingText.day(key);
    }

    /** Settles what is read: saved, and shown to whoever presents or is asked to. */
    public void choose(Change change, Meeting meeting, PaperId paper) {
        Meeting chosen = meeting.withPaper(paper);
        meetings.save(change, chosen);
        Presenters.redraw(change, chosen);
    }

    /** What was to be read cannot be, and nothing takes its place: saved, and shown to whoever presents or is asked to. */
    public void drop(Change change, Meeting meeting) {
        Meeting open = meeting.withoutPaper();
        meetings.save(change, open);
        Presenters.redraw(change, open);
    }

    private record Found(Group group, Meeting meeting) {}

    /** The group and the meeting that a step is about; empty where either is gone, and nothing is left to do. */
    private Optional<Found> find(GroupId group, String meeting) {
        return groups.find(group)
                .flatMap(known -> meetings.find(group, MeetingId.parse(meeting))
                        .filter(found -> found.state() == MeetingState.PLANNED)
                        .map(found -> new Found(known, found)));
    }

    private void ask(Step step, Change change) {
        find(change.group(), step.key())
                .filter(found -> found.meeting().wantsPresenter()
                        && found.meeting().asked().isEmpty())
                .ifPresent(found -> presenters.askNext(change, found.group(), found.meeting()));
    }

    private void remind(Step step, Change change) {
        find(change.group(), step.key())
                .ifPresent(found -> say(
                        change,
                        found,
                        step,
                        MeetingMessages.reminder(found.meeting(), found.group(), paper(found.meeting()))));
    }

    private void start(Step step, Change change) {
        find(change.group(), step.key())
                .ifPresent(found -> say(
                        change,
                        found,
                        step,
                        MeetingMessages.kickOff(found.meeting(), found.group(), paper(found.meeting()))));
    }

    private void end(Step step, Change change) {
        find(change.group(), step.key()).ifPresent(found -> {
            meetings.save(change, found.meeting().held());
            planner.plan(change, found.group());
        });
    }

    private static void say(Change change, Found found, Step step, Message message) {
        change.send(Outbound.toChannel(
                step.name() + "/" + step.key(), found.group().id().channel(), message));
    }

    private Reply accept(Click click) {
        return answer(
                click,
                (change, found) ->
                        taken(change, found, click.user(), found.meeting().accept(click.user())));
    }

    private Reply decline(Click click) {
        return answer(click, (change, found) -> {
            boolean wasPresenter =
                    found.meeting().presenter().filter(click.user()::equals).isPresent();
            Answer answer = found.meeting().decline(click.user());
            boolean again = found.meeting().declined().contains(click.user());
            if (answer instanceof Answer.Declined declined && !again) {
                if (wasPresenter) {
                    change.send(Outbound.toChannel(
                                    GAVE_BACK + "/" + found.meeting().id() + "/" + click.user(),
                                    found.group().id().channel(),
                                    MeetingMessages.gaveBack(found.meeting(), found.group()))
                            .notTwice());
                }
                presenters.askNext(change, found.group(), declined.meeting());
            }
            if (!(answer instanceof Answer.Declined)) {
                return refusal(answer);
            }
            change.send(Presenters.shown(found.meeting(), click.user()));
            return Reply.none();
        });
    }

    @FunctionalInterface
    private interface Answering {
        Reply answer(Change change, Found found);
    }

    /** A button of a direct message carries the group that it is about. */
    private Reply answer(Click click, Answering answering) {
        GroupId group = click.argument(GroupId::parse);
        MeetingId id = click.value(MeetingId::parse);
        return changes.once(
                group,
                click.request(),
                Reply.KEPT,
                change -> groups.find(group)
                        .flatMap(known -> meetings.find(group, id)
                                .map(meeting -> answering.answer(change, new Found(known, meeting))))
                        .orElseGet(() ->
                                Reply.onlyToYou("This meeting no longer exists; nothing is left for you to do.")));
    }

    private Reply volunteer(Command command) {
        return changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou("Members present here. `/papers join` makes you one.");
            }
            return volunteer(change, group.get(), command.user());
        });
    }

    private Reply volunteer(Change change, Group group, UserId user) {
        List<Meeting> ahead = meetings.planned(group.id()).stream()
                .filter(meeting -> meeting.start().isAfter(change.now()))
                .toList();
        if (ahead.isEmpty()) {
            return Reply.onlyToYou("No meeting is planned. `/papers setup` sets the day and hour.");
        }
        if (ahead.get(0).presenter().filter(user::equals).isPresent()) {
            return Reply.onlyToYou(
                    "You present on " + MeetingMessages.when(ahead.get(0), group) + " already. Thank you!");
        }
        Meeting meeting =
                ahead.stream().filter(Meeting::wantsPresenter).findFirst().orElse(ahead.get(0));
        Optional<UserId> askedBefore = meeting.asked().filter(asked -> !asked.equals(user));
        Reply reply = taken(change, new Found(group, meeting), user, meeting.volunteer(user));
        askedBefore.ifPresent(asked -> change.send(Presenters.shown(meeting, asked)));
        return reply instanceof Reply.None
                ? Reply.onlyToYou("You present on " + MeetingMessages.when(meeting, group) + ". Thank you!")
                : reply;
    }

    private Reply taken(Change change, Found found, UserId user, Answer answer) {
        Group group = found.group();
        if (answer instanceof Answer.Accepted accepted) {
            Meeting meeting = accepted.meeting();
            meetings.save(change, meeting);
            change.send(Presenters.shown(meeting, user));
            change.send(Outbound.toChannel(
                            PRESENTS + "/" + meeting.id() + "/" + user,
                            group.id().channel(),
                            MeetingMessages.presents(meeting, group, user, paper(meeting)))
                    .notTwice());
            return Reply.none();
        }
        return refusal(answer);
    }

    private static Reply refusal(Answer answer) {
        if (answer instanceof Answer.Taken taken) {
            return Reply.onlyToYou(user(taken.presenter()) + " presents at this meeting already.");
        }
        if (answer instanceof Answer.TooLate) {
            return Reply.onlyToYou("This meeting is over; nothing is left for you to do.");
        }
        return Reply.onlyToYou("Somebody else is being asked by now. `/papers present` in the channel makes it you.");
    }

    private Optional<Message> drawQuestion(GroupId group, String key) {
        String[] parts = key.split("/");
        UserId user = new UserId(parts[1]);
        return groups.find(group)
                .flatMap(known ->
                        meetings.find(group, MeetingId.parse(parts[0])).map(meeting -> question(known, meeting, user)));
    }

    private Message question(Group group, Meeting meeting, UserId user) {
        if (meeting.presenter().filter(user::equals).isPresent()) {
            return MeetingMessages.accepted(meeting, group, paper(meeting));
        }
        if (meeting.asked().filter(user::equals).isPresent() && meeting.wantsPresenter()) {
            return MeetingMessages.asked(meeting, group, paper(meeting));
        }
        return meeting.declined().contains(user)
                ? MeetingMessages.declined(meeting, group)
                : MeetingMessages.noLongerAsked(meeting, group);
    }

    private Reply schedule(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        List<String> entries = meetings.planned(command.group()).stream()
                .map(meeting -> entry(meeting, group.get()))
                .toList();
        return entries.isEmpty()
                ? Reply.onlyToYou("No meeting is planned. `/papers setup` sets the day and hour.")
                : Reply.onlyToYou(
                        String.join("\n", entries),
                        entries.stream().map(Blocks::section).toList());
    }

    private String entry(Meeting meeting, Group group) {
        return "*" + MeetingMessages.when(meeting, group) + "*\n" + PaperText.linkOr(paper(meeting), "paper open")
                + " · "
                + MeetingMessages.presenter(meeting);
    }

    private List<Block> home(Routes.HomeVisit visit) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header("Your reading groups"));
        groups.of(visit.team()).stream()
                .filter(group -> group.isMember(visit.user()))
                .forEach(group -> meetings.planned(group.id()).stream()
                        .findFirst()
                        .ifPresent(meeting -> blocks.add(section(
                                "*" + line("#" + group.channelName()) + "*\nNext meeting: " + entry(meeting, group)))));
        boolean none = blocks.size() == 1;
        if (groups.unreadable(visit.team()) > 0) {
            blocks.add(section("I can't read what I know about a group of this workspace. If one of yours is missing "
                    + "here, tell whoever runs Lectern: the log says what it is and the way out."));
        } else if (none) {
            blocks.add(section("You are in no reading group yet. `/papers setup` in a channel makes one, "
                    + "`/papers join` makes you a member of one that is there."));
        }
        return blocks;
    }

    private Optional<Paper> paper(Meeting meeting) {
        return meeting.paper().flatMap(papers::find);
    }
}
