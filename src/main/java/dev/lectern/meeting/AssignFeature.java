package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.usersSelect;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.WhoIsWho;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.StaticSelect;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The organizer says who presents, over whoever does or is asked; the channel sees it. */
final class AssignFeature implements Feature {
    private static final String ASSIGNED = "presenter.assigned";
    private static final String TOLD = "presenter.given";
    private static final String CALLBACK = "presenter.assign/1";
    private static final String MEETING = "meeting";
    private static final String MEMBER = "member";
    private static final int MOST_SHOWN = 50;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private final MeetingSteps at;
    private final PaperStore papers;
    private final AbsenceStore absences;
    private final Presenters presenters;
    private final WhoIsWho people;

    AssignFeature(MeetingSteps at, PaperStore papers, AbsenceStore absences, Presenters presenters, WhoIsWho people) {
        this.at = at;
        this.papers = papers;
        this.absences = absences;
        this.presenters = presenters;
        this.people = people;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("assign", "assign [@member] [on 16 April]", "the organizer says who presents", this::assign);
        routes.button(OwnerMessages.CHOOSE, this::choose);
        routes.modal(CALLBACK, this::submitted);
    }

    @Override
    public void words(Wording wording) {
        wording.message(ASSIGNED, "The note whom the organizer made the presenter");
        wording.message(TOLD, "The note to whom the organizer made the presenter");
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
            return Reply.onlyToYou("No meeting is planned. `/papers setup` sets the day and hour.");
        }
        if (rest.isBlank()) {
            return assign(change, group, ahead.get(0), who);
        }
        ZoneId zone = group.settings().zone();
        LocalDate today = change.now().atZone(zone).toLocalDate();
        if (!(AbsenceText.read(rest, today) instanceof AbsenceText.Days days)
                || !days.from().equals(days.until())) {
            return Reply.onlyToYou("I can't read on which day. Write it such as `/papers assign @ben on 16 April`.");
        }
        return ahead.stream()
                .filter(meeting -> meeting.day(zone).equals(days.from()))
                .findFirst()
                .map(meeting -> assign(change, group, meeting, who))
                .orElseGet(() -> Reply.onlyToYou("No meeting is planned on " + AbsenceText.say(days.from())
                        + ". `/papers schedule` shows the days."));
    }

    private Reply assign(Change change, Group group, Meeting meeting, UserId who) {
        if (meeting.presents(who)) {
            return Reply.onlyToYou(user(who) + " presents on " + MeetingText.when(meeting, group) + " already.");
        }
        Meeting after = meeting.assigned(who, Optional.of(group.organizer()));
        presenters.put(change, group, meeting, after);
        String key = meeting.id() + "/" + who + "/" + change.now().toEpochMilli();
        change.send(Outbound.toChannel(
                        ASSIGNED + "/" + key,
                        group.id().channel(),
                        PresenterMessages.assigned(meeting, group, group.organizer(), who))
                .notTwice());
        if (wasAsked(meeting, who)) {
            // Their first message is only redrawn, of which Slack tells nobody.
            change.send(Outbound.toMember(
                    TOLD + "/" + key,
                    who,
                    PresenterMessages.accepted(after, group, after.paper().flatMap(papers::find))));
        }
        boolean away = Absence.isAway(
                absences.of(group.id(), who), who, meeting.day(group.settings().zone()));
        return Reply.onlyToYou(user(who) + " presents on " + MeetingText.when(meeting, group)
                + " now, and is told so."
                + (away ? " Mind that they said they are away then." : ""));
    }

    private static boolean wasAsked(Meeting meeting, UserId who) {
        return meeting.asks(who)
                || meeting.declined().contains(who)
                || meeting.presenting().silent().contains(who);
    }

    private static Reply onlyTheOrganizer(Group group) {
        return Reply.onlyToYou("Only " + user(group.organizer())
                + ", who set this group up, says who presents. `/papers present` makes it you where nobody does yet.");
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
                return Reply.onlyToYou("No meeting is planned. `/papers setup` sets the day and hour.");
            }
            List<Option> days = options(ahead, group);
            StaticSelect select = select("answer", days)
                    .choosing(chosen.orElse(ahead.get(0).id()).value());
            return Reply.opens(Modal.of(
                            CALLBACK,
                            "Who presents?",
                            input(MEETING, "Meeting", select),
                            input(MEMBER, "Presenter", usersSelect("answer")))
                    .submit("Assign")
                    .close("Cancel")
                    .privateMetadata(group.id().toString()));
        });
    }

    /** The days as a menu shows them, in the group's zone. */
    static List<Option> options(List<Meeting> meetings, Group group) {
        return meetings.stream()
                .limit(MOST_SHOWN)
                .map(meeting -> option(
                        DAY.format(meeting.day(group.settings().zone())),
                        meeting.id().value()))
                .toList();
    }

    private Reply submitted(Submission sent) {
        GroupId id = GroupId.parse(sent.metadata());
        Optional<UserId> who = sent.value(MEMBER).map(UserId::new);
        Optional<MeetingId> meeting = sent.value(MEETING).map(MeetingId::parse);
        Optional<Group> group = at.groups.find(id);
        if (group.isEmpty() || !group.get().organizer().equals(sent.user())) {
            return Reply.problems(Map.of(MEMBER, "Only who set this group up says who presents."));
        }
        if (who.isEmpty() || meeting.isEmpty()) {
            return Reply.problems(Map.of(MEMBER, "Choose who presents, and when."));
        }
        Optional<String> hindrance = CandidateText.hindrance(
                group.get(), who.get(), people.standing().apply(who.get()), CandidateText.IN_FORMS);
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
                        .map(ahead -> assignByForm(change, group.get(), ahead, who.get()))
                        .orElseGet(() -> Reply.problems(
                                Map.of(MEETING, "That meeting has begun or was called off. Choose another one."))));
    }

    /** What was done shows in the channel; what was not stays beside the field. */
    private Reply assignByForm(Change change, Group group, Meeting meeting, UserId who) {
        if (meeting.presents(who)) {
            return Reply.problems(Map.of(MEMBER, "They present then already."));
        }
        assign(change, group, meeting, who);
        return Reply.none();
    }
}
