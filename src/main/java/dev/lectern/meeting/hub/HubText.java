package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Blocks.timePicker;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.when.MeetingRule;
import dev.lectern.meeting.when.MomentForm;
import dev.lectern.meeting.when.NamedRule;
import dev.lectern.meeting.when.Occurrence;
import dev.lectern.meeting.when.RuleSentence;
import dev.lectern.meeting.when.Timetable;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Input;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the organizer's forms have in common. */
final class HubText {
    static final String ANSWER = "answer";
    static final String DATE = "date";
    static final String TIME = "time";
    static final String LENGTH = "length";
    static final String PLACE = "place";
    static final int LONGEST_PLACE = 300;

    private static final DateTimeFormatter PLAIN = DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private HubText() {}

    /** A refusal for everybody but the organizer. */
    static Optional<Reply> refusal(Group group, UserId who) {
        return group.organizer().equals(who)
                ? Optional.empty()
                : Optional.of(
                        Reply.onlyToYou(
                                "Only " + user(group.organizer())
                                        + ", who set this group up, changes when it meets. `/papers schedule` shows the next meetings."));
    }

    /** In the reader's zone; mrkdwn. */
    static String when(Instant start, ZoneId zone) {
        return Mrkdwn.date(start, zone);
    }

    /** In the group's zone; plain text. */
    static String plain(Instant start, ZoneId zone) {
        return PLAIN.format(start.atZone(zone));
    }

    /** Plain text. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** Such as {@code every Thursday at 15:00 (Europe/Berlin), 90 minutes, in Room 2}; mrkdwn. */
    static String series(NamedRule series) {
        MeetingRule rule = series.rule();
        return line(RuleSentence.of(rule)) + " (" + rule.zone() + "), " + minutes(rule.length())
                + rule.place().map(place -> ", " + line(place)).orElse("");
    }

    static String minutes(Duration length) {
        return length.toMinutes() + " minutes";
    }

    /** A choice among meetings ahead; its values are slots. */
    static Input meetings(String block, String label, List<Occurrence> meetings, Timetable timetable) {
        List<Option> options = meetings.stream()
                .map(one ->
                        option(plain(one.start(), timetable.zone()), one.slot().write()))
                .toList();
        return input(block, label, select(ANSWER, options)).hint("In the group's time zone, " + timetable.zone() + ".");
    }

    /** A choice among series; its values are their ids. */
    static Input serieses(String block, String label, Timetable timetable) {
        List<Option> options = timetable.series().stream()
                .map(series -> option(RuleSentence.of(series.rule()), series.id()))
                .toList();
        return input(
                block, label, select(ANSWER, options).choosing(options.get(0).value()));
    }

    /** A day and a time in the group's zone. */
    static List<Block> moment(ZoneId zone, Optional<LocalDate> day, LocalTime time) {
        var picker = day.map(date -> datePicker(ANSWER).choosing(date)).orElseGet(() -> datePicker(ANSWER));
        return List.of(
                input(DATE, "On", picker),
                input(TIME, "At", timePicker(ANSWER).choosing(time)).hint("In the group's time zone, " + zone + "."));
    }

    static MomentForm moment(Submission sent) {
        return new MomentForm(sent.value(DATE).orElse(""), sent.value(TIME).orElse(""));
    }

    static Outcome beside(MomentForm.Invalid invalid) {
        return Outcome.problem(invalid.field() == MomentForm.Field.DATE ? DATE : TIME, invalid.problem());
    }

    static Input length(Duration now) {
        return input(LENGTH, "Minutes", textInput(ANSWER).holding(Long.toString(now.toMinutes())))
                .hint("How long a meeting lasts, from 5 to 720.");
    }

    /** Empty for what is no length. */
    static Optional<Duration> length(Submission sent) {
        return sent.value(LENGTH)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofMinutes(Long.parseLong(text)))
                .filter(length -> length.toMinutes() >= 5 && length.compareTo(MeetingRule.LONGEST) <= 0);
    }

    static Outcome noLength() {
        return Outcome.problem(LENGTH, "Write how many minutes a meeting lasts, from 5 to 720, such as 60.");
    }

    static Input place(Optional<String> now) {
        return input(
                        PLACE,
                        "Place or call link",
                        textInput(ANSWER).atMost(LONGEST_PLACE).holding(now.orElse("")))
                .mayBeEmpty();
    }

    static Optional<String> place(Submission sent) {
        return sent.value(PLACE).map(String::strip).filter(text -> !text.isEmpty());
    }
}
