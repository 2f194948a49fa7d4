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
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The form of {@code /papers digest}: made from what is set, and read back. */
final class PersonalDigestModal {
    static final String CALLBACK = "digest.personal/1";
    private static final Texts TEXTS = Texts.of(PersonalDigestModal.class);
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
        PlainTextInput topics = textInput(ANSWER).prompting(TEXTS.say("own.topics.example"));
        String known = String.join(", ", shown.topics());
        return Modal.of(
                        CALLBACK,
                        TEXTS.say("own.title"),
                        section(TEXTS.say("own.intro")),
                        input(
                                SEND,
                                TEXTS.say("own.send"),
                                select(
                                                ANSWER,
                                                List.of(
                                                        option(TEXTS.say("own.send.yes"), ON),
                                                        option(TEXTS.say("own.send.no"), OFF)))
                                        .choosing(ON)),
                        input(
                                        block(SettingsForm.Field.TOPICS),
                                        TEXTS.say("own.topics"),
                                        known.isEmpty() ? topics : topics.holding(known))
                                .hint(TEXTS.say("own.topics.hint"))
                                .mayBeEmpty(),
                        input(
                                        block(SettingsForm.Field.DIGEST_DAYS),
                                        TEXTS.say("own.days"),
                                        checkboxes(ANSWER, days())
                                                .ticking(shown.days().stream()
                                                        .map(Enum::name)
                                                        .toList()))
                                .hint(TEXTS.say("own.days.hint")),
                        input(
                                        block(SettingsForm.Field.DIGEST_TIME),
                                        TEXTS.say("own.time"),
                                        timePicker(ANSWER).choosing(shown.time()))
                                .hint(TEXTS.say(
                                        "own.time.hint",
                                        "zone",
                                        group.settings().zone().getId())))
                .submit(TEXTS.say("form.save"))
                .close(TEXTS.say("form.cancel"))
                .privateMetadata(group.id().toString());
    }

    private static List<Option> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> option(Dates.name(day), day.name()))
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
