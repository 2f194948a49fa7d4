package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Modal;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Who is asked says from when on they could present: they decline, and are not asked before that day. */
final class NotBeforeFeature implements Feature {
    static final String OPEN = "away.before/1";
    private static final String CALLBACK = "away.before/1";
    private static final String DATE = "date";

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
                        ? Reply.opens(form(found))
                        : PresenterFeature.refusal(found.meeting().decline(click.user())))
                .orElseGet(MeetingSteps::gone);
    }

    private static Modal form(MeetingSteps.Found found) {
        return Modal.of(
                        CALLBACK,
                        "Not before…",
                        section("You are not asked to present before this day, nor on "
                                + MeetingText.when(found.meeting(), found.group())
                                + ". `/papers away` in the channel takes it back."),
                        input(DATE, "From which day on can you present?", datePicker("answer")))
                .submit("Save")
                .close("Cancel")
                .privateMetadata(found.group().id() + " " + found.meeting().id());
    }

    private Reply submitted(Submission sent) {
        String[] place = sent.metadata().split(" ", 2);
        GroupId group = GroupId.parse(place[0]);
        MeetingId meeting = MeetingId.parse(place[1]);
        Optional<LocalDate> day = sent.value(DATE).flatMap(NotBeforeFeature::date);
        if (day.isEmpty()) {
            return problem("Pick the first day on which you could present.");
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
            return problem("That day is not ahead: pick a later one.");
        }
        if (first.isAfter(today.plusYears(1))) {
            return problem("That is more than a year ahead: pick an earlier day, or leave the list of members with "
                    + "/papers leave.");
        }
        Answer answer = found.meeting().decline(user);
        if (!(answer instanceof Answer.Declined declined)) {
            return PresenterFeature.refusal(answer);
        }
        absences.note(change, found.group(), new Absence(user, today, first.minusDays(1), Absence.Reach.PRESENTING));
        if (!found.meeting().declined().contains(user)) {
            presenters.askNext(change, found.group(), found.meeting(), declined.meeting());
        }
        return Reply.none();
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
