package dev.lectern.slack;

import dev.lectern.group.UserId;
import dev.lectern.redis.RedisTrouble;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Option;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who answers what. Filled by the features while Lectern is put together, then only read. */
public final class Routes {
    private static final Logger log = LoggerFactory.getLogger(Routes.class);
    private static final Texts TEXTS = Texts.of(Routes.class);

    private final Map<String, Verb> verbs = new LinkedHashMap<>();
    private final Map<String, Function<Click, Reply>> buttons = new HashMap<>();
    private final Map<String, Function<Submission, Reply>> modals = new HashMap<>();
    private final Map<String, Function<Typeahead, List<Option>>> suggestions = new HashMap<>();
    private final Map<String, Function<MessageShortcut, Reply>> shortcuts = new HashMap<>();
    private final Map<String, Function<Shortcut, Reply>> globalShortcuts = new HashMap<>();
    private final List<BiFunction<Command, Message, Optional<Block>>> tips = new ArrayList<>();
    private final List<Consumer<Mention>> mentions = new ArrayList<>();
    private final List<Consumer<DirectMessage>> directMessages = new ArrayList<>();
    private final List<Consumer<Invited>> invitations = new ArrayList<>();
    private final List<Consumer<SharedLinks>> linkReaders = new ArrayList<>();
    private final List<Consumer<Gone>> departures = new ArrayList<>();
    private final Map<HomeTopic, List<Function<HomeVisit, List<Block>>>> homeSections = new EnumMap<>(HomeTopic.class);

    /**
     * A word after {@code /papers}.
     *
     * @param usage how to write it, such as {@code nominate <link or title>}
     * @param help what it does, in a few words, in the language that is spoken when it is asked
     */
    public record Verb(String name, String usage, Supplier<String> help, Function<Command, Reply> handler) {}

    /** Somebody opened the app's Home. */
    public record HomeVisit(dev.lectern.group.TeamId team, UserId user) {}

    /** @param help what the verb does, in a few words of the feature's own {@link dev.lectern.text.Texts} */
    public void command(String name, String usage, Supplier<String> help, Function<Command, Reply> handler) {
        add(verbs, name, new Verb(name, usage, help, handler));
    }

    /** @param name with its version, such as {@code ballot.vote/1}; arguments may follow it in the action id */
    public void button(String name, Function<Click, Reply> handler) {
        add(buttons, name, handler);
    }

    public void modal(String callbackId, Function<Submission, Reply> handler) {
        add(modals, callbackId, handler);
    }

    /**
     * Says what a field offers while somebody types in it. There are three seconds for that, on every key stroke; what
     * Slack does not take is cut.
     *
     * @param name the field's action id, with its version
     */
    public void suggestions(String name, Function<Typeahead, List<Option>> handler) {
        add(suggestions, name, handler);
    }

    /** @param callbackId as the app's manifest names it */
    public void messageShortcut(String callbackId, Function<MessageShortcut, Reply> handler) {
        add(shortcuts, callbackId, handler);
    }

    /** Like {@link #messageShortcut}, for one that stands in Slack's own menu and not in a message's. */
    public void globalShortcut(String callbackId, Function<Shortcut, Reply> handler) {
        add(globalShortcuts, callbackId, handler);
    }

    /**
     * What may be added below what a command is answered with; empty mostly.
     *
     * @param tip of the command and its answer
     */
    public void tips(BiFunction<Command, Message, Optional<Block>> tip) {
        tips.add(tip);
    }

    /** Hears of messages to {@code @lectern} in channels. The same may come again; a failure brings it again. */
    public void mentions(Consumer<Mention> hearer) {
        mentions.add(hearer);
    }

    /** Hears of what people write to Lectern alone. The same may come again; a failure brings it again. */
    public void directMessages(Consumer<DirectMessage> hearer) {
        directMessages.add(hearer);
    }

    /** Hears of channels that Lectern is added to. The same may come again; a failure brings it again. */
    public void invitations(Consumer<Invited> hearer) {
        invitations.add(hearer);
    }

    /** Hears of links that people post. The same may come again; a failure brings it again. */
    public void links(Consumer<SharedLinks> reader) {
        linkReaders.add(reader);
    }

    /** Hears of people who are gone. The same may come again; a failure brings it again. */
    public void departures(Consumer<Gone> hearer) {
        departures.add(hearer);
    }

    /** @param section what stands in the Home below the topic's header, the most urgent first; nothing where there is none */
    public void homeSection(HomeTopic topic, Function<HomeVisit, List<Block>> section) {
        homeSections.computeIfAbsent(topic, empty -> new ArrayList<>()).add(section);
    }

    private static <T> void add(Map<String, T> all, String name, T handler) {
        if (all.putIfAbsent(name, handler) != null) {
            throw new IllegalStateException("two features register " + name);
        }
    }

    public List<Verb> verbs() {
        return List.copyOf(verbs.values());
    }

    public Optional<Verb> verb(String name) {
        return Optional.ofNullable(verbs.get(name));
    }

    Optional<Function<Click, Reply>> buttonNamed(String name) {
        return Optional.ofNullable(buttons.get(name));
    }

    Optional<Function<Submission, Reply>> modalNamed(String callbackId) {
        return Optional.ofNullable(modals.get(callbackId));
    }

    Optional<Function<Typeahead, List<Option>>> suggestionsNamed(String name) {
        return Optional.ofNullable(suggestions.get(name));
    }

    Optional<Function<MessageShortcut, Reply>> shortcutNamed(String callbackId) {
        return Optional.ofNullable(shortcuts.get(callbackId));
    }

    Optional<Function<Shortcut, Reply>> globalShortcutNamed(String callbackId) {
        return Optional.ofNullable(globalShortcuts.get(callbackId));
    }

    Optional<Block> tip(Command command, Message answer) {
        return tips.stream().flatMap(tip -> tip.apply(command, answer).stream()).findFirst();
    }

    void mentioned(Mention mention) {
        mentions.forEach(hearer -> hearer.accept(mention));
    }

    void toldDirectly(DirectMessage message) {
        directMessages.forEach(hearer -> hearer.accept(message));
    }

    void invited(Invited invited) {
        invitations.forEach(hearer -> hearer.accept(invited));
    }

    void shared(SharedLinks links) {
        linkReaders.forEach(reader -> reader.accept(links));
    }

    void gone(Gone gone) {
        departures.forEach(hearer -> hearer.accept(gone));
    }

    /** What there is to show under one topic. */
    List<Block> home(HomeTopic topic, HomeVisit visit) {
        return homeSections.getOrDefault(topic, List.of()).stream()
                .flatMap(section -> shown(section, visit).stream())
                .toList();
    }

    /** What there is to show under each topic, in the order of the topics. */
    Map<HomeTopic, List<Block>> home(HomeVisit visit) {
        Map<HomeTopic, List<Block>> shown = new EnumMap<>(HomeTopic.class);
        homeSections.keySet().forEach(topic -> shown.put(topic, home(topic, visit)));
        return shown;
    }

    /** What one feature cannot read must not keep the others from showing theirs. */
    private static List<Block> shown(Function<HomeVisit, List<Block>> section, HomeVisit visit) {
        try {
            return section.apply(visit);
        } catch (RuntimeException e) {
            if (RedisTrouble.is(e)) {
                throw e;
            }
            log.error("a section of the Home of {} is left out", visit.user(), e);
            return List.of(Blocks.section(TEXTS.say("home.unreadable")));
        }
    }
}
