package dev.lectern.digest;

import dev.lectern.ballot.Standings;
import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.Planner;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.Vectors;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.taste.Taste;
import dev.lectern.taste.Topics;
import dev.lectern.work.Change;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The digest: at its hour the channel gets the papers of the list days since the last one. */
public final class DigestFeature implements Feature, Planner {
    /** A new group's first digest has something to show: so many list days before it are looked at, too. */
    private static final int FIRST_LOOK_BACK = 6;

    private static final String POST = "digest.post";
    private static final String NEXT = "next";
    private static final String DRAWING = "digest";

    private final GroupStore groups;
    private final DigestStore digests;
    private final PaperStore papers;
    private final StandingsReader standings;
    private final ListedPapers listed;

    public DigestFeature(
            GroupStore groups, DigestStore digests, PaperStore papers, StandingsReader standings, Vectors vectors) {
        this.groups = groups;
        this.digests = digests;
        this.papers = papers;
        this.standings = standings;
        this.listed = new ListedPapers(papers, vectors);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        // The digest after a pause shows what the missed ones would have.
        steps.register(POST, Missed.FOLD, this::post);
        drawings.register(DRAWING, this::draw);
    }

    @Override
    public void words(Wording wording) {
        wording.step(
                POST, key -> new Wording.StepWords("the digest of new papers", "The digest could not be put together"));
        wording.message(DRAWING, "The digest");
    }

    @Override
    public void plan(Change change, Group group) {
        change.schedule(new Step(POST, NEXT, DigestSchedule.next(group.settings(), change.now())));
    }

    private void post(Step step, Change change) {
        Optional<Group> group = groups.find(change.group());
        if (group.isEmpty()) {
            return;
        }
        plan(change, group.get());
        LocalDate day = change.now().atZone(group.get().settings().zone()).toLocalDate();
        LocalDate upTo = change.now().atOffset(ZoneOffset.UTC).toLocalDate();
        List<Chosen> chosen = choose(change, group.get(), since(change, upTo), upTo);
        if (chosen.isEmpty() || digests.find(change.group(), day).isPresent()) {
            return;
        }
        digests.save(change, new Digest(day, upTo, chosen));
        change.send(Outbound.shownIn(change.group().channel(), DRAWING, day.toString()));
    }

    /** The last list day that earlier digests looked at completely: the day of a digest itself still grows after it. */
    private LocalDate since(Change change, LocalDate upTo) {
        return digests.latest(change.group())
                .map(Digest::upTo)
                .orElseGet(() -> upTo.minusDays(FIRST_LOOK_BACK))
                .minusDays(1);
    }

    private List<Chosen> choose(Change change, Group group, LocalDate after, LocalDate upTo) {
        Listed papersListed = listed.between(List.of(), after, upTo, change.now());
        Topics topics = Topics.of(group.settings().topics(), Map.of(), papersListed.likeness());
        return Selection.choose(
                papersListed,
                Taste.of(List.of(), topics, papersListed.likeness(), change.now()),
                digests.shown(change.group()),
                upTo,
                Selection.MOST);
    }

    private Optional<Message> draw(GroupId group, String key) {
        Standings now = standings.of(group);
        return digests.find(group, LocalDate.parse(key))
                .map(digest -> DigestMessages.digest(
                        digest.day(),
                        digest.papers().stream()
                                .flatMap(chosen -> papers.find(chosen.paper()).stream()
                                        .map(paper ->
                                                new DigestMessages.Entry(paper, now.of(paper.id()), chosen.reason())))
                                .toList()));
    }
}
