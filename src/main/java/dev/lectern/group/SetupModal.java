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
import dev.lectern.text.Dates;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The form of {@code /papers setup}: made from settings, and read back. */
final class SetupModal {
    private static final Texts TEXTS = Texts.of(SetupModal.class);
    static final String CALLBACK = "group.setup/1";
    static final String MEMBERS = "members";
    private static final String ANSWER = "answer";
    private static final String LANGUAGE = "language";
    /** The voting window, the time zone, and the language. */
    private static final int FIELDS_AFTER_MEETINGS = 3;

    private static final List<Duration> WINDOWS =
            Stream.of(12, 24, 48, 72, 120, 168).map(Duration::ofHours).toList();

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

    /** In place of the form, where nothing shows in the channel. */
    static Modal said(String mrkdwn) {
        return Modal.of("group.setup.said/1", TEXTS.say("setup.title"), section(mrkdwn))
                .close(TEXTS.say("setup.done"));
    }

    /** @param instead by what the group meets in place of its settings' day, time and rhythm */
    static Modal of(Place place, Settings settings, Collection<UserId> members, Optional<String> instead) {
        List<Block> blocks = new ArrayList<>(fields(settings, members));
        instead.ifPresent(words -> blocks.add(
                blocks.size() - FIELDS_AFTER_MEETINGS,
                context(TEXTS.say("setup.meets-instead", "instead", line(words)))));
        return Modal.of(CALLBACK, TEXTS.say("setup.title"), blocks)
                .submit(TEXTS.say("setup.save"))
                .close(TEXTS.say("setup.cancel"))
                .privateMetadata(place.write());
    }

    private static List<Block> fields(Settings settings, Collection<UserId> members) {
        SettingsForm now = SettingsForm.of(settings);
        return List.of(
                section(TEXTS.say("setup.intro")),
                input(
                                MEMBERS,
                                TEXTS.say("setup.members"),
                                multiUsersSelect(ANSWER).choosing(members))
                        .hint(TEXTS.say("setup.members.hint")),
                topics(now.topics()),
                follows(now.follows()),
                input(
                                block(Field.DIGEST_DAYS),
                                TEXTS.say("setup.digest-days"),
                                checkboxes(ANSWER, days()).ticking(now.digestDays()))
                        .hint(TEXTS.say("setup.digest-days.hint")),
                input(
                        block(Field.DIGEST_TIME),
                        TEXTS.say("setup.digest-time"),
                        timePicker(ANSWER).choosing(settings.digestTime())),
                input(
                        block(Field.MEETING_DAY),
                        TEXTS.say("setup.meeting-day"),
                        select(ANSWER, days()).choosing(now.meetingDay())),
                input(
                        block(Field.MEETING_TIME),
                        TEXTS.say("setup.meeting-time"),
                        timePicker(ANSWER).choosing(settings.meetingTime())),
                input(
                        block(Field.RHYTHM),
                        TEXTS.say("setup.rhythm"),
                        select(ANSWER, rhythms()).choosing(now.rhythm())),
                input(
                                block(Field.VOTING_WINDOW),
                                TEXTS.say("setup.window"),
                                select(ANSWER, windows(settings.votingWindow())).choosing(now.votingWindow()))
                        .hint(TEXTS.say(
                                "setup.window.hint", "days", settings.lead().voteClosesDays())),
                input(
                                block(Field.ZONE),
                                TEXTS.say("setup.zone"),
                                textInput(ANSWER).holding(now.zone()))
                        .hint(TEXTS.say("setup.zone.hint")),
                input(
                                LANGUAGE,
                                TEXTS.say("setup.language"),
                                select(ANSWER, languages())
                                        .choosing(LanguageFeature.of(settings).tag()))
                        .hint(TEXTS.say("setup.language.hint")));
    }

    private static Input topics(String now) {
        PlainTextInput text = textInput(ANSWER).prompting(TEXTS.say("setup.topics.example"));
        return input(block(Field.TOPICS), TEXTS.say("setup.topics"), now.isEmpty() ? text : text.holding(now))
                .hint(TEXTS.say("setup.topics.hint"))
                .mayBeEmpty();
    }

    private static Input follows(String now) {
        PlainTextInput text = textInput(ANSWER).tall().prompting("cs.CL, hf/ada, https://example.org/feed.xml");
        return input(block(Field.FOLLOWS), TEXTS.say("setup.follows"), now.isEmpty() ? text : text.holding(now))
                .hint(TEXTS.say("setup.follows.hint"))
                .mayBeEmpty();
    }

    /** Each by its own name. */
    private static List<Option> languages() {
        return Arrays.stream(Language.values())
                .map(language -> option(language.ownName(), language.tag()))
                .toList();
    }

    /** Empty where the form came without it. */
    static Optional<Language> language(Submission sent) {
        return sent.value(LANGUAGE).flatMap(Language::of);
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
                .map(day -> option(Dates.name(day), day.name()))
                .toList();
    }

    private static List<Option> rhythms() {
        return Arrays.stream(Rhythm.values())
                .map(rhythm -> option(rhythm.label(), rhythm.name()))
                .toList();
    }

    private static List<Option> windows(Duration present) {
        return Stream.concat(WINDOWS.stream(), Stream.of(present))
                .distinct()
                .map(window -> option(label(window), SettingsForm.window(window)))
                .toList();
    }

    /** As the reader writes it; the value stays as it is typed. */
    static String label(Duration window) {
        if (window.equals(Duration.ofDays(window.toDays()))) {
            return TEXTS.say("window.days", "days", window.toDays());
        }
        return window.equals(Duration.ofHours(window.toHours()))
                ? TEXTS.say("window.hours", "hours", window.toHours())
                : SettingsForm.window(window);
    }
}
