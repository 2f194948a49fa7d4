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
import dev.lectern.slack.Submission;
import dev.lectern.slack.WhoIsWho;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The organizer says who presents, over whoever does or is asked; the channel sees it. */
final class AssignFeature implements Feature {
    private static final String ASSIGNED = "presenter.assigned";
    private static final String TOLD = "presenter.given";
    private static final Texts TEXTS = Texts.of(AssignFeature.class);

    private final MeetingSteps at;
    private final Subject.Reader subjects;
    private final AbsenceStore absences;
    private final Presenters presenters;
    private final WhoIsWho people;

    AssignFeature(
            MeetingSteps at, Subject.Reader subjects, AbsenceStore absences, Presenters presenters, WhoIsWho people) {
        this.at = at;
        this.subjects = subjects;
        this.absences = absences;
        this.presenters = presenters;
        this.people = people;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("assign", "assign [@member] [on 16 April]", () -> TEXTS.say("help.assign"), this::assign);
        routes.button(OwnerMessages.CHOOSE, this::choose);
        routes.modal(AssignModal.CALLBACK, this::submitted);
    }

    @Override
    public void words(Wording wording) {
        wording.message(ASSIGNED, () -> TEXTS.say("message.assigned"));
        wording.message(TOLD, () -> TEXTS.say("message.given"));
    }

    private Reply assign(Command command) {
        Optional<Group> found = at.groups.find(command.group());
        if (found.isEmpty()) {
            return GroupFeature.noGroup();
        }
        Group group = found.get();
        if (!RightsText.mayOrganize(group, command.user())) {
            return onlyTheOrganizer(group);
        }
        Mention named = Mention.read(command.rest(), group.members(), people.handles());
        if (named.who().isEmpty()) {
            return form(group, Optional.empty());
        }
        UserId who = named.who().get();
        Optional<String> hindrance =
                CandidateText.hindrance(group, who, people.standing().apply(who), user(who));
        if (hindrance.isPresent()) {
            return Reply.onlyToYou(hindrance.get());
        }
        return at.changes.once(
                command.group(),
                command.request(),
                Reply.KEPT,
                change -> byWords(change, group, who, named.rest(), command.user()));
    }

    private Reply byWords(Change change, Group group, UserId who, String rest, UserId by) {
        List<Meeting> ahead = at.ahead(change);
        if (ahead.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("meeting.none"));
        }
        if (rest.isBlank()) {
            return assign(change, group, ahead.get(0), who, by);
        }
        ZoneId zone = group.settings().zone();
        LocalDate today = change.now().atZone(zone).toLocalDate();
        if (!(AbsenceText.read(rest, today) instanceof AbsenceText.Days days)
                || !days.from().equals(days.until())) {
            return Reply.onlyToYou(TEXTS.say("assign.unreadable"));
        }
        return ahead.stream()
                .filter(meeting -> meeting.day(zone).equals(days.from()))
                .findFirst()
                .map(meeting -> assign(change, group, meeting, who, by))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("assign.no-meeting", "day", AbsenceText.say(days.from()))));
    }

    private Reply assign(Change change, Group group, Meeting meeting, UserId who, UserId by) {
        if (meeting.presents(who)) {
            return Reply.onlyToYou(
                    TEXTS.say("assign.already", "who", user(who), "when", MeetingText.when(meeting, group)));
        }
        Meeting after = meeting.assigned(who, Optional.of(by));
        presenters.put(change, group, meeting, after);
        String key = meeting.id() + "/" + who + "/" + change.now().toEpochMilli();
        change.send(Outbound.toChannel(
                        ASSIGNED + "/" + key,
                        group.id().channel(),
                        () -> PresenterMessages.assigned(meeting, group, by, who))
                .notTwice());
        if (wasAsked(meeting, who)) {
            // Their first message is only redrawn, of which Slack tells nobody.
            change.send(Outbound.toMember(
                    TOLD + "/" + key,
                    who,
                    () -> PresenterMessages.accepted(after, group, subjects.of(group.id(), after))));
        }
        return Reply.onlyToYou(TEXTS.say(
                absence(group, meeting, who).isPresent() ? "assign.done.away" : "assign.done",
                "who",
                user(who),
                "when",
                MeetingText.when(meeting, group)));
    }

    private Optional<Absence> absence(Group group, Meeting meeting, UserId who) {
        return absences.of(group.id(), who).stream()
                .filter(absence -> absence.covers(meeting.day(group.settings().zone())))
                .findFirst();
    }

    private static boolean wasAsked(Meeting meeting, UserId who) {
        return meeting.asks(who)
                || meeting.declined().contains(who)
                || meeting.presenting().silent().contains(who);
    }

    private static Reply onlyTheOrganizer(Group group) {
        return Reply.onlyToYou(TEXTS.say("assign.only", "who", RightsText.organizers(group)));
    }

    private Reply choose(Click click) {
        MeetingId chosen = click.value(MeetingId::parse);
        return at.groups
                .find(click.argument(GroupId::parse))
                .map(group -> RightsText.mayOrganize(group, click.user())
                        ? form(group, Optional.of(chosen))
                        : onlyTheOrganizer(group))
                .orElseGet(MeetingSteps::gone);
    }

    private Reply form(Group group, Optional<MeetingId> chosen) {
        return at.changes.apply(group.id(), change -> {
            List<Meeting> ahead = at.ahead(change);
            return ahead.isEmpty()
                    ? Reply.onlyToYou(TEXTS.say("meeting.none"))
                    : Reply.opens(AssignModal.of(
                            group, ahead, chosen.orElse(ahead.get(0).id())));
        });
    }

    private Reply submitted(Submission submission) {
        AssignModal.Sent sent = AssignModal.Sent.read(submission);
        Optional<Group> found = at.groups.find(sent.group());
        if (found.isEmpty() || !RightsText.mayOrganize(found.get(), submission.user())) {
            return Reply.problems(Map.of(AssignModal.MEMBER, TEXTS.say("assign.only.form")));
        }
        if (sent.who().isEmpty() || sent.meeting().isEmpty()) {
            return Reply.problems(Map.of(AssignModal.MEMBER, TEXTS.say("assign.missing")));
        }
        Group group = found.get();
        UserId who = sent.who().get();
        Optional<String> hindrance =
                CandidateText.hindrance(group, who, people.standing().apply(who), CandidateText.inForms());
        if (hindrance.isPresent()) {
            return Reply.problems(Map.of(AssignModal.MEMBER, hindrance.get()));
        }
        MeetingId meeting = sent.meeting().get();
        return doubt(group, meeting, who, sent)
                .orElseGet(() -> at.changes.once(
                        group.id(),
                        submission.request(),
                        Reply.KEPT,
                        change -> ahead(change, meeting)
                                .map(ahead -> assignByForm(change, group, ahead, who, submission.user()))
                                .orElseGet(
                                        () -> Reply.problems(Map.of(AssignModal.MEETING, TEXTS.say("assign.begun"))))));
    }

    private Optional<Meeting> ahead(Change change, MeetingId id) {
        return at.ahead(change).stream()
                .filter(meeting -> meeting.id().equals(id))
                .findFirst();
    }

    /** Nothing is written before the answer. */
    private Optional<Reply> doubt(Group group, MeetingId id, UserId who, AssignModal.Sent sent) {
        return at.changes.apply(
                group.id(),
                change -> ahead(change, id)
                        .filter(meeting -> !meeting.presents(who) && !sent.isSure(meeting, who))
                        .flatMap(meeting -> absence(group, meeting, who)
                                .map(absence ->
                                        Reply.opens(AssignModal.doubting(group, at.ahead(change), meeting, absence)))));
    }

    /** What was done shows in the channel; what was not stays beside the field. */
    private Reply assignByForm(Change change, Group group, Meeting meeting, UserId who, UserId by) {
        if (meeting.presents(who)) {
            return Reply.problems(Map.of(AssignModal.MEMBER, TEXTS.say("assign.already.form")));
        }
        assign(change, group, meeting, who, by);
        return Reply.none();
    }
}
