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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The form in which the organizer says how the group votes: made from rules, and read back. */
final class VotingRulesModal {
    static final String CALLBACK = "ballot.rules.save/1";
    static final String TITLE = "How we vote";
    private static final String ANSWER = "answer";

    private VotingRulesModal() {}

    static Modal of(GroupId group, VotingRules rules) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(context("From the next vote on. A vote that is open keeps the rules that it opened with."));
        blocks.addAll(fields(rules));
        return Limits.fit(Modal.of(CALLBACK, TITLE, blocks)
                .submit("Save")
                .close("Cancel")
                .privateMetadata(new FormPlace(group, "").write()));
    }

    /** One for each of the form's fields, and what the methods are. */
    static List<Block> fields(VotingRules rules) {
        VotingRulesForm now = VotingRulesForm.of(rules);
        return List.of(
                input(
                        block(Field.METHOD),
                        "Counted by",
                        select(ANSWER, methods()).choosing(now.method())),
                context(Arrays.stream(Method.values())
                        .map(method -> "*" + method.label() + "*: " + method.howItWorks())
                        .collect(Collectors.joining("\n"))),
                input(
                        block(Field.SECRECY),
                        "Who can know how somebody voted",
                        select(ANSWER, secrecies()).choosing(now.secrecy())),
                input(
                        block(Field.TALLY),
                        "The tally is seen",
                        select(ANSWER, tallies()).choosing(now.tally())),
                input(block(Field.MOST), "Most papers a person may approve of", text(now.most()))
                        .hint("With Approval only. Empty for as many as one likes.")
                        .mayBeEmpty(),
                input(block(Field.QUORUM), "So many must vote", text(now.quorum()))
                        .hint("Otherwise nothing is chosen. Empty for no quorum.")
                        .mayBeEmpty(),
                input(block(Field.OPTIONS), "And", checkboxes(ANSWER, options()).ticking(now.options()))
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
                option("Members may add one paper each, in the first half", VotingRulesForm.Option.ADDITIONS.name()),
                option("Ends early, once everybody has voted", VotingRulesForm.Option.ENDS_EARLY.name()),
                option("Reminds those who have not voted, once", VotingRulesForm.Option.REMINDS.name()));
    }
}
