package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.option;

import dev.lectern.group.GroupId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.source.PastedLink;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.MessageShortcut;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.Typeahead;
import dev.lectern.slack.block.Option;
import dev.lectern.work.Steps;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Other ways to nominate: a form that offers titles while one types, and a shortcut on a message with a link. */
public final class NominateFeature implements Feature {
    /** As the app's manifest names it. */
    private static final String SHORTCUT = "nominate_link";
    /** As many as one looks through. */
    private static final int OFFERED = 25;

    private final BacklogFeature backlog;
    private final PaperStore papers;
    private final PaperSearch search;
    private final InstantSource clock;

    public NominateFeature(BacklogFeature backlog, PaperStore papers, PaperSearch search, InstantSource clock) {
        this.backlog = backlog;
        this.papers = papers;
        this.search = search;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.suggestions(NominateModal.TITLES, this::titles);
        routes.modal(NominateModal.CALLBACK, this::picked);
        routes.messageShortcut(SHORTCUT, this::linked);
    }

    private List<Option> titles(Typeahead typing) {
        Reader reader = new Reader(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), Set.of());
        List<PaperId> found = search.completing(typing.typed(), reader, OFFERED).stream()
                .map(PaperSearch.Hit::id)
                .toList();
        return papers.findAll(found).stream()
                .map(paper -> option(PaperText.title(paper), paper.id().value()))
                .toList();
    }

    private Reply picked(Submission submission) {
        Optional<PaperId> paper = submission.value(NominateModal.PAPER).map(PaperId::parse);
        if (paper.isEmpty()) {
            return Reply.problems(Map.of(NominateModal.PAPER, "Choose a paper from the list."));
        }
        Reply reply = backlog.nominate(
                GroupId.parse(submission.metadata()), submission.request(), submission.user(), paper.get());
        return reply instanceof Reply.OnlyToYou only ? Reply.opens(NominateModal.answer(only.message())) : reply;
    }

    private Reply linked(MessageShortcut shortcut) {
        List<PastedLink> links = PastedLink.in(shortcut.text());
        List<Paper> known = papers.findAll(ids(links));
        if (known.isEmpty()) {
            return links.isEmpty()
                    ? Reply.onlyToYou(
                            "I see no link to a paper in this message. `/papers nominate` finds one by its title.")
                    : backlog.lookUp(
                            shortcut.group(),
                            shortcut.request(),
                            shortcut.user(),
                            links.get(0).names());
        }
        return known.size() == 1
                ? backlog.nominate(
                        shortcut.group(),
                        shortcut.request(),
                        shortcut.user(),
                        known.get(0).id())
                : BacklogFeature.choose(known, known.size() + " papers are linked in this message. Which one?");
    }

    private Set<PaperId> ids(List<PastedLink> links) {
        Set<PaperId> ids = new LinkedHashSet<>();
        links.forEach(link -> papers.byNames(link.names()).ifPresent(ids::add));
        return ids;
    }
}
