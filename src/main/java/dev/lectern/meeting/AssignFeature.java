package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.usersSelect;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
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
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.UsersSelect;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The organizer says who presents, over whoever does or is asked; the channel sees it. */
final class AssignFeature implements Feature {
    private static final String ASSIGNED = "presenter.assigned";
    private static final String TOLD = "presenter.given";
    private static final String CALLBACK = "presenter.assign/1";
    private static final String MEETING = "meeting";
    private static final String MEMBER = "member";
    private static final int MOST_SHOWN = 50;
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
        routes.modal(CALLBACK, this::submitted);
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
        if (!group.organizer().equals(command.user())) {
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
                command.group(), command.request(), Reply.KEPT, change -> byWords(change, group, who, named.rest()));
    }

    private Reply byWords(Change change, Group group, UserId who, String rest) {
        List<Meeting> ahead = at.ahead(change);
        if (ahead.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("meeting.none"));
        }
        if (rest.isBlank()) {
            return assign(change, group, ahead.get(0), who);
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
                .map(meeting -> assign(change, group, meeting, who))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("assign.no-meeting", "day", AbsenceText.say(days.from()))));
    }

    private Reply assign(Change change, Group group, Meeting meeting, UserId who) {
        if (meeting.presents(who)) {
            return Reply.onlyToYou(
                    TEXTS.say("assign.already", "who", user(who), "when", MeetingText.when(meeting, group)));
        }
        Meeting after = meeting.assigned(who, Optional.of(group.organizer()));
        presenters.put(change, group, meeting, after);
        String key = meeting.id() + "/" + who + "/" + change.now().toEpochMilli();
        change.send(Outbound.toChannel(
                        ASSIGNED + "/" + key,
                        group.id().channel(),
                        () -> PresenterMessages.assigned(meeting, group, group.organizer(), who))
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
        return Reply.onlyToYou(TEXTS.say("assign.only", "who", user(group.organizer())));
    }

    private Reply choose(Click click) {
        MeetingId chosen = click.value(MeetingId::parse);
        return at.groups
                .find(click.argument(GroupId::parse))
                .map(group -> group.organizer().equals(click.user())
                        ? form(group, Optional.of(chosen))
                        : onlyTheOrganizer(group))
                .orElseGet(MeetingSteps::gone);
    }

    private Reply form(Group group, Optional<MeetingId> chosen) {
        return at.changes.apply(group.id(), change -> {
            List<Meeting> ahead = at.ahead(change);
            if (ahead.isEmpty()) {
                return Reply.onlyToYou(TEXTS.say("meeting.none"));
            }
            return Reply.opens(
                    form(group, List.of(), ahead, chosen.orElse(ahead.get(0).id()), usersSelect("answer"))
                            .submit(TEXTS.say("button.assign"))
                            .privateMetadata(group.id().toString()));
        });
    }

    private static Modal form(
            Group group, List<Block> above, List<Meeting> ahead, MeetingId chosen, UsersSelect members) {
        List<Block> blocks = new ArrayList<>(above);
        blocks.add(input(
                MEETING,
                TEXTS.say("assign.field.meeting"),
                select("answer", options(ahead, group)).choosing(chosen.value())));
        blocks.add(input(MEMBER, TEXTS.say("assign.field.member"), members));
        return Modal.of(CALLBACK, TEXTS.say("assign.title"), blocks).close(TEXTS.say("button.cancel"));
    }

    /** The form again, as it was sent: sent once more, it is done. */
    private Reply doubt(Change change, Group group, Meeting meeting, UserId who, Absence absence) {
        Block warning = section(
                TEXTS.say("assign.away", "who", user(who), "days", AbsenceText.say(absence.from(), absence.until())));
        return Reply.opens(form(
                        group,
                        List.of(warning),
                        at.ahead(change),
                        meeting.id(),
                        usersSelect("answer").choosing(who))
                .submit(TEXTS.say("button.assign-anyway"))
                .privateMetadata(group.id() + " " + warned(meeting, who)));
    }

    /** What the organizer was warned of: an absence of this member from this meeting. */
    private static String warned(Meeting meeting, UserId who) {
        return meeting.id() + "/" + who;
    }

    /** The days as a menu shows them, in the group's zone. */
    static List<Option> options(List<Meeting> meetings, Group group) {
        return meetings.stream()
                .limit(MOST_SHOWN)
                .map(meeting -> option(
                        Dates.weekdayAndYear(meeting.day(group.settings().zone())),
                        meeting.id().value()))
                .toList();
    }

    private Reply submitted(Submission sent) {
        String[] place = sent.metadata().split(" ", 2);
        GroupId id = GroupId.parse(place[0]);
        Optional<String> warned = Stream.of(place).skip(1).findFirst();
        Optional<UserId> who = sent.value(MEMBER).map(UserId::new);
        Optional<MeetingId> meeting = sent.value(MEETING).map(MeetingId::parse);
        Optional<Group> group = at.groups.find(id);
        if (group.isEmpty() || !group.get().organizer().equals(sent.user())) {
            return Reply.problems(Map.of(MEMBER, TEXTS.say("assign.only.form")));
        }
        if (who.isEmpty() || meeting.isEmpty()) {
            return Reply.problems(Map.of(MEMBER, TEXTS.say("assign.missing")));
        }
        Optional<String> hindrance = CandidateText.hindrance(
                group.get(), who.get(), people.standing().apply(who.get()), CandidateText.inForms());
        if (hindrance.isPresent()) {
            return Reply.problems(Map.of(MEMBER, hindrance.get()));
        }
        return at.changes.once(
                id,
                sent.request(),
                Reply.KEPT,
                change -> at.ahead(change).stream()
                        .filter(ahead -> ahead.id().equals(meeting.get()))
                        .findFirst()
                        .map(ahead -> assignByForm(change, group.get(), ahead, who.get(), warned))
                        .orElseGet(() -> Reply.problems(Map.of(MEETING, TEXTS.say("assign.begun")))));
    }

    /** What was done shows in the channel; what was not stays beside the field. */
    private Reply assignByForm(Change change, Group group, Meeting meeting, UserId who, Optional<String> warned) {
        if (meeting.presents(who)) {
            return Reply.problems(Map.of(MEMBER, TEXTS.say("assign.already.form")));
        }
        Optional<Absence> absence = absence(group, meeting, who);
        if (absence.isPresent() && !warned.equals(Optional.of(warned(meeting, who)))) {
            return doubt(change, group, meeting, who, absence.get());
        }
        assign(change, group, meeting, who);
        return Reply.none();
    }
}
