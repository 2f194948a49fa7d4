package dev.lectern.saved;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.ballot.Standings;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What somebody saved: a few papers in the Home, and all of them in a modal, a page at a time. */
final class SavedMessages {
    static final String CALLBACK = "saved.list/1";

    /** Opens all; its value is the {@link SavedPage}. */
    static final String ALL = "saved.all/1";

    /** Another page; its value is the {@link SavedPage}. */
    static final String PAGE = "saved.page/1";

    private static final Texts TEXTS = Texts.of(SavedMessages.class);

    private SavedMessages() {}

    static String done(Paper paper) {
        return TEXTS.say("saved.done", "title", PaperText.link(paper));
    }

    static String gone() {
        return TEXTS.say("saved.gone");
    }

    /** @param all how many there are */
    static List<Block> home(List<Paper> newest, int all, SavedPage first) {
        List<Block> blocks = new ArrayList<>();
        newest.forEach(paper -> blocks.add(section(PaperCard.of(paper).entry()).with(SavedText.off(paper))));
        blocks.add(actions(button(TEXTS.say("saved.all", "count", all), ALL, first.toString())));
        return blocks;
    }

    /**
     * @param shown the papers of this page
     * @param group how papers stand in the group where this is shown, if it is one
     */
    static Modal list(SavedPage page, List<Paper> shown, int all, Optional<Standings> group) {
        List<Block> blocks = new ArrayList<>();
        if (all == 0) {
            blocks.add(section(TEXTS.say("saved.none")));
        } else {
            shown.forEach(paper -> blocks.addAll(row(paper, group)));
            blocks.add(context(
                    shown.size() == all
                            ? TEXTS.say("saved.whole", "count", all)
                            : TEXTS.say(
                                    "saved.span",
                                    "from",
                                    page.from() + 1,
                                    "to",
                                    page.from() + shown.size(),
                                    "count",
                                    all)));
            List<Button> turns = turns(page, all);
            if (!turns.isEmpty()) {
                blocks.add(actions(turns));
            }
        }
        return Limits.fit(Modal.of(CALLBACK, TEXTS.say("saved.title"), blocks)
                .close(TEXTS.say("saved.close"))
                .privateMetadata(page.toString()));
    }

    private static List<Block> row(Paper paper, Optional<Standings> group) {
        if (group.isEmpty()) {
            return List.of(section(PaperCard.of(paper).entry()).with(SavedText.off(paper)));
        }
        PaperCard card = PaperCard.of(paper).in(group.get().of(paper.id())).naming(Mrkdwn::user);
        List<Button> buttons = new ArrayList<>();
        if (card.canBeNominated()) {
            buttons.add(PaperText.nominateButton(paper));
        }
        buttons.add(PaperText.detailsButton(paper));
        buttons.add(SavedText.off(paper));
        return List.of(section(card.entry()), actions(buttons));
    }

    private static List<Button> turns(SavedPage page, int all) {
        List<Button> turns = new ArrayList<>();
        if (page.from() > 0) {
            turns.add(turn(TEXTS.say("saved.newer"), page.at(Math.max(0, page.from() - SavedPage.PAPERS)), "newer"));
        }
        if (page.from() + SavedPage.PAPERS < all) {
            turns.add(turn(TEXTS.say("saved.older"), page.at(page.from() + SavedPage.PAPERS), "older"));
        }
        return turns;
    }

    /** @param which so that two in one block have two action ids */
    private static Button turn(String text, SavedPage to, String which) {
        return button(text, PAGE + "/" + which, to.toString());
    }
}
