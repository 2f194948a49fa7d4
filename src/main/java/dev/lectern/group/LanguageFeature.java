package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code /papers language}: which language the group speaks in its channel, and which one a member reads where nobody else
 * does. A member's own choice counts before what they read Slack in.
 */
public final class LanguageFeature implements Feature {
    private static final Texts TEXTS = Texts.of(LanguageFeature.class);
    private static final String NOTE = "group.language";
    private static final String MINE = "mine";
    private static final String AS_SLACK = "slack";

    private final GroupStore groups;
    private final MemberLanguageStore chosen;
    private final GroupLogStore log;
    private final Changes changes;

    public LanguageFeature(GroupStore groups, MemberLanguageStore chosen, GroupLogStore log, Changes changes) {
        this.groups = groups;
        this.chosen = chosen;
        this.log = log;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("language", "language [mine] [name]", () -> TEXTS.say("help.language"), this::language);
    }

    @Override
    public void words(Wording wording) {
        wording.message(NOTE, () -> TEXTS.say("called.language"));
    }

    private Reply language(Command command) {
        String[] words = command.rest().split("\\s+", 2);
        if (words[0].toLowerCase(Locale.ROOT).equals(MINE)) {
            return mine(command, words.length < 2 ? "" : words[1]);
        }
        if (command.group().channel().value().startsWith("D")) {
            return mine(command, command.rest());
        }
        return groups.find(command.group())
                .map(group -> ofGroup(group, command))
                .orElseGet(GroupFeature::noGroup);
    }

    private Reply mine(Command command, String typed) {
        TeamId team = command.group().team();
        if (typed.isEmpty()) {
            return Reply.onlyToYou(
                    TEXTS.say("language.mine", "language", Language.spoken().ownName()));
        }
        if (typed.strip().toLowerCase(Locale.ROOT).equals(AS_SLACK)) {
            chosen.forget(team, command.user());
            return Reply.onlyToYou(TEXTS.say("language.mine.as-slack"));
        }
        return LanguageText.read(typed)
                .map(language -> {
                    chosen.choose(team, command.user(), language);
                    return Language.speaking(
                            language,
                            () -> Reply.onlyToYou(TEXTS.say("language.mine.chosen", "language", language.ownName())));
                })
                .orElseGet(() -> unknown(typed));
    }

    private Reply ofGroup(Group group, Command command) {
        if (command.rest().isEmpty()) {
            return Reply.onlyToYou(TEXTS.say(
                    "language.both",
                    "group",
                    of(group.settings()).ownName(),
                    "mine",
                    Language.spoken().ownName()));
        }
        return LanguageText.read(command.rest())
                .map(wanted -> changes.once(
                        command.group(),
                        command.request(),
                        Reply.KEPT,
                        change -> groups.find(command.group())
                                .map(now -> change(change, now, command, wanted))
                                .orElseGet(GroupFeature::noGroup)))
                .orElseGet(() -> unknown(command.rest()));
    }

    private Reply change(Change change, Group group, Command command, Language wanted) {
        if (!RightsText.mayOrganize(group, command.user())) {
            return Reply.onlyToYou(TEXTS.say("language.organizers-only", "organizer", user(group.organizer())));
        }
        if (of(group.settings()) == wanted) {
            return Reply.onlyToYou(TEXTS.say("language.same", "language", wanted.ownName()));
        }
        Group after = group.withSettings(group.settings().withLanguage(Optional.of(wanted)));
        groups.save(change, after);
        log.note(change, command.user(), SettingsChange.between(group, after));
        change.send(Outbound.toChannel(
                        NOTE + "/" + command.request().value(),
                        group.id().channel(),
                        () -> Language.speaking(wanted, () -> note(command.user(), wanted)))
                .notTwice());
        return Reply.none();
    }

    private static Message note(UserId by, Language wanted) {
        String text = TEXTS.say("language.changed", "who", user(by), "language", wanted.ownName());
        return Message.of(text, section(text));
    }

    private static Reply unknown(String typed) {
        return Reply.onlyToYou(TEXTS.say("language.unknown", "typed", line(FormText.quoted(typed))));
    }

    /** What is spoken in a group's channel. */
    static Language of(Settings settings) {
        return settings.language().orElse(Language.ENGLISH);
    }
}
