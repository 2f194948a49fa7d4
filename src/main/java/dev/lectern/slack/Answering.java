package dev.lectern.slack;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.escape;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.slack.block.Home;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Language;
import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds who answers, and turns whatever goes wrong into a sentence for the person. */
final class Answering {
    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private static final Texts TEXTS = Texts.of(Answering.class);
    private static final int LONGEST_QUOTE = 40;

    private final Routes routes;
    private final Scenes scenes;
    private final InTime inTime = new InTime();
    private final Apology apology = new Apology();

    Answering(Routes routes, Scenes scenes) {
        this.routes = routes;
        this.scenes = scenes;
    }

    Reply command(Command command) {
        return guarded(
                command.user(),
                command.group(),
                () -> routes.verb(command.verb().isEmpty() ? "help" : command.verb())
                        .map(verb -> withTip(command, verb.handler().apply(command)))
                        .orElseGet(() -> unknownVerb(command.verb())));
    }

    /** A tip is a courtesy: where it can't be given, the answer is as good without. */
    private Reply withTip(Command command, Reply reply) {
        if (!(reply instanceof Reply.OnlyToYou only)
                || only.message().blocks().isEmpty()
                || only.message().blocks().size() >= Limits.MESSAGE_BLOCKS) {
            return reply;
        }
        try {
            return routes.tip(command, only.message())
                    .<Reply>map(tip -> new Reply.OnlyToYou(only.message().followedBy(tip)))
                    .orElse(reply);
        } catch (RuntimeException e) {
            log.info("no tip for {}: {}", command.user(), e.getMessage());
            return reply;
        }
    }

    private Reply unknownVerb(String verb) {
        List<String> known = routes.verbs().stream().map(Routes.Verb::name).toList();
        String said = escape(Shorten.plain(verb.replace("`", "'"), LONGEST_QUOTE));
        return Reply.onlyToYou(NearestWord.to(verb, known)
                .map(nearest -> TEXTS.say("verb.near", "said", said, "nearest", nearest))
                .orElseGet(() -> TEXTS.say("verb.unknown", "said", said)));
    }

    /** An action id is {@code name/version}, and what the button is about after it. */
    Reply click(String actionId, UserId user, GroupId group, Function<List<String>, Click> click) {
        String[] parts = actionId.split("/");
        Optional<Function<Click, Reply>> handler =
                parts.length < 2 ? Optional.empty() : routes.buttonNamed(parts[0] + "/" + parts[1]);
        return guarded(user, group, () -> {
            if (handler.isEmpty()) {
                return outdated();
            }
            try {
                return handler.get().apply(click.apply(List.of(Arrays.copyOfRange(parts, 2, parts.length))));
            } catch (OutdatedButton e) {
                log.warn("the button {} was not understood: {}", parts[0], e.getMessage());
                return outdated();
            }
        });
    }

    private static Reply outdated() {
        return Reply.onlyToYou(TEXTS.say("outdated.button"));
    }

    /** @param group that the form is about, as far as it says so */
    Reply submission(String callbackId, GroupId group, Submission submission) {
        return guarded(
                submission.user(),
                group,
                () -> routes.modalNamed(callbackId)
                        .map(handler -> handler.apply(submission))
                        .orElseGet(() -> Reply.onlyToYou(TEXTS.say("outdated.form"))));
    }

    Reply shortcut(String callbackId, MessageShortcut shortcut) {
        return guarded(
                shortcut.user(),
                shortcut.group(),
                () -> routes.shortcutNamed(callbackId)
                        .map(handler -> handler.apply(shortcut))
                        .orElseGet(() -> Reply.onlyToYou(TEXTS.say("outdated.entry"))));
    }

    Reply globalShortcut(String callbackId, Shortcut shortcut) {
        return guarded(
                shortcut.user(),
                new GroupId(shortcut.team(), Incoming.NO_CHANNEL),
                () -> routes.globalShortcutNamed(callbackId)
                        .map(handler -> handler.apply(shortcut))
                        .orElseGet(() -> Reply.onlyToYou(TEXTS.say("outdated.entry"))));
    }

    /** Like {@link #links}. */
    boolean mentioned(Mention mention) {
        return heard(mention.group(), () -> routes.mentioned(mention));
    }

    /** Like {@link #links}. */
    boolean toldDirectly(DirectMessage message) {
        return heard(message.place(), () -> routes.toldDirectly(message));
    }

    /** Like {@link #links}. */
    boolean invited(Invited invited) {
        return heard(invited.group(), () -> routes.invited(invited));
    }

    /** What a field offers for what was typed; nothing where that can't be told, since a field has no place to say so. */
    List<Option> suggestions(String actionId, Supplier<Typeahead> typing) {
        return inTime.get(
                () -> {
                    try {
                        return Limits.fitSuggestions(routes.suggestionsNamed(actionId)
                                .map(handler -> offered(handler, typing.get()))
                                .orElse(List.of()));
                    } catch (RuntimeException e) {
                        apology.about(e);
                        return List.of();
                    }
                },
                List.of());
    }

    private List<Option> offered(Function<Typeahead, List<Option>> handler, Typeahead typed) {
        return scenes.before(typed.user(), typed.group(), () -> handler.apply(typed));
    }

    /** Whether it was taken; otherwise Slack is to bring it again. */
    boolean links(SharedLinks links) {
        return heard(links.group(), () -> routes.shared(links));
    }

    /** Like {@link #links}. */
    boolean gone(Gone gone) {
        return heard(new GroupId(gone.team(), gone.channel().orElse(Incoming.NO_CHANNEL)), () -> routes.gone(gone));
    }

    private boolean heard(GroupId group, Runnable hearing) {
        return inTime.get(
                () -> {
                    try {
                        return scenes.in(group, () -> {
                            hearing.run();
                            return true;
                        });
                    } catch (RuntimeException e) {
                        apology.about(e);
                        return !RedisTrouble.is(e);
                    }
                },
                false);
    }

    /** What a person's Home shows: the features' sections, or what keeps them away. */
    Home home(Routes.HomeVisit visit) {
        Supplier<Home> late = () -> new Home(List.of(section(Apology.late())));
        return inTime.get(
                () -> scenes.before(visit.user(), visit.team(), () -> {
                    try {
                        return HomePage.of(routes.home(visit));
                    } catch (RuntimeException e) {
                        return new Home(List.of(section(apology.about(e))));
                    }
                }),
                () -> scenes.before(visit.user(), visit.team(), late),
                late);
    }

    /** What goes around an answer, in the language that the answer has; soon, whatever stands still. */
    <T> T speakingTo(UserId user, GroupId group, Supplier<T> work) {
        return Language.speaking(
                () -> inTime.soon(() -> scenes.before(user, group, Language::spoken), Language.ENGLISH), work);
    }

    private Reply guarded(UserId user, GroupId group, Supplier<Reply> answer) {
        Supplier<Reply> late = () -> Reply.onlyToYou(Apology.late());
        return inTime.get(
                () -> scenes.before(user, group, () -> {
                    try {
                        return answer.get();
                    } catch (RuntimeException e) {
                        return Reply.onlyToYou(apology.about(e));
                    }
                }),
                () -> scenes.before(user, group, late),
                late);
    }
}
