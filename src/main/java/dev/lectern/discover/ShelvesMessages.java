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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lists of papers, a page at a time. */
final class ShelvesMessages {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
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
        blocks.add(context("Only you see this. " + span(from, to, papers.size()) + order(page.shelf())));
        if (to < papers.size()) {
            blocks.add(actions(button(
                    "Next " + Math.min(papers.size() - to, ShelvesFeature.PAPERS_A_PAGE),
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
            case TODAY -> "Daily Papers of " + DAY.format(newest.orElse(today));
            case WEEK -> "Daily Papers since " + DAY.format(Shelf.WEEK.first(today));
            case MONTH -> "Daily Papers of " + MONTH.format(today);
            case TRENDING -> "Trending on Daily Papers";
        };
    }

    /** Why the list is not today's. */
    private static String note(ShelfPage page, Optional<LocalDate> newest) {
        if (page.shelf() != Shelf.TODAY || newest.filter(page.today()::equals).isPresent()) {
            return "";
        }
        return isWeekend(page.today())
                ? "\nThere is no list at the weekend: this is the last one."
                : "\nToday's list is not here yet: this is the last one.";
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().getValue() > 5;
    }

    private static String nothing(ShelfPage page) {
        String found = switch (page.shelf()) {
            case TODAY -> "I know no list of Daily Papers of the last weeks.";
            case WEEK -> "Nothing was listed this week yet. `/papers today` shows the last list.";
            case MONTH -> "Nothing was listed this month yet. `/papers today` shows the last list.";
            case TRENDING ->
                "Nothing is trending, and nothing was listed in the last seven days. `/papers today` shows the last list.";
        };
        return page.shelf() == Shelf.TODAY ? found + " `/papers status` says how the sources are." : found;
    }

    private static String span(int from, int to, int all) {
        return from == 0 && to == all
                ? (all == 1 ? "1 paper" : all + " papers")
                : (from + 1) + " to " + to + " of " + all + " papers";
    }

    private static String order(Shelf shelf) {
        return shelf == Shelf.TRENDING ? ", by upvotes for each day on the list." : ", the most upvoted first.";
    }
}
