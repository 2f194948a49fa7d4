package dev.lectern.digest;

import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.taste.Judgement;
import dev.lectern.taste.Likeness;
import dev.lectern.taste.Taste;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Chooses what a digest shows, and says why. The same papers give the same choice, in whatever order they come. */
public final class Selection {
    /** As many cards as a Slack carousel holds. */
    public static final int MOST = 10;

    /** Of {@link #MOST}, so many places are kept for what is liked everywhere. */
    private static final int TRENDING = 3;
    /** And so many for what leads elsewhere; nothing more of that is shown. */
    private static final int EXPLORING = 2;
    /** Of a list that nobody picks from, such as an arXiv category, so many without a reason of their own. */
    private static final int UNPICKED = 3;

    /** And so many for what somebody picked whom the group follows, where it has nothing else to be shown for. */
    private static final int PICKED = 2;
    /** And so many at most of what is recommended from outside. */
    private static final int RECOMMENDED = 2;

    private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingInt(Candidate::upvotes)
            .reversed()
            .thenComparing(Candidate::listDay, Comparator.reverseOrder())
            .thenComparing(Candidate::id);

    private final Likeness likeness;
    private final Taste taste;
    private final Trends trends;
    private final Map<PaperList, Reason> recommended;
    private final Map<PaperId, Judgement> judgements = new HashMap<>();
    private final Map<PaperId, Candidate> chosen = new LinkedHashMap<>();

    private Selection(Listed listed, Taste taste, Map<PaperList, Reason> recommended, LocalDate today) {
        this.likeness = listed.likeness();
        this.taste = taste;
        this.recommended = recommended;
        this.trends =
                Trends.of(listed.papers().stream().filter(Selection::isNew).toList(), today);
    }

    /**
     * The papers to show: what fits the taste, best first; then some that were picked by whom the group follows; then some of what is trending; then some that are far from
     * the taste. What was listed long ago and is trending again fills up what is kept for trending papers, beside new ones.
     * Of papers that tell almost the same one is shown. What is none of these is not shown, so there may be
     * nothing. While nothing is known of the taste, all of them, by upvotes.
     *
     * @param taste knows the papers listed
     * @param recommended lists of what is recommended, and why: of these a few that fit the taste
     * @param not not to be shown: shown before, read, nominated, dismissed
     * @param today the day (UTC) on which is asked
     * @param max 0 or more; {@link #MOST} at most are chosen
     */
    public static List<Chosen> choose(
            Listed listed,
            Taste taste,
            Map<PaperList, Reason> recommended,
            Set<PaperId> not,
            LocalDate today,
            int max) {
        if (max < 0) {
            throw new IllegalArgumentException("a digest of " + max + " papers");
        }
        Selection selection = new Selection(listed, taste, recommended, today);
        List<Candidate> unseen = unseen(listed.papers(), not);
        return taste.isBlank()
                ? selection.byUpvotes(unseen.stream().filter(Selection::isNew).toList(), Math.min(max, MOST))
                : selection.byTaste(unseen, Math.min(max, MOST));
    }

    /** As opposed to what comes in addition. */
    private static boolean isNew(Candidate paper) {
        return !paper.isBack() && !paper.isRecommended();
    }

    private static List<Candidate> unseen(Collection<Candidate> papers, Set<PaperId> not) {
        Map<PaperId, Candidate> best = new LinkedHashMap<>();
        papers.stream()
                .filter(paper -> !not.contains(paper.id()))
                .sorted(BEST_FIRST)
                .forEach(paper -> best.putIfAbsent(paper.id(), paper));
        return List.copyOf(best.values());
    }

    private List<Chosen> byUpvotes(List<Candidate> fresh, int max) {
        Predicate<Candidate> few = fewOfEachList();
        take(fresh.stream().filter(paper -> !judge(paper).isUnwanted()).filter(few), max);
        return told(
                chosen.values().stream(),
                paper -> trends.isTrending(paper)
                        ? trends.reason(paper)
                        : paper.list().isSubmitter() ? picked(paper) : new Reason.New(paper.listDay()));
    }

    private List<Chosen> byTaste(List<Candidate> unseen, int max) {
        List<Candidate> fresh = unseen.stream().filter(Selection::isNew).toList();
        List<Candidate> fitting = topicsInTurn(bestFitFirst(
                Stream.concat(fresh.stream().filter(paper -> judge(paper).fits()), recommended(unseen))));
        List<Candidate> others = fresh.stream()
                .filter(paper -> !judge(paper).fits() && !judge(paper).isUnwanted())
                .toList();
        List<Candidate> trending = fastestFirst(others.stream().filter(trends::isTrending));
        List<Candidate> trendingAgain = fastestFirst(unseen.stream()
                .filter(Candidate::isBack)
                .filter(paper -> paper.upvotes() >= Trends.FROM)
                .filter(paper -> !judge(paper).isUnwanted()));
        Stream<Candidate> far = others.stream()
                .filter(paper -> !trends.isTrending(paper) && trends.isGood(paper))
                .filter(paper -> judge(paper).fit() < Judgement.FITS_FROM)
                .filter(fewOfEachList());
        int forTrending = max * TRENDING / MOST;
        int forExploring = max * EXPLORING / MOST;
        List<Candidate> picks =
                bestFitFirst(others.stream().filter(paper -> paper.list().isSubmitter()));
        int forPicks = Math.min(max * PICKED / MOST, picks.size());
        Set<PaperId> fit = take(fitting.stream(), max - forTrending - forExploring - forPicks);
        Set<PaperId> picked = take(picks.stream(), forPicks);
        Set<PaperId> liked = take(trending.stream(), forTrending);
        // Alone they are no news.
        Set<PaperId> likedAgain = take(trendingAgain.stream(), chosen.isEmpty() ? 0 : forTrending - liked.size());
        Set<PaperId> explored = take(far, forExploring);
        fit.addAll(take(fitting.stream(), max - chosen.size()));
        liked.addAll(take(trending.stream(), max - chosen.size()));
        return Stream.of(
                        told(of(fitting, fit), this::reason),
                        told(of(picks, picked), Selection::picked),
                        told(of(trending, liked), trends::reason),
                        told(of(trendingAgain, likedAgain), trends::reason),
                        told(of(others, explored), paper -> new Reason.Explore()))
                .flatMap(Collection::stream)
                .toList();
    }

    /** It needs no other reason to be near what is liked. */
    private Stream<Candidate> recommended(List<Candidate> unseen) {
        return bestFitFirst(unseen.stream()
                        .filter(paper -> recommended.containsKey(paper.list()))
                        .filter(paper -> judge(paper).score() >= Judgement.FITS_FROM))
                .stream()
                .limit(RECOMMENDED);
    }

    private List<Candidate> bestFitFirst(Stream<Candidate> papers) {
        return papers.sorted(Comparator.comparingDouble(
                                (Candidate paper) -> judge(paper).score())
                        .reversed()
                        .thenComparing(BEST_FIRST))
                .toList();
    }

    private List<Candidate> fastestFirst(Stream<Candidate> papers) {
        return papers.sorted(Comparator.comparingDouble(trends::upvotesPerDay)
                        .reversed()
                        .thenComparing(BEST_FIRST))
                .toList();
    }

    /**
     * The same, but the places of papers that are there for a topic go to the best of each topic, then to the second of
     * each, and so on: a topic that many papers name would have them all.
     */
    private List<Candidate> topicsInTurn(List<Candidate> fitting) {
        Map<String, Queue<Candidate>> byTopic = new LinkedHashMap<>();
        fitting.forEach(paper -> topic(paper)
                .ifPresent(topic -> byTopic.computeIfAbsent(topic, any -> new ArrayDeque<>())
                        .add(paper)));
        Queue<Candidate> inTurn = new ArrayDeque<>();
        while (!byTopic.isEmpty()) {
            byTopic.values().forEach(waiting -> inTurn.add(waiting.remove()));
            byTopic.values().removeIf(Queue::isEmpty);
        }
        return fitting.stream()
                .map(paper -> topic(paper).isPresent() ? inTurn.remove() : paper)
                .toList();
    }

    private Optional<String> topic(Candidate paper) {
        return judge(paper)
                .why()
                .filter(Judgement.OnTopic.class::isInstance)
                .map(why -> ((Judgement.OnTopic) why).topic());
    }

    private static Stream<Candidate> of(List<Candidate> papers, Set<PaperId> those) {
        return papers.stream().filter(paper -> those.contains(paper.id()));
    }

    private static Reason picked(Candidate paper) {
        return new Reason.Picked(paper.list().name());
    }

    private Reason reason(Candidate paper) {
        Reason why = recommended.get(paper.list());
        return why == null ? ownReason(paper) : why;
    }

    private Reason ownReason(Candidate paper) {
        Judgement.Why why = judge(paper).why().orElseThrow();
        if (why instanceof Judgement.Like like) {
            return new Reason.Like(
                    like.liked().paper(),
                    like.title(),
                    like.liked().because().kind(),
                    like.liked().because().at());
        }
        return new Reason.FromTopic(((Judgement.OnTopic) why).topic());
    }

    private Judgement judge(Candidate paper) {
        return Objects.requireNonNull(judgements.computeIfAbsent(paper.id(), taste::judge));
    }

    /** Lets a few papers pass of every list that nobody picks from, and all of the others. */
    private static Predicate<Candidate> fewOfEachList() {
        Map<PaperList, Integer> passed = new HashMap<>();
        return paper -> paper.isPicked() || passed.merge(paper.list(), 1, Integer::sum) <= UNPICKED;
    }

    /** Takes the first of them, but none that tells almost the same as another that is there; answers what it took. */
    private Set<PaperId> take(Stream<Candidate> papers, int most) {
        Set<PaperId> taken = new HashSet<>();
        Iterator<Candidate> next = papers.iterator();
        while (taken.size() < most && next.hasNext()) {
            Candidate paper = next.next();
            if (!chosen.containsKey(paper.id()) && isUnlikeTheChosen(paper)) {
                chosen.put(paper.id(), paper);
                taken.add(paper.id());
            }
        }
        return taken;
    }

    private boolean isUnlikeTheChosen(Candidate paper) {
        return chosen.keySet().stream().noneMatch(other -> likeness.almostSame(other, paper.id()));
    }

    private static List<Chosen> told(Stream<Candidate> papers, Function<Candidate, ? extends Reason> why) {
        return papers.map(paper -> new Chosen(paper.id(), why.apply(paper))).toList();
    }
}
