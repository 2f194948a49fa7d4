package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.ballot.VotingRulesForm.Field;
import dev.lectern.ballot.count.Method;
import dev.lectern.group.GroupId;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.PlainTextInput;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The form in which the organizer says how the group votes: made from rules, and read back. */
final class VotingRulesModal {
    private static final Texts TEXTS = Texts.of(VotingRulesModal.class);

    static final String CALLBACK = "ballot.rules.save/1";
    private static final String ANSWER = "answer";

    private VotingRulesModal() {}

    static String title() {
        return TEXTS.say("how.title");
    }

    static Modal of(GroupId group, VotingRules rules) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(context(TEXTS.say("how.intro")));
        blocks.addAll(fields(rules));
        return Limits.fit(Modal.of(CALLBACK, title(), blocks)
                .submit(TEXTS.say("how.save"))
                .close(TEXTS.say("how.cancel"))
                .privateMetadata(new FormPlace(group, "").write()));
    }

    /** One for each of the form's fields, and what the methods are. */
    static List<Block> fields(VotingRules rules) {
        VotingRulesForm now = VotingRulesForm.of(rules);
        return List.of(
                input(
                        block(Field.METHOD),
                        TEXTS.say("how.field.method"),
                        select(ANSWER, methods()).choosing(now.method())),
                context(Arrays.stream(Method.values())
                        .map(method ->
                                TEXTS.say("counted.method", "method", method.label(), "how", method.howItWorks()))
                        .collect(Collectors.joining("\n"))),
                input(
                        block(Field.SECRECY),
                        TEXTS.say("how.field.secrecy"),
                        select(ANSWER, secrecies()).choosing(now.secrecy())),
                input(
                        block(Field.TALLY),
                        TEXTS.say("how.field.tally"),
                        select(ANSWER, tallies()).choosing(now.tally())),
                input(block(Field.MOST), TEXTS.say("how.field.most"), text(now.most()))
                        .hint(TEXTS.say("how.field.most.hint"))
                        .mayBeEmpty(),
                input(block(Field.QUORUM), TEXTS.say("how.field.quorum"), text(now.quorum()))
                        .hint(TEXTS.say("how.field.quorum.hint"))
                        .mayBeEmpty(),
                input(
                                block(Field.OPTIONS),
                                TEXTS.say("how.field.options"),
                                checkboxes(ANSWER, options()).ticking(now.options()))
                        .mayBeEmpty());
    }

    static VotingRulesForm read(Submission sent) {
        return new VotingRulesForm(
                value(sent, Field.METHOD),
                value(sent, Field.SECRECY),
                value(sent, Field.TALLY),
                value(sent, Field.MOST),
                value(sent, Field.QUORUM),
                sent.values(block(Field.OPTIONS)));
    }

    static Map<String, String> beside(Map<Field, String> problems) {
        return problems.entrySet().stream()
                .collect(Collectors.toMap(problem -> block(problem.getKey()), Map.Entry::getValue));
    }

    private static String value(Submission sent, Field field) {
        return sent.value(block(field)).orElse("");
    }

    private static String block(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }

    private static PlainTextInput text(String now) {
        PlainTextInput text = textInput(ANSWER);
        return now.isEmpty() ? text : text.holding(now);
    }

    private static List<Option> methods() {
        return Arrays.stream(Method.values())
                .map(method -> option(method.label(), method.word()))
                .toList();
    }

    private static List<Option> secrecies() {
        return Arrays.stream(Secrecy.values())
                .map(secrecy -> option(VotingRulesText.explained(secrecy), secrecy.name()))
                .toList();
    }

    private static List<Option> tallies() {
        return Arrays.stream(TallyShown.values())
                .map(tally -> option(VotingRulesText.explained(tally), tally.name()))
                .toList();
    }

    private static List<Option> options() {
        return List.of(
                option(TEXTS.say("how.option.additions"), VotingRulesForm.Option.ADDITIONS.name()),
                option(TEXTS.say("how.option.ends-early"), VotingRulesForm.Option.ENDS_EARLY.name()),
                option(TEXTS.say("how.option.reminds"), VotingRulesForm.Option.REMINDS.name()));
    }
}
