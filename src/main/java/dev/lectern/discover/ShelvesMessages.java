package dev.lectern.discover;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.ballot.Standings;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists of papers, a page at a time. */
final class ShelvesMessages {
    private static final Texts TEXTS = Texts.of(ShelvesMessages.class);
    /** So many titles say in a notification what a list is about. */
    private static final int NAMED = 3;

    private ShelvesMessages() {}

    /**
     * @param papers the whole list
     * @param newest the newest list day among what was looked at
     * @param group how papers stand in the group that asks, if one does
     */
    static Message page(ShelfPage page, List<Paper> papers, Optional<LocalDate> newest, Optional<Standings> group) {
        if (papers.isEmpty()) {
            return Message.of(nothing(page));
        }
        int from = Math.min(page.from(), papers.size());
        int to = Math.min(from + ShelvesFeature.PAPERS_A_PAGE, papers.size());
        List<Paper> shown = papers.subList(from, to);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + title(page, newest) + "*" + note(page, newest)));
        shown.forEach(paper -> blocks.addAll(ResultText.row(paper, group)));
        blocks.add(context(span(from, to, papers.size(), page.shelf())));
        if (to < papers.size()) {
            blocks.add(actions(button(
                    TEXTS.say("shelf.next", "count", Math.min(papers.size() - to, ShelvesFeature.PAPERS_A_PAGE)),
                    ShelvesFeature.PAGE,
                    page.further(ShelvesFeature.PAPERS_A_PAGE).toString())));
        }
        String titles = PaperText.titles(shown.subList(0, Math.min(NAMED, shown.size())));
        return Limits.fit(
                Message.of(title(page, newest) + ": " + titles + (shown.size() > NAMED ? "; …" : "."), blocks));
    }

    private static String title(ShelfPage page, Optional<LocalDate> newest) {
        LocalDate today = page.today();
        return switch (page.shelf()) {
            case TODAY -> TEXTS.say("shelf.today", "day", Dates.weekday(newest.orElse(today)));
            case WEEK -> TEXTS.say("shelf.week", "day", Dates.weekday(Shelf.WEEK.first(today)));
            case MONTH -> TEXTS.say("shelf.month", "month", Dates.monthAndYear(today));
            case TRENDING -> TEXTS.say("shelf.trending");
        };
    }

    /** Why the list is not today's. */
    private static String note(ShelfPage page, Optional<LocalDate> newest) {
        if (page.shelf() != Shelf.TODAY || newest.filter(page.today()::equals).isPresent()) {
            return "";
        }
        return "\n" + (isWeekend(page.today()) ? TEXTS.say("shelf.weekend") : TEXTS.say("shelf.late"));
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    private static String nothing(ShelfPage page) {
        return TEXTS.say("shelf.nothing." + page.shelf().word());
    }

    private static String span(int from, int to, int all, Shelf shelf) {
        String trending = shelf == Shelf.TRENDING ? "yes" : "no";
        return from == 0 && to == all
                ? TEXTS.say("shelf.all", "count", all, "trending", trending)
                : TEXTS.say("shelf.part", "from", from + 1, "to", to, "count", all, "trending", trending);
    }
}
