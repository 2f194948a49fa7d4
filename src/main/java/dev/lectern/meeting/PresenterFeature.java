package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.meeting.part.PartSteps;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;

/** Who presents: members are asked in turn, say yes or no, or offer it. */
public final class PresenterFeature implements Feature {
    private static final String PRESENTS = "presenter";
    private static final String GAVE_BACK = "presenter.back";

    /** What this feature has on each meeting's timeline. */
    public static final List<TimelineStep> TIMELINE =
            List.of(new TimelineStep(Presenters.ASK, Timeline::presenterAsked));

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;
    private final Changes changes;
    private final TurnsReader turns;
    private final Presenters presenters;

    public PresenterFeature(
            GroupStore groups, MeetingStore meetings, PaperStore papers, Changes changes, TurnsReader turns) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.changes = changes;
        this.turns = turns;
        this.presenters = new Presenters(meetings, turns);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("present", "present", "makes you the presenter of the next meeting", this::volunteer);
        routes.button(PresenterMessages.ACCEPT, this::accept);
        routes.button(PresenterMessages.DECLINE, this::decline);
        drawings.register(Presenters.ASK, this::drawQuestion);
        steps.register(Presenters.ASK, Missed.DO_LATE, this::ask);
    }

    @Override
    public void words(Wording wording) {
        wording.step(Presenters.ASK, key -> {
            String day = MeetingText.day(key);
            return new Wording.StepWords(
                    "somebody is asked to present on " + day, "Nobody could be asked to present on " + day);
        });
        wording.message(Presenters.ASK, "The question who presents");
        wording.message(Presenters.NONE, "The note that nobody is left to present");
        wording.message(PRESENTS, "The note who presents");
        wording.message(GAVE_BACK, "The note that the presenter stepped back");
    }

    private record Found(Group group, Meeting meeting) {}

    private void ask(Step step, Change change) {
        groups.find(change.group())
                .flatMap(group -> meetings.find(change.group(), MeetingId.parse(step.key()))
                        .map(meeting -> new Found(group, meeting)))
                .filter(found -> found.meeting().wantsPresenter()
                        && found.meeting().asked().isEmpty())
                .ifPresent(found -> presenters.askNext(change, found.group(), found.meeting()));
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
                                    PresenterMessages.gaveBack(found.meeting(), found.group()))
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
            return Reply.onlyToYou("You present on " + MeetingText.when(ahead.get(0), group) + " already. Thank you!");
        }
        Meeting meeting =
                ahead.stream().filter(Meeting::wantsPresenter).findFirst().orElse(ahead.get(0));
        Optional<UserId> askedBefore = meeting.asked().filter(asked -> !asked.equals(user));
        Reply reply = taken(change, new Found(group, meeting), user, meeting.volunteer(user));
        askedBefore.ifPresent(asked -> change.send(Presenters.shown(meeting, asked)));
        return reply instanceof Reply.None
                ? Reply.onlyToYou("You present on " + MeetingText.when(meeting, group) + ". Thank you!")
                : reply;
    }

    private Reply taken(Change change, Found found, UserId user, Answer answer) {
        Group group = found.group();
        if (answer instanceof Answer.Accepted accepted) {
            Meeting meeting = accepted.meeting();
            meetings.save(change, meeting);
            PartSteps.whenSettled(change, meeting);
            change.send(Presenters.shown(meeting, user));
            change.send(Outbound.toChannel(
                            PRESENTS + "/" + meeting.id() + "/" + user,
                            group.id().channel(),
                            PresenterMessages.presents(meeting, group, user, paper(meeting)))
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
            return PresenterMessages.accepted(meeting, group, paper(meeting));
        }
        if (meeting.asked().filter(user::equals).isPresent() && meeting.wantsPresenter()) {
            return PresenterMessages.asked(meeting, group, paper(meeting), turns.share(group, meeting, user));
        }
        return meeting.declined().contains(user)
                ? PresenterMessages.declined(meeting, group)
                : PresenterMessages.noLongerAsked(meeting, group);
    }

    private Optional<Paper> paper(Meeting meeting) {
        return meeting.paper().flatMap(papers::find);
    }
}
