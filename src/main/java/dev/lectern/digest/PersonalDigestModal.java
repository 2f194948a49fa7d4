package dev.lectern.digest;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;
import static dev.lectern.slack.block.Blocks.timePicker;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.SettingsForm;
import dev.lectern.group.UserId;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.PlainTextInput;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of {@code /papers digest}: made from what is set, and read back. */
final class PersonalDigestModal {
    static final String CALLBACK = "digest.personal/1";
    private static final String SEND = "send";
    private static final String ON = "on";
    private static final String OFF = "off";
    private static final String ANSWER = "answer";

    private static final Map<SettingsForm.Field, String> BLOCKS = Map.of(
            SettingsForm.Field.TOPICS, "topics",
            SettingsForm.Field.DIGEST_DAYS, "days",
            SettingsForm.Field.DIGEST_TIME, "time");

    private PersonalDigestModal() {}

    /** @param now what the member has; empty for none */
    static Modal of(Group group, UserId user, Optional<PersonalDigest> now) {
        PersonalDigest shown = now.orElseGet(() -> new PersonalDigest(
                user, List.of(), group.settings().digestDays(), group.settings().digestTime()));
        PlainTextInput topics = textInput(ANSWER).prompting("agents, speech recognition, evaluation");
        String known = String.join(", ", shown.topics());
        return Modal.of(
                        CALLBACK,
                        "Your own digest",
                        section(
                                "New papers by direct message, chosen by your topics and by what you nominate, vote for "
                                        + "and present. On days without anything for you I stay silent."),
                        input(
                                SEND,
                                "Send it to me",
                                select(ANSWER, List.of(option("Yes", ON), option("No", OFF)))
                                        .choosing(ON)),
                        input(
                                        block(SettingsForm.Field.TOPICS),
                                        "Topics",
                                        known.isEmpty() ? topics : topics.holding(known))
                                .hint("Separated by commas.")
                                .mayBeEmpty(),
                        input(
                                        block(SettingsForm.Field.DIGEST_DAYS),
                                        "Days",
                                        checkboxes(ANSWER, days())
                                                .ticking(shown.days().stream()
                                                        .map(Enum::name)
                                                        .toList()))
                                .hint("All seven for a daily digest, one for a weekly one."),
                        input(
                                        block(SettingsForm.Field.DIGEST_TIME),
                                        "Time",
                                        timePicker(ANSWER).choosing(shown.time()))
                                .hint("In the group's time zone, "
                                        + group.settings().zone() + "."))
                .submit("Save")
                .close("Cancel")
                .privateMetadata(group.id().toString());
    }

    private static List<Option> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> option(day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), day.name()))
                .toList();
    }

    static GroupId group(Submission sent) {
        return GroupId.parse(sent.metadata());
    }

    static boolean isOn(Submission sent) {
        return sent.value(SEND).filter(OFF::equals).isEmpty();
    }

    /** Read as the same fields of the group's own form are. */
    static SettingsForm read(Submission sent, Group group) {
        SettingsForm own = SettingsForm.of(group.settings());
        return new SettingsForm(
                sent.value(block(SettingsForm.Field.TOPICS)).orElse(""),
                sent.values(block(SettingsForm.Field.DIGEST_DAYS)),
                sent.value(block(SettingsForm.Field.DIGEST_TIME)).orElse(""),
                own.zone(),
                own.meetingDay(),
                own.meetingTime(),
                own.rhythm(),
                own.votingWindow(),
                own.follows());
    }

    static Map<String, String> beside(Map<SettingsForm.Field, String> problems) {
        return problems.entrySet().stream()
                .collect(Collectors.toMap(problem -> block(problem.getKey()), Map.Entry::getValue));
    }

    private static String block(SettingsForm.Field field) {
        return BLOCKS.getOrDefault(field, SEND);
    }
}
