package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Blocks.datePicker;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Blocks.timePicker;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.RightsText;
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
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** What the organizer's forms have in common. */
final class HubText {
    static final String ANSWER = "answer";
    static final String DATE = "date";
    static final String TIME = "time";
    static final String LENGTH = "length";
    static final String PLACE = "place";
    static final int LONGEST_PLACE = 300;

    private static final Texts TEXTS = Texts.of(HubText.class);

    private HubText() {}

    /** A refusal for everybody but the organizer. */
    static Optional<Reply> refusal(Group group, UserId who) {
        return RightsText.mayOrganize(group, who)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(TEXTS.say("refusal", "organizer", RightsText.organizers(group))));
    }

    /** In the reader's zone; mrkdwn. */
    static String when(Instant start, ZoneId zone) {
        return Mrkdwn.date(start, zone);
    }

    /** In the group's zone; plain text. */
    static String plain(Instant start, ZoneId zone) {
        return Dates.moment(start.atZone(zone));
    }

    /** Plain text. */
    static String day(LocalDate date) {
        return Dates.weekdayAndYear(date);
    }

    /** Such as {@code every Thursday at 15:00 (Europe/Berlin), 90 minutes, in Room 2}; mrkdwn. */
    static String series(NamedRule series) {
        MeetingRule rule = series.rule();
        String words = line(RuleSentence.of(rule));
        String zone = rule.zone().getId();
        long minutes = rule.length().toMinutes();
        return rule.place()
                .map(place -> TEXTS.say(
                        "series.somewhere", "rule", words, "zone", zone, "minutes", minutes, "place", line(place)))
                .orElseGet(() -> TEXTS.say("series", "rule", words, "zone", zone, "minutes", minutes));
    }

    static String cancel() {
        return TEXTS.say("form.cancel");
    }

    /** A choice among meetings ahead; its values are slots. */
    static Input meetings(String block, String label, List<Occurrence> meetings, Timetable timetable) {
        List<Option> options = meetings.stream()
                .map(one ->
                        option(plain(one.start(), timetable.zone()), one.slot().write()))
                .toList();
        return input(block, label, select(ANSWER, options)).hint(inZone(timetable.zone()));
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
                input(DATE, TEXTS.say("form.on"), picker),
                input(TIME, TEXTS.say("form.at"), timePicker(ANSWER).choosing(time))
                        .hint(inZone(zone)));
    }

    private static String inZone(ZoneId zone) {
        return TEXTS.say("form.in-zone", "zone", zone.getId());
    }

    static MomentForm moment(Submission sent) {
        return new MomentForm(sent.value(DATE).orElse(""), sent.value(TIME).orElse(""));
    }

    static Outcome beside(MomentForm.Invalid invalid) {
        return Outcome.problem(invalid.field() == MomentForm.Field.DATE ? DATE : TIME, invalid.problem());
    }

    static Input length(Duration now) {
        return input(LENGTH, TEXTS.say("form.minutes"), textInput(ANSWER).holding(Long.toString(now.toMinutes())))
                .hint(TEXTS.say("form.minutes.hint"));
    }

    /** Empty for what is no length. */
    static Optional<Duration> length(Submission sent) {
        return sent.value(LENGTH)
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,4}"))
                .map(text -> Duration.ofMinutes(Long.parseLong(text)))
                .filter(MeetingRule::canLast);
    }

    static Outcome noLength() {
        return Outcome.problem(LENGTH, TEXTS.say("form.minutes.problem"));
    }

    static Input place(Optional<String> now) {
        return input(
                        PLACE,
                        TEXTS.say("form.place"),
                        textInput(ANSWER).atMost(LONGEST_PLACE).holding(now.orElse("")))
                .mayBeEmpty();
    }

    static Optional<String> place(Submission sent) {
        return sent.value(PLACE).map(String::strip).filter(text -> !text.isEmpty());
    }
}
