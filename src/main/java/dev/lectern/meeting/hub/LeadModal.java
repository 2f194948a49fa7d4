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
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long before a meeting its steps are. */
final class LeadModal implements HubModal {
    private static final Texts TEXTS = Texts.of(LeadModal.class);
    private static final String VOTE = "vote";
    private static final String PRESENTER = "presenter";
    private static final String REMINDER = "reminder";

    @Override
    public String name() {
        return "meetings.lead";
    }

    @Override
    public String label() {
        return TEXTS.say("lead.label");
    }

    @Override
    public String title() {
        return TEXTS.say("lead.title");
    }

    @Override
    public String submit() {
        return TEXTS.say("lead.submit");
    }

    @Override
    public List<Block> blocks(Group group, Timetable timetable, Instant now) {
        Lead lead = group.settings().lead();
        return List.of(
                number(VOTE, TEXTS.say("lead.vote"), lead.voteClosesDays()),
                number(PRESENTER, TEXTS.say("lead.presenter"), lead.presenterAskedDays()),
                number(REMINDER, TEXTS.say("lead.reminder"), lead.reminderHours())
                        .hint(TEXTS.say("lead.reminder.hint")),
                context(TEXTS.say("lead.about")));
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
            return Outcome.problem(REMINDER, TEXTS.say("lead.reminder.problem", "most", latest));
        }
        Lead lead = new Lead(vote, presenter, reminder.get());
        return lead.equals(group.settings().lead())
                ? new Outcome.Nothing()
                : new Outcome.Changed(
                        timetable,
                        Optional.of(group.withSettings(group.settings().withLead(lead))),
                        who -> told(who, lead));
    }

    /** Such as {@code The vote closes 2 days before a meeting, …}; a sentence. */
    static String now(Lead lead) {
        return TEXTS.say(
                "lead.now",
                "vote",
                lead.voteClosesDays(),
                "presenter",
                lead.presenterAskedDays(),
                "reminder",
                lead.reminderHours());
    }

    private static String told(String who, Lead lead) {
        return TEXTS.say(
                "lead.told",
                "who",
                who,
                "vote",
                lead.voteClosesDays(),
                "presenter",
                lead.presenterAskedDays(),
                "reminder",
                lead.reminderHours());
    }

    private static int days(Submission sent, String field, Map<String, String> problems) {
        Optional<Integer> days =
                number(sent, field).filter(count -> count >= Lead.FEWEST_DAYS && count <= Lead.MOST_DAYS);
        if (days.isEmpty()) {
            problems.put(field, TEXTS.say("lead.days.problem", "fewest", Lead.FEWEST_DAYS, "most", Lead.MOST_DAYS));
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
