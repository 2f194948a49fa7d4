package dev.lectern.discussion;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MoveSteps;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Submission;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Outgoing;
import dev.lectern.work.RequestId;
import dev.lectern.work.Step;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds what belongs to a meeting, changes it once for each request, and has what shows it redrawn. */
public final class DiscussionSteps implements MoveSteps {
    private static final Texts TEXTS = Texts.of(DiscussionSteps.class);
    static final String REMIND = "meeting.remind";
    static final String TELL = "meeting.tell";
    static final String BRIEF = "meeting.brief";
    static final String START = "meeting.start";
    static final String END = "meeting.end";

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;
    private final DiscussionStore discussions;
    private final DiscussionRulesStore rules;
    private final HeldPart.Reader parts;
    private final Changes changes;

    /** @param parts who has which part in a meeting besides presenting */
    public DiscussionSteps(
            GroupStore groups,
            MeetingStore meetings,
            PaperStore papers,
            DiscussionStore discussions,
            DiscussionRulesStore rules,
            HeldPart.Reader parts,
            Changes changes) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.discussions = discussions;
        this.rules = rules;
        this.parts = parts;
        this.changes = changes;
    }

    Optional<Group> group(GroupId id) {
        return groups.find(id);
    }

    Optional<Gathering> find(GroupId group, MeetingId meeting) {
        return groups.find(group).flatMap(known -> meetings.find(group, meeting).map(found -> gathering(known, found)));
    }

    private Gathering gathering(Group group, Meeting meeting) {
        List<Paper> read = meeting.papers().stream()
                .map(papers::find)
                .flatMap(Optional::stream)
                .toList();
        return new Gathering(
                group,
                meeting,
                read,
                parts.of(group.id(), meeting.id()),
                discussions.find(group.id(), meeting.id()),
                rules.of(group.id()));
    }

    /** Those that lie ahead or are on, as planned, the next first. */
    List<Gathering> planned(Group group) {
        return meetings.planned(group.id()).stream()
                .map(meeting -> gathering(group, meeting))
                .toList();
    }

    /** The one that people prepare for or sit in: the next with a paper. */
    Optional<Gathering> nextWithPaper(GroupId group, Instant now) {
        return groups.find(group)
                .flatMap(known -> meetings.planned(group).stream()
                        .filter(meeting ->
                                now.isBefore(meeting.end()) && meeting.paper().isPresent())
                        .findFirst()
                        .map(meeting -> gathering(known, meeting)));
    }

    /** The one that begins after another one; its own messages tell more. */
    Optional<Gathering> after(Gathering held) {
        return meetings.planned(held.group().id()).stream()
                .filter(meeting -> meeting.start().isAfter(held.meeting().start()))
                .findFirst()
                .map(meeting -> gathering(held.group(), meeting));
    }

    /** Those that have begun and were not called off, the latest first. */
    List<Meeting> begun(Group group, Instant now) {
        return meetings.all(group.id()).stream()
                .filter(meeting -> meeting.state() != MeetingState.CANCELLED && !now.isBefore(meeting.start()))
                .sorted(Comparator.comparing(Meeting::start).reversed())
                .toList();
    }

    /** What somebody's request does to a meeting's discussion, and what they are answered. */
    @FunctionalInterface
    interface Doing {
        Reply to(Change change, Gathering gathering);
    }

    /** A button whose value is the meeting's id. */
    Reply clicked(Click click, Doing doing) {
        return once(click.subject(), click.request(), click.value(MeetingId::parse), doing);
    }

    Reply sent(Submission sent, Doing doing) {
        DiscussionPlace place = DiscussionPlace.read(sent.metadata());
        return once(place.group(), sent.request(), place.meeting(), doing);
    }

    Reply once(GroupId group, RequestId request, MeetingId meeting, Doing doing) {
        return changes.once(
                group,
                request,
                Reply.KEPT,
                change -> groups.find(group).isEmpty()
                        ? GroupFeature.noGroup()
                        : find(group, meeting)
                                .map(found -> doing.to(change, found))
                                .orElseGet(DiscussionSteps::gone));
    }

    static Reply gone() {
        return Reply.onlyToYou(TEXTS.say("gone"));
    }

    /** The planned meeting that a step is about; empty where it is gone or over, and nothing is left to do. */
    Optional<Gathering> planned(Step step, Change change) {
        return find(change.group(), MeetingId.parse(step.key()))
                .filter(found -> found.meeting().state() == MeetingState.PLANNED);
    }

    /** Saves what was said, unless nothing is new, and redraws what shows it of what the channel was told. */
    void save(Change change, Gathering before, Discussion after, Phase... showing) {
        if (!after.equals(before.discussion())) {
            discussions.save(change, after);
            redraw(change, before.with(after), showing);
        }
    }

    /** Messages are forgotten in time: what is old is left as it stands. */
    void redraw(Change change, Gathering gathering, Phase... showing) {
        if (gathering.isLively(change.now())) {
            for (Phase phase : showing) {
                for (int time = 1; time <= gathering.discussion().times(phase); time++) {
                    change.send(shown(gathering, phase, time));
                }
            }
        }
    }

    /**
     * For whoever changes what a meeting reads, when it is, or who presents: what was told of it is shown as it stands
     * after the change, and a presenter who was found after the reminder is told, too.
     *
     * @param meeting as it is saved by the same change
     */
    public void redraw(Change change, Meeting meeting) {
        find(change.group(), meeting.id())
                .map(found -> found.with(meeting))
                .ifPresent(found -> redrawAll(change, found));
    }

    /**
     * For whoever changes who presents besides a meeting's presenter: what was told of it is shown as it stands after the
     * change, by a step at once, since one change may concern several presenters of one meeting.
     */
    public static void tellAgain(Change change, MeetingId meeting) {
        change.schedule(new Step(TELL, meeting.value(), change.now()));
    }

    @Override
    public void moved(Change change, Group group, Meeting before, Meeting after) {
        redraw(change, after);
    }

    @Override
    public void calledOff(Change change, Group group, Meeting meeting) {
        redraw(change, meeting);
    }

    /** After a change of the meeting itself; whoever presents it by now is told what is expected, if the others were. */
    void redrawAll(Change change, Gathering gathering) {
        boolean reminded = gathering.discussion().times(Phase.REMINDED) > 0 && gathering.isAheadOrOn(change.now());
        Discussion kept = gathering.isCancelled() ? gathering.discussion().withoutSecret() : gathering.discussion();
        Discussion told = reminded ? kept.briefing(gathering.presenters()) : kept;
        if (!told.equals(gathering.discussion())) {
            discussions.save(change, told);
        }
        redraw(change, gathering.with(told), Phase.values());
        redrawBriefs(change, gathering.with(told));
    }

    /** What the presenters were told is redrawn too: their questions. */
    void redrawBriefs(Change change, Gathering gathering) {
        if (gathering.isAheadOrOn(change.now())) {
            gathering.discussion().briefed().forEach(presenter -> change.send(brief(gathering, presenter)));
        }
    }

    static Outgoing shown(Gathering gathering, Phase phase, int time) {
        return Outbound.shownIn(gathering.group().id().channel(), name(phase), key(gathering.meeting(), time));
    }

    static Outgoing brief(Gathering gathering, UserId presenter) {
        return Outbound.shownTo(presenter, BRIEF, gathering.meeting().id() + "/" + presenter);
    }

    static String name(Phase phase) {
        return switch (phase) {
            case REMINDED -> REMIND;
            case OPENED -> START;
            case WRAPPED -> END;
        };
    }

    /** Of a meeting that was moved after it was spoken of, what is said next is another message. */
    private static String key(Meeting meeting, int time) {
        return time == 1 ? meeting.id().value() : meeting.id() + "/" + time;
    }

    /** The meeting that a drawing's key names. */
    static MeetingId meeting(String key) {
        return MeetingId.parse(key.split("/", 2)[0]);
    }
}
