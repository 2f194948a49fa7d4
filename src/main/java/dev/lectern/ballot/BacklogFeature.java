package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What has been nominated, how much it is wanted, and what people do to it there. */
public final class BacklogFeature implements Feature {
    private static final Texts TEXTS = Texts.of(BacklogFeature.class);

    /** Its value is the place of the page's first paper, from 0. */
    static final String PAGE = "ballot.backlog/1";

    private final GroupStore groups;
    private final BacklogStore backlogs;
    private final StandingsReader standings;
    private final ProspectsReader prospects;
    private final PaperStore papers;
    private final InstantSource clock;
    private final List<Feature> parts;

    public BacklogFeature(
            GroupStore groups,
            BacklogStore backlogs,
            BallotStore ballots,
            StandingsReader standings,
            PaperStore papers,
            Changes changes,
            InstantSource clock) {
        this.groups = groups;
        this.backlogs = backlogs;
        this.standings = standings;
        this.prospects = new ProspectsReader(backlogs, ballots);
        this.papers = papers;
        this.clock = clock;
        this.parts = List.of(
                new SecondFeature(groups, backlogs, papers, changes),
                new TakeOffFeature(groups, backlogs, ballots, standings, papers, changes));
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command(
                "backlog",
                "backlog",
                () -> TEXTS.say("backlog.help"),
                command -> page(command.group(), command.user(), 0));
        routes.button(PAGE, click -> page(click.group(), click.user(), click.value(Integer::parseInt)));
        parts.forEach(part -> part.register(routes, steps, drawings));
    }

    private Reply page(GroupId id, UserId reader, int from) {
        return groups.find(id).map(group -> page(group, reader, from)).orElseGet(GroupFeature::noGroup);
    }

    private Reply page(Group group, UserId reader, int from) {
        Instant now = clock.instant();
        Backlog backlog = backlogs.find(group.id());
        BacklogMessages messages =
                new BacklogMessages(group, reader, backlog, standings.of(group.id()), named(backlog), now);
        return new Reply.OnlyToYou(messages.page(prospects.of(group.id(), backlog, now), from));
    }

    private Map<PaperId, Paper> named(Backlog backlog) {
        Map<PaperId, Paper> named = new LinkedHashMap<>();
        Stream.concat(
                        backlog.nominations().stream().map(Nomination::paper),
                        backlog.takenOff().stream().map(TakenOff::paper))
                .forEach(paper -> papers.find(paper).ifPresent(found -> named.put(paper, found)));
        return named;
    }
}
