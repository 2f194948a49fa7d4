package dev.lectern.discover;

import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.Saved;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import dev.lectern.paper.source.Searches;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Errands;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks on other sites for what somebody searched here. The sites take seconds, so they are asked beside the group's steps; what they
 * find is kept as any paper, and told by a direct message.
 */
public final class ElsewhereFeature implements Feature {
    static final String LOOK = "discover.elsewhere/1";
    private static final Texts TEXTS = Texts.of(ElsewhereFeature.class);
    private static final String NAME = "discover.elsewhere";
    private static final int MOST = 6;
    /** So much the sites read of a question. */
    private static final int LONGEST_WORDS = 250;

    /** Whoever asks the sites is dead, if there is no answer by then. */
    private static final Duration ASKED_ANEW = Duration.ofMinutes(1);

    private final GroupStore groups;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final Optional<Searches> sites;
    private final ElsewhereStore store;
    private final Changes changes;

    /** @param sites empty where none are set up: then nobody is offered to look there */
    public ElsewhereFeature(
            GroupStore groups,
            PaperStore papers,
            StandingsReader standings,
            Optional<Searches> sites,
            ElsewhereStore store,
            Changes changes) {
        this.groups = groups;
        this.papers = papers;
        this.standings = standings;
        this.sites = sites;
        this.store = store;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(LOOK, this::look);
        steps.register(NAME, Missed.DO_LATE, (step, change) -> run(step, change, steps.errands()));
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                NAME, key -> new Wording.StepWords(TEXTS.say("elsewhere.step"), TEXTS.say("elsewhere.step.failed")));
        wording.message(NAME, () -> TEXTS.say("elsewhere.message"));
    }

    private Reply look(Click click) {
        if (sites.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("elsewhere.no-sites"));
        }
        try {
            String words = cut(PaperSearch.words(click.value()));
            return words.isEmpty()
                    ? Reply.onlyToYou(ElsewhereMessages.noWords(sites.get().names()))
                    : begin(
                            click,
                            Looking.begun(words, click.user(), click.request().value()),
                            sites.get().names());
        } catch (WrongQuery e) {
            return new Reply.OnlyToYou(
                    SearchMessages.help(Optional.ofNullable(e.getMessage()).orElse("")));
        }
    }

    private static String cut(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST_WORDS
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS));
    }

    private Reply begin(Click click, Looking looking, String names) {
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            store.all(click.group()).stream()
                    .filter(old -> old.isOver(change.now()))
                    .forEach(old -> store.remove(change, old));
            Optional<Looking> before =
                    store.find(click.group(), looking.key()).filter(old -> !old.isOver(change.now()));
            if (before.flatMap(Looking::answered).isPresent()) {
                return Reply.onlyToYou(ElsewhereMessages.answered(looking.words(), names));
            }
            if (before.isEmpty()) {
                store.save(change, looking);
                change.schedule(new Step(NAME, looking.key(), change.now()));
            }
            return Reply.onlyToYou(ElsewhereMessages.begun(looking.words(), names));
        });
    }

    /** The step stays planned until there is an answer: should the errand never end, somebody goes on it again. */
    private void run(Step step, Change change, Errands errands) {
        Optional<Looking> looking = waiting(change.group(), step.key());
        if (looking.isEmpty()) {
            return;
        }
        if (sites.isEmpty()) {
            store.remove(change, looking.get());
            return;
        }
        change.schedule(new Step(NAME, step.key(), change.now().plus(ASKED_ANEW)));
        errands.begin(
                change.group(),
                NAME + " " + change.group() + " " + looking.get().request(),
                () -> ask(change.group(), looking.get(), sites.get()));
    }

    private Optional<Looking> waiting(GroupId group, String key) {
        return store.find(group, key).filter(looking -> looking.answered().isEmpty());
    }

    private void ask(GroupId group, Looking looking, Searches known) {
        Searches.Found found = known.find(looking.words());
        changes.apply(group, change -> {
            // Somebody else, who took us for dead, may have answered.
            waiting(group, looking.key()).filter(looking::equals).ifPresent(same -> answer(same, known, found, change));
            return found;
        });
    }

    private void answer(Looking looking, Searches known, Searches.Found found, Change change) {
        change.unschedule(NAME, looking.key());
        if (found.troubles().isEmpty()) {
            store.save(change, looking.answered(change.now()));
        } else {
            store.remove(change, looking);
        }
        List<Paper> kept = kept(found, change.now());
        Optional<ElsewhereMessages.For> place =
                groups.find(change.group()).map(group -> new ElsewhereMessages.For(group, standings.of(group.id())));
        change.send(Outbound.toMember(
                NAME + "/" + looking.request(),
                looking.by(),
                () -> ElsewhereMessages.found(looking.words(), known.names(), kept, found.troubles(), place)));
    }

    private List<Paper> kept(Searches.Found found, Instant now) {
        List<PaperId> ids = papers.saveAll(found.papers(), now).stream()
                .map(Saved::id)
                .distinct()
                .toList();
        return papers.findAll(ids).stream()
                .filter(paper -> paper.withdrawn().isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
    }
}
