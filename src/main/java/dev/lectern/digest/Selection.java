package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Chooses what a digest shows, and says why. The same papers give the same choice, in whatever order they come. */
public final class Selection {
    /** As many cards as a Slack carousel holds. */
    public static final int MOST = 10;

    /** From this many upvotes on a paper counts as trending; below, it is just new. */
    public static final int TRENDING_FROM = 10;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::upvotes)
            .reversed()
            .thenComparing(Candidate::listDay, Comparator.reverseOrder())
            .thenComparing(candidate -> candidate.id().value());

    private Selection() {}

    /**
     * The papers to show, best first: what was not shown yet; papers on one of the topics before the others; then by
     * upvotes, the newer list day, the id. A paper that is there twice is shown once, as the better of the two.
     *
     * @param topics in the group's order: a paper on several of them names the first
     * @param max 0 or more; {@link #MOST} at most are chosen
     */
    public static List<Chosen> choose(
            Collection<Candidate> papers, List<String> topics, Set<PaperId> alreadyShown, int max) {
        Map<String, Topic> wanted = new LinkedHashMap<>();
        topics.forEach(topic -> wanted.put(topic, Topic.of(topic)));
        List<Chosen> onTopic = new ArrayList<>();
        List<Chosen> others = new ArrayList<>();
        for (Candidate paper : fresh(papers, alreadyShown)) {
            Optional<Chosen> about =
                    topicOf(paper, wanted).map(topic -> new Chosen(paper.id(), new Reason.FromTopic(topic)));
            about.ifPresentOrElse(onTopic::add, () -> others.add(new Chosen(paper.id(), withoutTopic(paper))));
        }
        return Stream.of(onTopic, others)
                .flatMap(Collection::stream)
                .limit(Math.min(max, MOST))
                .toList();
    }

    private static Collection<Candidate> fresh(Collection<Candidate> papers, Set<PaperId> alreadyShown) {
        Map<PaperId, Candidate> best = new LinkedHashMap<>();
        papers.stream()
                .filter(paper -> !alreadyShown.contains(paper.id()))
                .sorted(BEST_FIRST)
                .forEach(paper -> best.putIfAbsent(paper.id(), paper));
        return best.values();
    }

    private static Optional<String> topicOf(Candidate paper, Map<String, Topic> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> texts = Stream.concat(Stream.of(paper.title(), paper.text()), paper.keywords().stream())
                .map(Topic::words)
                .toList();
        return wanted.entrySet().stream()
                .filter(topic -> texts.stream().anyMatch(topic.getValue()::isIn))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static Reason withoutTopic(Candidate paper) {
        return paper.upvotes() >= TRENDING_FROM
                ? new Reason.Trending(paper.upvotes())
                : new Reason.New(paper.listDay());
    }
}
