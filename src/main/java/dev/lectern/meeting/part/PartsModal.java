package dev.lectern.meeting.part;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.part.PartsForm.Field;
import dev.lectern.meeting.part.PartsForm.Rule;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.PlainTextInput;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The forms about parts: which a group has, its own ones, and with whom to swap. */
final class PartsModal {
    static final String CHOOSE = "part.choose.save/1";
    static final String OWN = "part.own.save/1";
    static final String SWAP = "part.swap.send/1";
    static final String OWN_TEXT = "own_parts";
    static final String WITH = "with";
    private static final String ANSWER_CALLBACK = "part.answer/1";
    private static final String ANSWER = "answer";

    private static final Texts TEXTS = Texts.of(PartsModal.class);

    private PartsModal() {}

    static Modal choose(GroupId group, PartRules rules) {
        PartsForm now = PartsForm.of(rules);
        List<Block> blocks = new ArrayList<>();
        blocks.add(context(TEXTS.say("modal.intro")));
        blocks.add(input(block(Field.PARTS), TEXTS.say("modal.title"), ticking(StandardParts.ALL, now.parts()))
                .mayBeEmpty());
        if (!rules.own().isEmpty()) {
            blocks.add(input(block(Field.OWN), TEXTS.say("modal.own"), ticking(rules.own(), now.parts()))
                    .mayBeEmpty());
        }
        blocks.add(input(block(Field.SEVERAL), TEXTS.say("modal.several"), holding(now.several()))
                .hint(TEXTS.say("modal.several.hint"))
                .mayBeEmpty());
        blocks.add(input(
                block(Field.PRESENTERS),
                TEXTS.say("modal.presenters"),
                select(
                                ANSWER,
                                List.of(
                                        option(TEXTS.say("modal.presenters.one"), "1"),
                                        option(TEXTS.say("modal.halves"), "2")))
                        .choosing(now.presenters())));
        blocks.add(input(
                        block(Field.PAPERS),
                        TEXTS.say("modal.papers"),
                        select(ANSWER, papers()).choosing(now.papers()))
                .hint(TEXTS.say("modal.papers.hint")));
        blocks.add(input(
                        block(Field.RULES),
                        TEXTS.say("modal.rules"),
                        checkboxes(
                                        ANSWER,
                                        List.of(
                                                option(TEXTS.say("modal.nominator-apart"), Rule.NOMINATOR_APART.name()),
                                                option(
                                                        TEXTS.say("modal.presenter-apart"),
                                                        Rule.PRESENTER_APART.name())))
                                .ticking(now.rules()))
                .mayBeEmpty());
        blocks.add(context(TEXTS.say("modal.always")));
        return Limits.fit(Modal.of(CHOOSE, TEXTS.say("modal.title"), blocks)
                .submit(TEXTS.say("button.save"))
                .close(TEXTS.say("button.cancel"))
                .privateMetadata(group.toString()));
    }

    private static dev.lectern.slack.block.Checkboxes ticking(List<Part> parts, Collection<String> ticked) {
        return checkboxes(
                        ANSWER,
                        parts.stream()
                                .map(part -> option(part.name(), part.id()))
                                .toList())
                .ticking(ticked);
    }

    private static List<Option> papers() {
        return IntStream.rangeClosed(1, PartRules.MOST_PAPERS)
                .mapToObj(number -> option(
                        number == 1 ? TEXTS.say("modal.papers.one") : TEXTS.say("modal.short-ones", "count", number),
                        Integer.toString(number)))
                .toList();
    }

    private static PlainTextInput holding(String text) {
        return text.isEmpty() ? textInput(ANSWER) : textInput(ANSWER).holding(text);
    }

    static PartsForm read(Submission sent) {
        return new PartsForm(
                Stream.concat(sent.values(block(Field.PARTS)).stream(), sent.values(block(Field.OWN)).stream())
                        .toList(),
                sent.value(block(Field.SEVERAL)).orElse(""),
                sent.value(block(Field.PRESENTERS)).orElse(""),
                sent.value(block(Field.PAPERS)).orElse(""),
                sent.values(block(Field.RULES)));
    }

    static Map<String, String> beside(Map<Field, String> problems) {
        return problems.entrySet().stream()
                .collect(Collectors.toMap(problem -> block(problem.getKey()), Map.Entry::getValue));
    }

    private static String block(Field field) {
        return PartsForm.block(field);
    }

    static Modal own(GroupId group, PartRules rules) {
        return Limits.fit(Modal.of(
                        OWN,
                        TEXTS.say("own.title"),
                        input(
                                        OWN_TEXT,
                                        TEXTS.say("own.field"),
                                        holding(OwnParts.write(rules.own())).tall())
                                .hint(TEXTS.say("own.hint"))
                                .mayBeEmpty())
                .submit(TEXTS.say("button.save"))
                .close(TEXTS.say("button.cancel"))
                .privateMetadata(group.toString()));
    }

    /** @param others what can be had in exchange: a part of somebody's, or somebody without one */
    static Modal swap(GroupId group, PartKey mine, Part part, List<Option> others) {
        return Limits.fit(Modal.of(
                        SWAP,
                        TEXTS.say("swap.title"),
                        input(WITH, TEXTS.say("swap.field", "part", part.name()), select(ANSWER, others))
                                .hint(TEXTS.say("swap.hint")))
                .submit(TEXTS.say("button.ask"))
                .close(TEXTS.say("button.cancel"))
                .privateMetadata(mine.write(group)));
    }

    /** A sentence becomes a modal in place of the one in which somebody acted; any other reply stays as it is. */
    static Reply answer(Reply reply) {
        return reply instanceof Reply.OnlyToYou only
                ? Reply.opens(Limits.fit(Modal.of(
                                ANSWER_CALLBACK,
                                TEXTS.say("modal.title"),
                                section(only.message().text()))
                        .close(TEXTS.say("button.done"))))
                : reply;
    }
}
