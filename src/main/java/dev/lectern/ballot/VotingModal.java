package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.soon;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The modals in which one votes, and those that say what became of it. */
final class VotingModal {
    private static final Texts TEXTS = Texts.of(VotingModal.class);

    /** The form is sent. */
    static final String SEND = "ballot.mine.send/1";

    static final String ABSTAIN = "ballot.mine.abstain/1";
    static final String TAKE_BACK = "ballot.mine.back/1";

    /** Gives the paper that is its value the next place. */
    static final String RANK = "ballot.rank/1";

    /** Takes the paper that is its value out of the ranking. */
    static final String UNRANK = "ballot.rank.out/1";

    static final String UNDO = "ballot.rank.undo/1";
    static final String LEVEL = "ballot.rank.level/1";
    static final String START_AGAIN = "ballot.rank.again/1";

    private static final int LINES = 10;

    private final Function<PaperId, Paper> papers;
    private final MyVoteText text;

    VotingModal(Function<PaperId, Paper> papers) {
        this.papers = papers;
        this.text = new MyVoteText(papers);
    }

    /**
     * The form as it opens, with the vote that the person has.
     *
     * @param news what has changed, a sentence each
     */
    Modal form(Voting voting, List<String> news) {
        if (voting.ballot().rules().ranks()) {
            return ranking(voting, RankingDraft.of(voting.votable()), news);
        }
        List<Block> blocks = new ArrayList<>(top(voting, news));
        blocks.addAll(VotingFieldsModal.of(voting.ballot().rules(), voting.offered(), voting.votable()));
        blocks.addAll(bottom(voting));
        return sent(voting, RankingDraft.EMPTY, blocks);
    }

    /** The form for a ranking, as far as the person has come. */
    Modal ranking(Voting voting, RankingDraft draft, List<String> news) {
        List<Block> blocks = new ArrayList<>(top(voting, news));
        List<Set<PaperId>> places = draft.places();
        for (int place = 0; place < places.size(); place++) {
            for (PaperId paper : places.get(place)) {
                blocks.add(section("*" + (place + 1) + ".* " + text.title(paper))
                        .with(button(
                                        TEXTS.say("form.take-out"),
                                        UNRANK + "/" + voting.ballot().id(),
                                        paper.value())
                                .spokenAs(TEXTS.say(
                                        "form.take-out.spoken", "title", PaperText.title(papers.apply(paper))))));
            }
        }
        if (!draft.isEmpty()) {
            blocks.add(actions(steps(voting.ballot(), draft)));
        }
        List<Paper> rest = voting.offered().stream()
                .filter(paper -> !draft.has(paper.id()))
                .toList();
        if (!rest.isEmpty()) {
            blocks.add(section(TEXTS.say(draft.isEmpty() ? "form.rank.first" : "form.rank.next")));
        }
        int place = places.size() + 1;
        rest.forEach(paper -> blocks.add(section(PaperCard.of(paper).entry())
                .with(button(
                                TEXTS.say("form.place", "place", place),
                                RANK + "/" + voting.ballot().id(),
                                paper.id().value())
                        .spokenAs(TEXTS.say("form.place.spoken", "place", place, "title", PaperText.title(paper))))));
        blocks.addAll(bottom(voting));
        return sent(voting, draft, blocks);
    }

    private static List<Button> steps(Ballot ballot, RankingDraft draft) {
        List<Button> steps = new ArrayList<>();
        steps.add(button(TEXTS.say("form.undo"), UNDO + "/" + ballot.id()));
        if (draft.ranked().size() > 1) {
            boolean level = draft.ranked().get(draft.ranked().size() - 1).level();
            steps.add(button(TEXTS.say(level ? "form.own-place" : "form.same-place"), LEVEL + "/" + ballot.id()));
        }
        steps.add(button(TEXTS.say("form.again"), START_AGAIN + "/" + ballot.id()));
        return steps;
    }

    private List<Block> top(Voting voting, List<String> news) {
        VotingRules rules = voting.ballot().rules();
        List<Block> blocks = new ArrayList<>();
        news.forEach(sentence -> blocks.add(section(":information_source: " + sentence)));
        blocks.add(section(
                rules.scores()
                        ? TEXTS.say("form.no-stars", "method", BallotText.method(rules))
                        : BallotText.method(rules)));
        blocks.add(context(now(voting) + " " + BallotText.secrecy(rules)));
        voting.withdrawn().forEach(paper -> blocks.add(context(withdrawn(paper))));
        return blocks;
    }

    static String withdrawn(Paper paper) {
        return TEXTS.say("form.withdrawn", "title", PaperText.line(paper));
    }

    private static String now(Voting voting) {
        if (voting.vote().isEmpty()) {
            return TEXTS.say("form.now.none");
        }
        return TEXTS.say(voting.vote().get() instanceof Vote.Abstains ? "form.now.abstains" : "form.now.voted");
    }

    private static List<Block> bottom(Voting voting) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(
                TEXTS.say("form.abstain"), ABSTAIN + "/" + voting.ballot().id()));
        if (voting.vote().isPresent()) {
            buttons.add(button(
                    TEXTS.say("form.take-back"),
                    TAKE_BACK + "/" + voting.ballot().id()));
        }
        return List.of(actions(buttons), context(until(voting)));
    }

    private static String until(Voting voting) {
        return TEXTS.say(
                "form.until",
                "closes",
                soon(voting.ballot().closes(), voting.group().settings().zone()));
    }

    private static Modal sent(Voting voting, RankingDraft draft, List<Block> blocks) {
        return Limits.fit(
                modal(voting, draft, blocks).submit(TEXTS.say("form.send")).close(TEXTS.say("form.not-now")));
    }

    private static Modal modal(Voting voting, RankingDraft draft, List<Block> blocks) {
        return Modal.of(SEND, TEXTS.say("form.title"), blocks)
                .privateMetadata(VotingSlip.of(voting.group().id(), voting.ballot(), draft)
                        .write());
    }

    /**
     * What is counted now, in the form's place.
     *
     * @param news what the person should know beside, a sentence each
     */
    Modal counted(Voting voting, List<String> news) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say(voting.vote().isPresent() ? "form.counted" : "form.taken-back")));
        voting.vote().ifPresent(vote -> blocks.addAll(sections(text.lines(vote))));
        news.forEach(sentence -> blocks.add(section(":information_source: " + sentence)));
        blocks.add(actions(after(voting)));
        blocks.add(context(TEXTS.say(
                "form.change-until",
                "closes",
                soon(voting.ballot().closes(), voting.group().settings().zone()),
                "secrecy",
                BallotText.secrecy(voting.ballot().rules()))));
        return Limits.fit(modal(voting, RankingDraft.EMPTY, blocks).close(TEXTS.say("form.done")));
    }

    private static List<Button> after(Voting voting) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(button(
                TEXTS.say(voting.vote().isPresent() ? "form.change" : "vote.button"),
                MyVoteText.MINE + "/" + voting.ballot().id()));
        boolean shown = voting.ballot().rules().tally() == TallyShown.AFTER_VOTING
                && voting.vote().isPresent();
        if (shown) {
            buttons.add(MyVoteText.howItStands(voting.ballot()));
        }
        return buttons;
    }

    /** That the vote is over, in the form's place, and what of the person is counted. */
    Modal over(String sentence, Optional<Vote> standing) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(sentence));
        standing.ifPresent(vote -> {
            blocks.add(section(TEXTS.say("form.standing")));
            blocks.addAll(sections(text.lines(vote)));
        });
        return Limits.fit(Modal.of(SEND, TEXTS.say("form.title"), blocks).close(TEXTS.say("form.done")));
    }

    /** Lines of long titles, few enough for a section's text. */
    private static List<Block> sections(List<String> lines) {
        List<Block> sections = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LINES) {
            sections.add(section(String.join("\n", lines.subList(from, Math.min(from + LINES, lines.size())))));
        }
        return sections;
    }
}
