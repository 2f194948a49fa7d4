package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.multiUsersSelect;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Blocks.timePicker;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.SettingsForm.Field;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Input;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.PlainTextInput;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of {@code /papers setup}: made from settings, and read back. */
final class SetupModal {
    static final String CALLBACK = "group.setup/1";
    static final String MEMBERS = "members";
    private static final String ANSWER = "answer";
    /** The voting window and the time zone. */
    private static final int FIELDS_AFTER_MEETINGS = 2;

    private static final List<String> WINDOWS = List.of("12 hours", "1 day", "2 days", "3 days", "5 days", "7 days");

    private SetupModal() {}

    /** What a form comes back with to know where it belongs. */
    record Place(GroupId group, String channelName) {
        String write() {
            return group + " " + channelName;
        }

        static Place read(String metadata) {
            String[] parts = metadata.split(" ", 2);
            return new Place(GroupId.parse(parts[0]), parts[1]);
        }
    }

    /** @param instead by what the group meets in place of its settings' day, time and rhythm */
    static Modal of(Place place, Settings settings, Collection<UserId> members, Optional<String> instead) {
        List<Block> blocks = new ArrayList<>(fields(settings, members));
        instead.ifPresent(words -> blocks.add(
                blocks.size() - FIELDS_AFTER_MEETINGS,
                context("You meet " + line(words)
                        + ": that was set with `/papers meetings`, and holds whatever the three "
                        + "fields above say, until it is changed there.")));
        return Modal.of(CALLBACK, "Reading group", blocks)
                .submit("Save")
                .close("Cancel")
                .privateMetadata(place.write());
    }

    private static List<Block> fields(Settings settings, Collection<UserId> members) {
        SettingsForm now = SettingsForm.of(settings);
        return List.of(
                section("How this channel reads. You can change all of it later with `/papers setup`."),
                input(MEMBERS, "Members", multiUsersSelect(ANSWER).choosing(members))
                        .hint("They vote, and take turns to present."),
                topics(now.topics()),
                follows(now.follows()),
                input(
                                block(Field.DIGEST_DAYS),
                                "Days of the digest",
                                checkboxes(ANSWER, days()).ticking(now.digestDays()))
                        .hint("All seven for a daily digest, one for a weekly one."),
                input(
                        block(Field.DIGEST_TIME),
                        "Time of the digest",
                        timePicker(ANSWER).choosing(settings.digestTime())),
                input(
                        block(Field.MEETING_DAY),
                        "Day of the meeting",
                        select(ANSWER, days()).choosing(now.meetingDay())),
                input(
                        block(Field.MEETING_TIME),
                        "Time of the meeting",
                        timePicker(ANSWER).choosing(settings.meetingTime())),
                input(block(Field.RHYTHM), "You meet", select(ANSWER, rhythms()).choosing(now.rhythm())),
                input(
                                block(Field.VOTING_WINDOW),
                                "The vote is open for",
                                select(ANSWER, windows(now.votingWindow())).choosing(now.votingWindow()))
                        .hint(closes(settings.lead().voteClosesDays())),
                input(block(Field.ZONE), "Time zone", textInput(ANSWER).holding(now.zone()))
                        .hint("Such as Europe/Berlin, America/New_York or UTC."));
    }

    private static String closes(int days) {
        return "It closes " + (days == 1 ? "a day" : days == 2 ? "two days" : days + " days")
                + " before the meeting, so that the presenter can prepare.";
    }

    private static Input topics(String now) {
        PlainTextInput text = textInput(ANSWER).prompting("agents, speech recognition, evaluation");
        return input(block(Field.TOPICS), "Topics", now.isEmpty() ? text : text.holding(now))
                .hint("Separated by commas. Papers on them come first in the digest.")
                .mayBeEmpty();
    }

    private static Input follows(String now) {
        PlainTextInput text = textInput(ANSWER).tall().prompting("cs.CL, hf/ada, https://example.org/feed.xml");
        return input(block(Field.FOLLOWS), "Also follow", now.isEmpty() ? text : text.holding(now))
                .hint(
                        "arXiv categories, addresses of RSS or Atom feeds, and hf/ with the name of somebody whose picks for "
                                + "Daily Papers you trust. From a large list only what fits you best comes into the digest.")
                .mayBeEmpty();
    }

    static SettingsForm read(Submission sent) {
        return new SettingsForm(
                text(sent, Field.TOPICS),
                sent.values(block(Field.DIGEST_DAYS)),
                text(sent, Field.DIGEST_TIME),
                text(sent, Field.ZONE),
                text(sent, Field.MEETING_DAY),
                text(sent, Field.MEETING_TIME),
                text(sent, Field.RHYTHM),
                text(sent, Field.VOTING_WINDOW),
                text(sent, Field.FOLLOWS));
    }

    static Map<String, String> beside(Map<Field, String> problems) {
        return problems.entrySet().stream()
                .collect(Collectors.toMap(problem -> block(problem.getKey()), Map.Entry::getValue));
    }

    private static String text(Submission sent, Field field) {
        return sent.value(block(field)).orElse("");
    }

    private static String block(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static List<Option> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> option(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.name()))
                .toList();
    }

    private static List<Option> rhythms() {
        return Arrays.stream(Rhythm.values())
                .map(rhythm -> option(rhythm.label(), rhythm.name()))
                .toList();
    }

    private static List<Option> windows(String present) {
        return java.util.stream.Stream.concat(WINDOWS.stream(), java.util.stream.Stream.of(present))
                .distinct()
                .map(window -> option(window, window))
                .toList();
    }
}
