package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.Optional;

/** Members say whether they present: yes, no, or unasked. */
final class PresenterFeature implements Feature {
    private static final Texts TEXTS = Texts.of(PresenterFeature.class);

    private final MeetingSteps at;
    private final Subject.Reader subjects;
    private final TurnsReader turns;
    private final AbsenceStore absences;
    private final Presenters presenters;

    PresenterFeature(
            MeetingSteps at, Subject.Reader subjects, TurnsReader turns, AbsenceStore absences, Presenters presenters) {
        this.at = at;
        this.subjects = subjects;
        this.turns = turns;
        this.absences = absences;
        this.presenters = presenters;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("present", "present", () -> TEXTS.say("help.present"), this::volunteer);
        routes.button(PresenterMessages.ACCEPT, this::accept);
        routes.button(PresenterMessages.DECLINE, this::decline);
        routes.button(OwnerMessages.MINE, this::organizerDoesIt);
        drawings.register(Presenters.ASK, (group, key) -> drawQuestion(group, key, false));
        drawings.register(Presenters.NUDGE, (group, key) -> drawQuestion(group, key, true));
    }

    @Override
    public void words(Wording wording) {
        wording.message(Presenters.ASK, () -> TEXTS.say("message.ask"));
        wording.message(Presenters.NUDGE, () -> TEXTS.say("message.nudge"));
        wording.message(Presenters.PRESENTS, () -> TEXTS.say("message.presents"));
        wording.message(Presenters.GAVE_BACK, () -> TEXTS.say("message.gave-back"));
    }

    private Reply accept(Click click) {
        return at.answer(
                click,
                (change, found) ->
                        taken(change, found, click.user(), found.meeting().accept(click.user())));
    }

    private Reply decline(Click click) {
        return at.answer(click, (change, found) -> decline(change, found, click.user()));
    }

    private Reply decline(Change change, MeetingSteps.Found found, UserId user) {
        Meeting before = found.meeting();
        Answer answer = before.decline(user);
        if (!(answer instanceof Answer.Declined declined)) {
            return refusal(answer);
        }
        if (before.declined().contains(user)) {
            Presenters.show(change, before, user);
            return Reply.none();
        }
        if (before.presents(user)) {
            change.send(Outbound.toChannel(
                            Presenters.GAVE_BACK + "/" + before.id() + "/" + user,
                            found.group().id().channel(),
                            () -> PresenterMessages.gaveBack(before, found.group()))
                    .notTwice());
        }
        presenters.askNext(change, found.group(), before, declined.meeting());
        return Reply.none();
    }

    private Reply organizerDoesIt(Click click) {
        return at.answer(click, (change, found) -> {
            if (!RightsText.mayOrganize(found.group(), click.user())) {
                return Reply.onlyToYou(TEXTS.say("owner.only.present", "who", RightsText.organizers(found.group())));
            }
            return taken(change, found, click.user(), found.meeting().volunteer(click.user()));
        });
    }

    private Reply volunteer(Command command) {
        return at.changes.once(command.group(), command.request(), Reply.KEPT, change -> {
            Optional<Group> group = at.groups.find(command.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(command.user())) {
                return Reply.onlyToYou(TEXTS.say("present.no-member"));
            }
            return volunteer(change, group.get(), command.user());
        });
    }

    private Reply volunteer(Change change, Group group, UserId user) {
        List<Meeting> ahead = at.ahead(change);
        if (ahead.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("meeting.none"));
        }
        if (ahead.get(0).presents(user)) {
            return Reply.onlyToYou(TEXTS.say("present.already", "when", MeetingText.when(ahead.get(0), group)));
        }
        Meeting meeting =
                ahead.stream().filter(Meeting::wantsPresenter).findFirst().orElse(ahead.get(0));
        Reply reply = taken(change, new MeetingSteps.Found(group, meeting), user, meeting.volunteer(user));
        return reply instanceof Reply.None
                ? Reply.onlyToYou(TEXTS.say("present.done", "when", MeetingText.when(meeting, group)))
                : reply;
    }

    private Reply taken(Change change, MeetingSteps.Found found, UserId user, Answer answer) {
        Group group = found.group();
        if (answer instanceof Answer.Accepted accepted) {
            Meeting meeting = accepted.meeting();
            presenters.put(change, group, found.meeting(), meeting);
            change.send(Outbound.toChannel(
                            Presenters.PRESENTS + "/" + meeting.id() + "/" + user,
                            group.id().channel(),
                            () -> PresenterMessages.presents(meeting, group, user, subject(group, meeting)))
                    .notTwice());
            return Reply.none();
        }
        return refusal(answer);
    }

    static Reply refusal(Answer answer) {
        if (answer instanceof Answer.Taken taken) {
            return Reply.onlyToYou(TEXTS.say("refusal.taken", "who", user(taken.presenter())));
        }
        if (answer instanceof Answer.TooLate) {
            return Reply.onlyToYou(TEXTS.say("refusal.over"));
        }
        return Reply.onlyToYou(TEXTS.say("refusal.not-asked"));
    }

    private Optional<Message> drawQuestion(GroupId group, String key, boolean again) {
        String[] parts = key.split("/");
        UserId user = new UserId(parts[1]);
        return at.find(group, MeetingId.parse(parts[0]))
                .map(found -> question(found.group(), found.meeting(), user, again));
    }

    private Message question(Group group, Meeting meeting, UserId user, boolean again) {
        if (meeting.state() == MeetingState.CANCELLED && !again) {
            return PresenterMessages.calledOff(meeting, group);
        }
        if (meeting.state() == MeetingState.HELD && !again) {
            return PresenterMessages.over(meeting, group, user);
        }
        if (again && !(meeting.asks(user) && meeting.wantsPresenter())) {
            return PresenterMessages.settled(meeting, group, user);
        }
        if (meeting.presents(user)) {
            return PresenterMessages.accepted(meeting, group, subject(group, meeting));
        }
        if (meeting.asks(user) && meeting.wantsPresenter()) {
            return again
                    ? PresenterMessages.askedAgain(meeting, group, subject(group, meeting))
                    : PresenterMessages.asked(
                            meeting, group, subject(group, meeting), turns.share(group, meeting, user));
        }
        if (meeting.declined().contains(user)) {
            return PresenterMessages.declined(meeting, group);
        }
        if (meeting.presenting().silent().contains(user)) {
            return PresenterMessages.silent(meeting, group);
        }
        return freed(group, meeting, user);
    }

    private Message freed(Group group, Meeting meeting, UserId user) {
        if (!group.isMember(user)) {
            return PresenterMessages.noLongerMember(meeting, group);
        }
        boolean away = Absence.isAway(
                absences.of(group.id(), user),
                user,
                meeting.day(group.settings().zone()));
        return away ? PresenterMessages.away(meeting, group) : PresenterMessages.noLongerAsked(meeting, group);
    }

    private Subject subject(Group group, Meeting meeting) {
        return subjects.of(group.id(), meeting);
    }
}
