package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.slack.Routes.Verb;
import dev.lectern.slack.block.Actions;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Blocks;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What can be done: at a glance, a chapter, or one verb in full. */
final class HelpMessages {
    /** Opens one chapter, which its argument names. */
    static final String CHAPTER = "help.chapter/1";

    private static final Texts TEXTS = Texts.of(HelpMessages.class);

    private final List<Verb> verbs;

    HelpMessages(List<Verb> verbs) {
        this.verbs = verbs;
    }

    /** What matters first with an example each, the rest by name, a chapter a line and a button. */
    Message overview() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("help.intro")));
        blocks.addAll(Blocks.lines(Chapter.FIRST.stream()
                .flatMap(first -> verbs.stream().filter(verb -> verb.name().equals(first)))
                .map(HelpMessages::line)
                .toList()));
        blocks.addAll(Blocks.lines(chapters(chapter -> TEXTS.say(
                "help.chapter.line",
                "chapter",
                title(chapter),
                "verbs",
                in(chapter).stream().map(verb -> "`" + verb.name() + "`").collect(Collectors.joining("  "))))));
        blocks.add(buttons());
        blocks.add(context(TEXTS.say("help.more")));
        return Limits.fit(Message.of(
                TEXTS.say(
                        "help.spoken",
                        "verbs",
                        verbs.stream().map(Verb::name).sorted().collect(Collectors.joining(", "))),
                blocks));
    }

    Message chapter(Chapter chapter) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(title(chapter)));
        blocks.addAll(Blocks.lines(in(chapter).stream().map(HelpMessages::line).toList()));
        blocks.add(buttons());
        blocks.add(context(TEXTS.say("help.one")));
        return Limits.fit(Message.of(title(chapter), blocks));
    }

    /** The chapter that the buttons call so. */
    Optional<Message> titled(String words) {
        return Arrays.stream(Chapter.values())
                .filter(chapter -> title(chapter).equalsIgnoreCase(words.strip()))
                .findFirst()
                .map(this::chapter);
    }

    Message verb(Verb verb) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(line(verb)));
        if (Chapter.explains(verb.name())) {
            blocks.add(section(TEXTS.say("more." + verb.name())));
            blocks.add(section(TEXTS.say("help.examples") + "\n"
                    + Chapter.examples(verb.name()).stream()
                            .map(example -> "• `/papers " + example + "`")
                            .collect(Collectors.joining("\n"))));
        }
        String others = in(Chapter.of(verb.name())).stream()
                .filter(other -> !other.equals(verb))
                .map(other -> "`" + other.name() + "`")
                .collect(Collectors.joining("  "));
        if (!others.isEmpty()) {
            blocks.add(context(
                    TEXTS.say("help.chapter.line", "chapter", title(Chapter.of(verb.name())), "verbs", others)));
        }
        return Limits.fit(Message.of(line(verb), blocks));
    }

    private List<Verb> in(Chapter chapter) {
        return verbs.stream()
                .filter(verb -> Chapter.of(verb.name()) == chapter)
                .sorted(Comparator.comparingInt(verb -> place(chapter, verb)))
                .toList();
    }

    private static int place(Chapter chapter, Verb verb) {
        int place = chapter.verbs().indexOf(verb.name());
        return place < 0 ? Integer.MAX_VALUE : place;
    }

    private <T> List<T> chapters(Function<Chapter, T> shown) {
        return Arrays.stream(Chapter.values())
                .filter(chapter -> !in(chapter).isEmpty())
                .map(shown)
                .toList();
    }

    private Actions buttons() {
        return actions(chapters(chapter -> button(title(chapter), CHAPTER + "/" + chapter)));
    }

    private static String title(Chapter chapter) {
        return TEXTS.say("chapter." + chapter.word());
    }

    private static String line(Verb verb) {
        return TEXTS.say("help.line", "usage", verb.usage(), "does", verb.help().get());
    }
}
