package dev.lectern.discover;

import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** {@code /papers today}, {@code week}, {@code month} and {@code trending}: what Daily Papers lists. */
public final class ShelvesFeature implements Feature {
    static final String PAGE = "discover.page/1";
    static final int PAPERS_A_PAGE = 10;

    private static final Texts TEXTS = Texts.of(ShelvesFeature.class);

    private final GroupStore groups;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final InstantSource clock;

    public ShelvesFeature(GroupStore groups, PaperStore papers, StandingsReader standings, InstantSource clock) {
        this.groups = groups;
        this.papers = papers;
        this.standings = standings;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        for (Shelf shelf : Shelf.values()) {
            routes.command(
                    shelf.word(),
                    shelf.word(),
                    () -> TEXTS.say("verb." + shelf.word()),
                    command -> page(command.group(), new ShelfPage(shelf, today(), 0)));
        }
        routes.button(PAGE, this::further);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Reply further(Click click) {
        ShelfPage page = click.value(ShelfPage::parse);
        // Nobody shows what is listed only later, whatever a button says.
        return page(click.group(), page.today().isAfter(today()) ? new ShelfPage(page.shelf(), today(), 0) : page);
    }

    private Reply page(GroupId asker, ShelfPage page) {
        LocalDate first = page.shelf().first(page.today());
        List<Paper> listed = papers.listedBetween(page.shelf().lists(), first.minusDays(1), page.today()).stream()
                .filter(paper -> paper.withdrawn().isEmpty())
                .toList();
        return new Reply.OnlyToYou(ShelvesMessages.page(
                page,
                page.shelf().arranged(listed, page.today()),
                Shelf.newestDay(listed, page.today()),
                groups.find(asker).map(group -> standings.of(group.id()))));
    }
}
