package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.group.Group;
import dev.lectern.group.Lead;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Input;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long before a meeting its steps are. */
final class LeadModal implements HubModal {
    private static final String VOTE = "vote";
    private static final String PRESENTER = "presenter";
    private static final String REMINDER = "reminder";

    @Override
    public String name() {
        return "meetings.lead";
    }

    @Override
    public String label() {
        return "When things happen…";
    }

    @Override
    public String title() {
        return "When things happen";
    }

    @Override
    public String submit() {
        return "Save";
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        Lead lead = group.settings().lead();
        return List.of(
                number(VOTE, "The vote closes, days before the meeting", lead.voteClosesDays()),
                number(PRESENTER, "Somebody is asked to present, days before", lead.presenterAskedDays()),
                number(REMINDER, "The channel is reminded, hours before", lead.reminderHours())
                        .hint("After the two others. Whole days before are at the same hour, also when clocks change."),
                context("For meetings whose paper, presenter or vote is not there yet."));
    }

    private static Input number(String block, String label, int now) {
        return input(block, label, textInput(HubText.ANSWER).holding(Integer.toString(now)));
    }

    @Override
    public Outcome read(Group group, Timetable timetable, Instant now, Submission sent) {
        Map<String, String> problems = new HashMap<>();
        int vote = days(sent, VOTE, problems);
        int presenter = days(sent, PRESENTER, problems);
        if (!problems.isEmpty()) {
            return new Outcome.Problems(problems);
        }
        int latest = Lead.latest(vote, presenter);
        Optional<Integer> reminder = number(sent, REMINDER).filter(hours -> hours >= 1 && hours <= latest);
        if (reminder.isEmpty()) {
            return Outcome.problem(
                    REMINDER,
                    "Write how many hours before, from 1 to " + latest + ": the reminder follows the two others.");
        }
        Lead lead = new Lead(vote, presenter, reminder.get());
        return lead.equals(group.settings().lead())
                ? new Outcome.Nothing()
                : new Outcome.Changed(
                        timetable,
                        Optional.of(group.withSettings(group.settings().withLead(lead))),
                        "changed when things happen: " + words(lead) + ".");
    }

    /** Such as {@code the vote closes 2 days before, …}; goes on in a sentence. */
    static String words(Lead lead) {
        return "the vote closes " + count(lead.voteClosesDays(), "day")
                + " before a meeting, somebody is asked to present "
                + count(lead.presenterAskedDays(), "day") + " before, the reminder comes "
                + count(lead.reminderHours(), "hour") + " before";
    }

    private static String count(int number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }

    private static int days(Submission sent, String field, Map<String, String> problems) {
        Optional<Integer> days =
                number(sent, field).filter(count -> count >= Lead.FEWEST_DAYS && count <= Lead.MOST_DAYS);
        if (days.isEmpty()) {
            problems.put(
                    field,
                    "Write how many days before, from " + Lead.FEWEST_DAYS + " to " + Lead.MOST_DAYS + ", such as 2.");
        }
        return days.orElse(Lead.FEWEST_DAYS);
    }

    private static Optional<Integer> number(Submission sent, String field) {
        return sent.value(field)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::valueOf);
    }
}
