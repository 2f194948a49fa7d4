package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is asked says from when on they could present: they decline, and are not asked before that day. */
final class NotBeforeFeature implements Feature {
    static final String OPEN = "away.before/1";
    private static final String CALLBACK = "away.before/1";
    private static final String DATE = "date";
    private static final Texts TEXTS = Texts.of(NotBeforeFeature.class);

    private final MeetingSteps at;
    private final AbsenceSteps absences;
    private final Presenters presenters;

    NotBeforeFeature(MeetingSteps at, AbsenceSteps absences, Presenters presenters) {
        this.at = at;
        this.absences = absences;
        this.presenters = presenters;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(OPEN, this::open);
        routes.modal(CALLBACK, this::submitted);
    }

    private Reply open(Click click) {
        GroupId group = click.argument(GroupId::parse);
        return at.find(group, click.value(MeetingId::parse))
                .map(found -> found.meeting().asks(click.user())
                        ? at.changes.apply(
                                group, change -> Reply.opens(form(found, theirs(change, found, click.user()))))
                        : PresenterFeature.refusal(found.meeting().decline(click.user())))
                .orElseGet(MeetingSteps::gone);
    }

    /** The member's other dates, which a day after them frees. */
    private List<Meeting> theirs(Change change, MeetingSteps.Found found, UserId user) {
        return at.ahead(change).stream()
                .filter(meeting -> Swap.isTheirs(meeting, user, change.now())
                        && !meeting.id().equals(found.meeting().id()))
                .toList();
    }

    private static Modal form(MeetingSteps.Found found, List<Meeting> theirs) {
        String when = MeetingText.when(found.meeting(), found.group());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("not-before.section", "when", when)));
        if (!theirs.isEmpty()) {
            blocks.add(section(TEXTS.say("not-before.theirs", "dates", MeetingText.dates(theirs, found.group()))));
        }
        blocks.add(input(DATE, TEXTS.say("not-before.field"), datePicker("answer")));
        return Limits.fit(Modal.of(CALLBACK, TEXTS.say("not-before.title"), blocks)
                .submit(TEXTS.say("button.save"))
                .close(TEXTS.say("button.cancel"))
                .privateMetadata(found.group().id() + " " + found.meeting().id()));
    }

    private static Modal freed(List<Meeting> free, Group group) {
        return Limits.fit(Modal.of(
                        CALLBACK,
                        TEXTS.say("not-before.title"),
                        section(TEXTS.say("not-before.freed", "dates", MeetingText.dates(free, group))))
                .close(TEXTS.say("button.done")));
    }

    private Reply submitted(Submission sent) {
        String[] place = sent.metadata().split(" ", 2);
        GroupId group = GroupId.parse(place[0]);
        MeetingId meeting = MeetingId.parse(place[1]);
        Optional<LocalDate> day = sent.value(DATE).flatMap(NotBeforeFeature::date);
        if (day.isEmpty()) {
            return problem(TEXTS.say("not-before.missing"));
        }
        return at.changes.once(
                group,
                sent.request(),
                Reply.KEPT,
                change -> at.find(group, meeting)
                        .map(found -> save(change, found, sent.user(), day.get()))
                        .orElseGet(MeetingSteps::gone));
    }

    private Reply save(Change change, MeetingSteps.Found found, UserId user, LocalDate first) {
        LocalDate today = change.now().atZone(found.group().settings().zone()).toLocalDate();
        if (!first.isAfter(today)) {
            return problem(TEXTS.say("not-before.past"));
        }
        if (first.isAfter(today.plusYears(1))) {
            return problem(TEXTS.say("not-before.far"));
        }
        Answer answer = found.meeting().decline(user);
        if (!(answer instanceof Answer.Declined declined)) {
            return PresenterFeature.refusal(answer);
        }
        List<Meeting> free = absences.begin(
                change,
                found.group(),
                new Absence(user, today, first.minusDays(1), Absence.Reach.PRESENTING),
                found.meeting().id());
        if (!found.meeting().declined().contains(user)) {
            presenters.askNext(change, found.group(), found.meeting(), declined.meeting());
        }
        return free.isEmpty() ? Reply.none() : Reply.opens(freed(free, found.group()));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Reply problem(String sentence) {
        return Reply.problems(Map.of(DATE, sentence));
    }
}
