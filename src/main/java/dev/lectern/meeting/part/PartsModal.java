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

    private PartsModal() {}

    static Modal choose(GroupId group, PartRules rules) {
        PartsForm now = PartsForm.of(rules);
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                context(
                        "Whoever gets a part is told by direct message, with what it asks. Parts go round as presenting does."));
        blocks.add(input(block(Field.PARTS), "Parts", ticking(StandardParts.ALL, now.parts()))
                .mayBeEmpty());
        if (!rules.own().isEmpty()) {
            blocks.add(input(block(Field.OWN), "Your own parts", ticking(rules.own(), now.parts()))
                    .mayBeEmpty());
        }
        blocks.add(input(block(Field.SEVERAL), "Parts that several people have", holding(now.several()))
                .hint("Such as: Reviewer 2, Hacker 3. Every other part has one person.")
                .mayBeEmpty());
        blocks.add(input(
                block(Field.PRESENTERS),
                "Presenters",
                select(ANSWER, List.of(option("One", "1"), option("Two: first and second half of the paper", "2")))
                        .choosing(now.presenters())));
        blocks.add(input(
                        block(Field.PAPERS),
                        "Papers a meeting",
                        select(ANSWER, papers()).choosing(now.papers()))
                .hint("The first ones of the vote; with several, each has its presenter."));
        blocks.add(input(
                        block(Field.RULES),
                        "Rules",
                        checkboxes(
                                        ANSWER,
                                        List.of(
                                                option(
                                                        "Who nominated a paper is not its reviewer",
                                                        Rule.NOMINATOR_APART.name()),
                                                option(
                                                        "Presenters have no other part while there are people enough",
                                                        Rule.PRESENTER_APART.name())))
                                .ticking(now.rules()))
                .mayBeEmpty());
        blocks.add(context("Always: nobody has two parts while somebody has none, and nobody has more than two."));
        return Limits.fit(
                Modal.of(CHOOSE, "Parts", blocks).submit("Save").close("Cancel").privateMetadata(group.toString()));
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
                .mapToObj(number -> option(number == 1 ? "One" : number + " short ones", Integer.toString(number)))
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
                        "Own parts",
                        input(
                                        OWN_TEXT,
                                        "One part a line: name, colon, task",
                                        holding(OwnParts.write(rules.own())).tall())
                                .hint(
                                        "Such as: Time keeper: You see that we end on time. Change a line to change a part, "
                                                + "delete it to remove the part; a new one is used from now on.")
                                .mayBeEmpty())
                .submit("Save")
                .close("Cancel")
                .privateMetadata(group.toString()));
    }

    /** @param others what can be had in exchange: a part of somebody's, or somebody without one */
    static Modal swap(GroupId group, PartKey mine, Part part, List<Option> others) {
        return Limits.fit(Modal.of(
                        SWAP,
                        "Swap part",
                        input(WITH, "Swap " + part.name() + " with", select(ANSWER, others))
                                .hint("They are asked by direct message; until they say yes, the part stays yours."))
                .submit("Ask")
                .close("Cancel")
                .privateMetadata(mine.write(group)));
    }

    /** A sentence becomes a modal in place of the one in which somebody acted; any other reply stays as it is. */
    static Reply answer(Reply reply) {
        return reply instanceof Reply.OnlyToYou only
                ? Reply.opens(Limits.fit(Modal.of(
                                ANSWER_CALLBACK, "Parts", section(only.message().text()))
                        .close("Done")))
                : reply;
    }
}
