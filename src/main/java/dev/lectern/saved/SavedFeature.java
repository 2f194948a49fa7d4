package dev.lectern.saved;

import dev.lectern.ballot.Standings;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.ChannelId;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.HomeTopic;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Papers that somebody puts aside: the button that does, {@code /papers saved}, and the section of the Home. */
public final class SavedFeature implements Feature {
    private static final Texts TEXTS = Texts.of(SavedFeature.class);
    private static final int IN_HOME = 5;

    /** No reading group's channel. */
    private static final ChannelId NO_CHANNEL = new ChannelId("D0");

    private final GroupStore groups;
    private final PaperStore papers;
    private final SavedPapers saved;
    private final StandingsReader standings;
    private final Details details;
    private final InstantSource clock;

    /** How a paper is shown whole. */
    @FunctionalInterface
    public interface Details {
        Modal of(GroupId group, UserId reader, Paper paper);
    }

    public SavedFeature(
            GroupStore groups,
            PaperStore papers,
            SavedPapers saved,
            StandingsReader standings,
            Details details,
            InstantSource clock) {
        this.groups = groups;
        this.papers = papers;
        this.saved = saved;
        this.standings = standings;
        this.details = details;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command(
                "saved",
                "saved",
                () -> TEXTS.say("verb.saved"),
                command -> list(command.user(), new SavedPage(command.group(), 0)));
        routes.button(PaperText.SAVE, this::save);
        routes.button(SavedText.DROP, this::drop);
        routes.button(SavedText.OFF, this::off);
        routes.button(SavedMessages.ALL, click -> list(click.user(), click.value(SavedPage::parse)));
        routes.button(SavedMessages.PAGE, click -> list(click.user(), click.value(SavedPage::parse)));
        routes.homeSection(HomeTopic.SAVED, this::home);
        routes.departures(gone -> {
            if (gone.channel().isEmpty()) {
                saved.forget(gone.team(), gone.who());
            }
        });
    }

    private Reply save(Click click) {
        Optional<Paper> paper =
                papers.find(click.value(PaperId::parse)).filter(found -> found.isKnownIn(click.subject()));
        if (paper.isEmpty()) {
            return Reply.onlyToYou(SavedMessages.gone());
        }
        saved.save(click.group().team(), click.user(), paper.get(), clock.instant());
        return click.viewId().isPresent()
                ? whole(click, paper.get())
                : Reply.onlyToYou(SavedMessages.done(paper.get()));
    }

    private Reply drop(Click click) {
        PaperId id = click.value(PaperId::parse);
        saved.takeOff(click.group().team(), click.user(), id);
        return papers.find(id).map(paper -> whole(click, paper)).orElseGet(() -> Reply.onlyToYou(SavedMessages.gone()));
    }

    private Reply whole(Click click, Paper paper) {
        return Reply.opens(details.of(click.group(), click.user(), paper));
    }

    /** In the Home nothing is said: it is shown anew. */
    private Reply off(Click click) {
        saved.takeOff(click.group().team(), click.user(), click.value(PaperId::parse));
        return click.metadata().isEmpty() ? Reply.none() : list(click.user(), SavedPage.parse(click.metadata()));
    }

    private Reply list(UserId user, SavedPage asked) {
        List<PaperId> all = saved.ids(asked.place().team(), user);
        SavedPage page = asked.within(all.size());
        List<Paper> shown =
                saved.papers(all.subList(page.from(), Math.min(page.from() + SavedPage.PAPERS, all.size())));
        Optional<Standings> group = groups.find(page.place()).map(known -> standings.of(known.id()));
        return Reply.opens(SavedMessages.list(page, shown, all.size(), group));
    }

    private List<Block> home(Routes.HomeVisit visit) {
        List<PaperId> all = saved.ids(visit.team(), visit.user());
        if (all.isEmpty()) {
            return List.of();
        }
        List<Paper> newest = saved.papers(all.subList(0, Math.min(IN_HOME, all.size())));
        return SavedMessages.home(newest, all.size(), new SavedPage(place(visit.team(), visit.user()), 0));
    }

    /** The member's group, where there is no doubt which one is meant. */
    private GroupId place(TeamId team, UserId user) {
        List<Group> own =
                groups.of(team).stream().filter(group -> group.isMember(user)).toList();
        return own.size() == 1 ? own.get(0).id() : new GroupId(team, NO_CHANNEL);
    }
}
