package dev.lectern.discover;

import dev.lectern.ballot.Standings;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.PastedLink;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.slack.SharedLinks;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Errands;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows below a message in a reading group's channel which papers its links lead to. Those that are not known yet are
 * looked up first, beside the group's steps; what no source tells at once has no card.
 */
public final class LinksFeature implements Feature {
    private static final Logger log = LoggerFactory.getLogger(LinksFeature.class);

    private static final Texts TEXTS = Texts.of(LinksFeature.class);
    private static final String UNFURL = "unfurl";
    private static final String LOOK_UP = "links.look-up";
    /** Who posts a long list of links does not ask for a long list of cards. */
    private static final int MOST = 5;

    /** Whoever looks them up is dead, if there is no answer by then. */
    private static final Duration ASKED_ANEW = Duration.ofMinutes(1);

    private final GroupStore groups;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final Optional<Function<Names, Lookups.Answer>> lookUp;
    private final SharedPapersStore waiting;
    private final Changes changes;

    /** @param lookUp asks the sources about a paper, within seconds; empty where none are set up */
    public LinksFeature(
            GroupStore groups,
            PaperStore papers,
            StandingsReader standings,
            Optional<Function<Names, Lookups.Answer>> lookUp,
            SharedPapersStore waiting,
            Changes changes) {
        this.groups = groups;
        this.papers = papers;
        this.standings = standings;
        this.lookUp = lookUp;
        this.waiting = waiting;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.links(this::show);
        steps.register(LOOK_UP, Missed.DO_LATE, (step, change) -> run(step, change, steps.errands()));
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                LOOK_UP, key -> new Wording.StepWords(TEXTS.say("links.look-up"), TEXTS.say("links.look-up.failed")));
        wording.message(UNFURL, () -> TEXTS.say("links.message"));
    }

    private void show(SharedLinks links) {
        if (groups.find(links.group()).isEmpty()) {
            return;
        }
        Map<String, List<Block>> cards = cards(links.group(), links.urls());
        List<String> unknown = lookUp.isEmpty()
                ? List.of()
                : links.urls().stream()
                        .filter(url -> named(url).isPresent()
                                && paperAt(links.group(), url).isEmpty())
                        .limit(MOST)
                        .toList();
        if (!cards.isEmpty() || !unknown.isEmpty()) {
            changes.apply(links.group(), change -> {
                // One message has one id, so that an event which comes again finds it sent.
                attach(change, links.ts(), UNFURL + "/" + links.ts(), cards);
                if (!unknown.isEmpty()) {
                    waiting.save(change, new SharedPapers(links.ts(), unknown));
                    change.schedule(new Step(LOOK_UP, links.ts(), change.now()));
                }
                return links;
            });
        }
    }

    private static void attach(Change change, String ts, String id, Map<String, List<Block>> cards) {
        if (!cards.isEmpty()) {
            change.send(Outbound.below(id, change.group().channel(), ts, cards));
        }
    }

    /** The step stays planned until there is an answer: should the errand never end, somebody goes on it again. */
    private void run(Step step, Change change, Errands errands) {
        waiting.find(change.group(), step.key()).ifPresent(shared -> {
            change.schedule(new Step(LOOK_UP, step.key(), change.now().plus(ASKED_ANEW)));
            errands.begin(
                    change.group(),
                    LOOK_UP + " " + change.group() + " " + step.key(),
                    () -> lookUp(change.group(), shared));
        });
    }

    private void lookUp(GroupId group, SharedPapers shared) {
        List<Draft> told = shared.urls().stream()
                .flatMap(url -> named(url).stream())
                .distinct()
                .flatMap(names -> ask(names).stream())
                .toList();
        changes.apply(group, change -> {
            // Somebody else, who took us for dead, may have answered.
            waiting.find(group, shared.ts()).filter(shared::equals).ifPresent(same -> {
                waiting.remove(change, shared.ts());
                change.unschedule(LOOK_UP, shared.ts());
                papers.saveAll(told, change.now());
                attach(change, shared.ts(), UNFURL + "/" + shared.ts() + "/told", cards(group, shared.urls()));
            });
            return told;
        });
    }

    /** A card is a courtesy: whatever keeps a source from answering, nobody is told and nobody asks again. */
    private Optional<Draft> ask(Names names) {
        try {
            return lookUp.map(sources -> sources.apply(names))
                    .filter(Lookups.Told.class::isInstance)
                    .map(answer -> ((Lookups.Told) answer).draft());
        } catch (RuntimeException e) {
            log.error("the sources could not be asked about a link", e);
            return Optional.empty();
        }
    }

    private Map<String, List<Block>> cards(GroupId group, List<String> urls) {
        Standings now = standings.of(group);
        Map<PaperId, String> linked = new LinkedHashMap<>();
        Map<String, List<Block>> cards = new LinkedHashMap<>();
        for (String url : urls) {
            Optional<Paper> paper = paperAt(group, url);
            if (paper.isPresent()
                    && cards.size() < MOST
                    && linked.putIfAbsent(paper.get().id(), url) == null) {
                PaperCard card = PaperCard.of(paper.get()).in(now.of(paper.get().id()));
                cards.put(
                        url,
                        Limits.fit(Message.of(PaperText.link(paper.get()), card.preview()))
                                .blocks());
            }
        }
        return cards;
    }

    private Optional<Paper> paperAt(GroupId group, String url) {
        return link(url)
                .map(PastedLink::names)
                .flatMap(names -> papers.byNames(names, group))
                .flatMap(papers::find);
    }

    /** What a source may know it by; a page is nobody's but its own. */
    private static Optional<Names> named(String url) {
        return link(url).filter(link -> !link.isPage()).map(PastedLink::names);
    }

    private static Optional<PastedLink> link(String url) {
        return PastedLink.in("<" + url + ">").stream().findFirst();
    }
}
