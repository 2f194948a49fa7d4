package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.checkboxes;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.radioButtons;
import static dev.lectern.slack.block.Blocks.select;

import dev.lectern.ballot.count.Method;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Input;
import dev.lectern.slack.block.InputElement;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Option;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The fields in which one votes where that is no ranking, and what was entered in them. */
final class VotingFieldsModal {
    private static final Texts TEXTS = Texts.of(VotingFieldsModal.class);
    private static final String PAPERS = "papers/";
    private static final String STARS = "stars/";
    private static final String CHOICE = "choice";
    private static final String NO_STARS = "none";

    private VotingFieldsModal() {}

    /** @param papers that can be voted for, in the ballot's order */
    static List<Input> of(VotingRules rules, List<Paper> papers, Optional<Vote> vote) {
        if (papers.isEmpty()) {
            return List.of();
        }
        if (rules.method() == Method.PLURALITY) {
            return List.of(one(papers, vote));
        }
        return rules.takesTaps() ? many(rules, papers, vote) : stars(papers, vote);
    }

    private static List<Input> many(VotingRules rules, List<Paper> papers, Optional<Vote> vote) {
        Set<String> ticked = values(vote);
        List<Input> fields = new ArrayList<>();
        for (int from = 0; from < papers.size(); from += Limits.CHECKBOXES) {
            List<Option> options = papers.subList(from, Math.min(from + Limits.CHECKBOXES, papers.size())).stream()
                    .map(VotingFieldsModal::paper)
                    .toList();
            Input field = input(
                            PAPERS + fields.size(),
                            TEXTS.say(from == 0 ? "form.which" : "form.which.more"),
                            checkboxes(CHOICE, options).ticking(ticked))
                    .mayBeEmpty();
            fields.add(rules.most() == 0 ? field : field.hint(TEXTS.say("form.most", "most", rules.most())));
        }
        return fields;
    }

    /** Slack shows ten radio buttons at most; more papers than that are a menu. */
    private static Input one(List<Paper> papers, Optional<Vote> vote) {
        String chosen = values(vote).stream().findFirst().orElse("");
        List<Option> options = papers.stream().map(VotingFieldsModal::paper).toList();
        InputElement element = options.size() <= Limits.CHECKBOXES
                ? radioButtons(CHOICE, options).choosing(chosen)
                : select(CHOICE, options).choosing(chosen).prompting(TEXTS.say("form.choose"));
        return input(PAPERS + 0, TEXTS.say("form.which.one"), element).mayBeEmpty();
    }

    private static Set<String> values(Optional<Vote> vote) {
        Set<String> values = new LinkedHashSet<>();
        vote.ifPresent(now -> now.papers().forEach(paper -> values.add(paper.value())));
        return values;
    }

    private static Option paper(Paper paper) {
        return option(PaperText.title(paper), paper.id().value()).describedAs(paper.byline());
    }

    private static List<Input> stars(List<Paper> papers, Optional<Vote> vote) {
        Map<PaperId, Integer> given =
                vote.isPresent() && vote.get() instanceof Vote.Scores scores ? scores.scores() : Map.of();
        List<Option> options = new ArrayList<>();
        options.add(option(TEXTS.say("form.no-answer"), NO_STARS));
        IntStream.rangeClosed(0, Vote.Scores.HIGHEST)
                .map(i -> Vote.Scores.HIGHEST - i)
                .forEach(stars -> options.add(option(
                        stars + " " + MyVoteText.stars(stars) + " " + TEXTS.say("form.stars." + stars), "" + stars)));
        return papers.stream()
                .map(paper -> {
                    String chosen = given.containsKey(paper.id()) ? "" + given.get(paper.id()) : NO_STARS;
                    Input field = input(
                                    STARS + paper.id(),
                                    PaperText.title(paper),
                                    select(CHOICE, options).choosing(chosen))
                            .mayBeEmpty();
                    return paper.byline().isBlank() ? field : field.hint(paper.byline());
                })
                .toList();
    }

    /** What was entered, empty where nothing was; throws IllegalArgumentException for what these fields cannot hold. */
    static Vote read(VotingRules rules, Submission submission) {
        if (rules.takesTaps()) {
            Set<PaperId> papers = new LinkedHashSet<>();
            blocks(submission, PAPERS)
                    .forEach(block -> submission.values(block).forEach(value -> papers.add(PaperId.parse(value))));
            return new Vote.Approves(papers);
        }
        Map<PaperId, Integer> scores = new LinkedHashMap<>();
        for (String block : blocks(submission, STARS)) {
            submission
                    .value(block)
                    .filter(value -> !value.equals(NO_STARS))
                    .ifPresent(value ->
                            scores.put(PaperId.parse(block.substring(STARS.length())), Integer.parseInt(value)));
        }
        return new Vote.Scores(scores);
    }

    private static Collection<String> blocks(Submission submission, String kind) {
        return submission.values().keySet().stream()
                .filter(block -> block.startsWith(kind))
                .sorted()
                .toList();
    }

    /** The field at which to say what is wrong with the whole. */
    static Optional<String> first(Submission submission) {
        return submission.values().keySet().stream()
                .filter(block -> block.startsWith(PAPERS) || block.startsWith(STARS))
                .min(String::compareTo);
    }
}
