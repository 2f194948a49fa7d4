package dev.lectern.discover;

import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** {@code /papers search}: finds papers by what they say. */
public final class SearchFeature implements Feature {
    private static final Texts TEXTS = Texts.of(SearchFeature.class);
    static final String MORE = "discover.more/1";
    static final int FIRST = 5;
    private static final int MOST = 10;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final PaperSearch search;
    private final Optional<Supplier<String>> elsewhere;
    private final InstantSource clock;

    /** @param elsewhere the sites that {@link ElsewhereFeature} searches, as people call them; empty where it has none */
    public SearchFeature(
            GroupStore groups,
            MeetingStore meetings,
            PaperStore papers,
            StandingsReader standings,
            PaperSearch search,
            Optional<Supplier<String>> elsewhere,
            InstantSource clock) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.standings = standings;
        this.search = search;
        this.elsewhere = elsewhere;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command(
                "search",
                "search <words>",
                () -> TEXTS.say("verb.search"),
                command -> find(command.group(), command.rest(), 0));
        routes.button(MORE, this::more);
    }

    private Reply more(Click click) {
        return find(click.group(), click.value(), FIRST);
    }

    private Reply find(GroupId asker, String query, int from) {
        if (query.isEmpty()) {
            return new Reply.OnlyToYou(SearchMessages.help(TEXTS.say("search.what")));
        }
        try {
            List<Hit> found = search.search(query, reader(asker), MOST);
            List<PaperId> shown = found.stream()
                    .skip(from)
                    .limit(from == 0 ? FIRST : MOST)
                    .map(Hit::id)
                    .toList();
            return new Reply.OnlyToYou(SearchMessages.found(
                    query,
                    found.stream().anyMatch(Hit::hasWords),
                    papers.findAll(shown),
                    found.size() - from - shown.size(),
                    groups.find(asker).map(group -> standings.of(group.id())),
                    elsewhere.map(Supplier::get)));
        } catch (WrongQuery e) {
            return new Reply.OnlyToYou(
                    SearchMessages.help(Optional.ofNullable(e.getMessage()).orElse("")));
        }
    }

    private Reader reader(GroupId asker) {
        return new Reader(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), read(asker), Optional.of(asker));
    }

    /** What the group read, under the ids that its papers have by now. */
    private Set<PaperId> read(GroupId group) {
        List<PaperId> held = meetings.all(group).stream()
                .filter(meeting -> meeting.state() == MeetingState.HELD)
                .map(Meeting::paper)
                .flatMap(Optional::stream)
                .toList();
        return papers.findAll(held).stream().map(paper -> paper.id()).collect(Collectors.toSet());
    }
}
