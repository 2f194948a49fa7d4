package dev.lectern.digest;

import static dev.lectern.paper.PaperText.SIMILAR;
import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.PaperSearch.Alike;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.remember.KinMessages;
import dev.lectern.saved.SavedPapers;
import dev.lectern.saved.SavedText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Section;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The whole card of a paper, and papers like it. */
public final class PaperFeature implements Feature {
    private static final Texts TEXTS = Texts.of(PaperFeature.class);
    private static final int MOST_SIMILAR = 5;

    private final PaperStore papers;
    private final PaperSearch search;
    private final StandingsReader standings;
    private final KinMessages kin;
    private final SavedPapers saved;
    private final InstantSource clock;

    public PaperFeature(
            PaperStore papers,
            PaperSearch search,
            StandingsReader standings,
            KinMessages kin,
            SavedPapers saved,
            InstantSource clock) {
        this.papers = papers;
        this.search = search;
        this.standings = standings;
        this.kin = kin;
        this.saved = saved;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(PaperText.DETAILS, click -> about(click, paper -> details(click.subject(), click.user(), paper)));
        routes.button(SIMILAR, click -> about(click, paper -> similar(click.subject(), paper)));
    }

    private Reply about(Click click, Function<Paper, Modal> modal) {
        return papers.find(click.value(PaperId::parse))
                .filter(paper -> isKnownTo(click, paper))
                .map(paper -> Reply.opens(finished(modal.apply(paper), click.subject())))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say("paper.gone")));
    }

    /** Who saved what was typed in a channel has it wherever they are. */
    private boolean isKnownTo(Click click, Paper paper) {
        return paper.isKnownIn(click.subject()) || saved.has(click.group().team(), click.user(), paper);
    }

    private static Modal finished(Modal modal, GroupId group) {
        return Limits.fit(modal.close(TEXTS.say("paper.close")).privateMetadata(group.toString()));
    }

    /** The whole card, as this reader sees it in this group. */
    public Modal whole(GroupId group, UserId reader, Paper paper) {
        return finished(details(group, reader, paper), group);
    }

    private Modal details(GroupId group, UserId reader, Paper paper) {
        PaperCard card = PaperCard.of(paper).in(standings.of(group, paper.id())).naming(Mrkdwn::user);
        List<Block> blocks = new ArrayList<>(card.whole());
        blocks.addAll(kin.about(group, paper, clock.instant()));
        List<Button> buttons = new ArrayList<>(buttons(card));
        buttons.add(SavedText.toggle(paper, saved.has(group.team(), reader, paper)));
        blocks.add(actions(buttons));
        return Modal.of(PaperText.DETAILS, TEXTS.say("paper.title"), blocks);
    }

    /** Without the one that leads to where the reader is. */
    private static List<Button> buttons(PaperCard card) {
        return card.buttons().stream()
                .filter(button -> !button.actionId().equals(PaperText.DETAILS))
                .toList();
    }

    private Modal similar(GroupId group, Paper paper) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("similar.heading", "title", Mrkdwn.bold(PaperText.title(paper)))));
        Reader reader = new Reader(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Set.of(), Optional.of(group));
        List<Alike> found = search.similar(paper.id(), reader, MOST_SIMILAR);
        if (found.isEmpty()) {
            blocks.add(section(TEXTS.say("similar.none")));
        }
        for (Alike other : found) {
            papers.find(other.id()).ifPresent(known -> blocks.add(alike(known, other.shared())));
        }
        blocks.add(actions(
                button(TEXTS.say("similar.back"), PaperText.DETAILS, paper.id().value())));
        return Modal.of(SIMILAR, TEXTS.say("similar.title"), blocks);
    }

    private static Section alike(Paper paper, List<String> shared) {
        String what =
                shared.isEmpty() ? "" : "\n" + TEXTS.say("similar.shares", "words", line(String.join(", ", shared)));
        return section(PaperCard.of(paper).entry() + what).with(PaperText.detailsButton(paper));
    }
}
