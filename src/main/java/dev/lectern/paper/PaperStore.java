package dev.lectern.paper;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Script;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.resps.Tuple;

/**
 * Papers in Redis. Any thread and any process may use it at the same time; what {@link #save} answered is kept, and a
 * save that a crash cut short is completed by the next save of the same paper.
 *
 * <p>What a source told is everybody's. What a member typed is the channel's in which that was: it has ids and names of its
 * own, which nobody else comes upon, and leads to everybody's paper as soon as there is one of that name or title. Nothing
 * that was typed goes over to that one.
 */
public final class PaperStore {
    private static final int BATCH = 200;
    /** Each round at least one of the processes that race for a name gets ahead; so many rounds mean a bug. */
    private static final int MOST_ROUNDS = 1000;

    private static final Script NOTE_CHANGES = Script.load("changed");
    private static final Script ORIGIN = Script.load("origin");

    private final UnifiedJedis redis;
    private final PaperReader reader;
    private final NamedPapers named;

    public PaperStore(UnifiedJedis redis) {
        this.redis = redis;
        this.reader = new PaperReader(redis);
        this.named = new NamedPapers(redis, reader);
    }

    /**
     * Keeps what a source told, as a new paper or as a part of the known one: known by any of its names or by its title.
     * Where they lead to several papers, these become one; what contradicts that is said at {@link Names}.
     *
     * @param at when it came in
     */
    public Saved save(Draft draft, Instant at) {
        return saveAll(List.of(draft), at).get(0);
    }

    /**
     * Keeps what a member typed in a channel, as a paper of that channel's alone; as a part of the one that it has already
     * by one of these names or by this title.
     *
     * @param at when it was typed
     */
    public Saved saveTyped(String title, Names names, GroupId channel, Instant at) {
        Draft typed = Draft.titled(title).withNames(names).toldBy(Trust.TYPED);
        return saveNamed(List.of(Named.of(typed, Optional.of(channel))), at).get(0);
    }

    /** As {@link #save} for each, in order, with far fewer trips to Redis. */
    public List<Saved> saveAll(List<Draft> drafts, Instant at) {
        List<Saved> saved = new ArrayList<>();
        for (int from = 0; from < drafts.size(); from += BATCH) {
            List<Draft> batch = drafts.subList(from, Math.min(from + BATCH, drafts.size()));
            saved.addAll(saveNamed(batch.stream().map(Named::of).toList(), at));
        }
        return saved;
    }

    private List<Saved> saveNamed(List<Named> drafts, Instant at) {
        SortedMap<Integer, Named> open = new TreeMap<>();
        drafts.forEach(draft -> open.put(open.size(), draft));
        SortedMap<Integer, Saved> saved = new TreeMap<>();
        SaveRounds rounds = new SaveRounds(redis, reader, at);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            saved.putAll(rounds.run(open));
            open.keySet().removeAll(saved.keySet());
            if (open.isEmpty()) {
                return List.copyOf(saved.values());
            }
        }
        throw new IllegalStateException("papers could not be saved in " + MOST_ROUNDS + " rounds");
    }

    /** The paper; also under an id that turned out to be another paper's. */
    public Optional<Paper> find(PaperId id) {
        return findAll(List.of(id)).stream().findFirst();
    }

    /**
     * The paper by an id that Lectern noted itself: no paper is ever deleted.
     *
     * @throws IllegalStateException when it is gone all the same
     */
    public Paper get(PaperId id) {
        return find(id).orElseThrow(() -> new IllegalStateException("the paper " + id + " is gone"));
    }

    /**
     * Under which id each of these papers is kept by now: its own, unless it turned out to be another. Ids that no paper
     * has are their own.
     */
    public Map<PaperId, PaperId> canonical(Collection<PaperId> ids) {
        Map<PaperId, PaperId> canonical = new LinkedHashMap<>();
        ids.forEach(id -> canonical.put(id, id));
        List<PaperId> leading = leading(List.copyOf(canonical.keySet()));
        Map<PaperId, PaperReader.Entry> entries = reader.read(leading);
        leading.forEach(id -> canonical.put(id, canonical(reader.resolve(id, entries))));
        return canonical;
    }

    private PaperId canonical(PaperReader.Entry entry) {
        return entry.paper().map(named::known).map(Paper::id).orElse(entry.id());
    }

    /** Those that may lead to another. */
    private List<PaperId> leading(List<PaperId> ids) {
        Set<PaperId> aliases = Set.copyOf(aliases(ids));
        return ids.stream()
                .filter(id -> aliases.contains(id) || id.typedIn().isPresent())
                .toList();
    }

    private List<PaperId> aliases(List<PaperId> ids) {
        if (ids.isEmpty()) {
            return ids;
        }
        List<Boolean> known = redis.smismember(
                PaperKeys.ALIASES, ids.stream().map(PaperId::value).toArray(String[]::new));
        return IntStream.range(0, ids.size())
                .filter(known::get)
                .mapToObj(ids::get)
                .toList();
    }

    /** The papers in the order of their ids here, without those that are not known. */
    public List<Paper> findAll(Collection<PaperId> ids) {
        Map<PaperId, PaperReader.Entry> entries = reader.read(ids);
        return ids.stream()
                .flatMap(id -> reader.resolve(id, entries).paper().stream())
                .map(named::known)
                .toList();
    }

    /** The papers by the ids that were asked for, of which several may be one paper's; without those that are not known. */
    public Map<PaperId, Paper> findEach(Collection<PaperId> ids) {
        Map<PaperId, PaperReader.Entry> entries = reader.read(ids);
        Map<PaperId, Paper> found = new LinkedHashMap<>();
        ids.forEach(id -> reader.resolve(id, entries).paper().ifPresent(paper -> found.put(id, named.known(paper))));
        return found;
    }

    public Optional<PaperId> byArxiv(ArxivId arxivId) {
        return byNames(Names.NONE.withArxiv(arxivId));
    }

    /** Everybody's paper of the first of these names that one has; arXiv's come first. */
    public Optional<PaperId> byNames(Names names) {
        return named.by(names, Optional.empty()).map(Paper::id);
    }

    /** As {@link #byNames(Names)}; else what was typed in this channel with one of these names. */
    public Optional<PaperId> byNames(Names names, GroupId channel) {
        return byNames(names)
                .or(() ->
                        named.by(names, Optional.of(channel)).map(named::known).map(Paper::id));
    }

    /** Everybody's paper of this title. */
    public Optional<PaperId> byTitle(NormalizedTitle title) {
        return named.by(title, Optional.empty()).map(Paper::id);
    }

    /** As {@link #byTitle(NormalizedTitle)}; else what was typed in this channel under this title. */
    public Optional<PaperId> byTitle(NormalizedTitle title, GroupId channel) {
        return byTitle(title)
                .or(() ->
                        named.by(title, Optional.of(channel)).map(named::known).map(Paper::id));
    }

    /** The papers that stood on one of these lists on these days (UTC), newest day first, then by upvotes. */
    public List<Paper> listedBetween(Collection<PaperList> lists, LocalDate fromExclusive, LocalDate toInclusive) {
        if (!fromExclusive.isBefore(toInclusive)) {
            return List.of();
        }
        List<PaperId> ids = lists.stream()
                .map(PaperKeys::byDay)
                .distinct()
                .flatMap(key ->
                        redis.zrangeByScore(key, fromExclusive.toEpochDay() + 1, toInclusive.toEpochDay()).stream())
                .map(PaperKeys::idOf)
                .distinct()
                .toList();
        Map<PaperId, Paper> listed = new LinkedHashMap<>();
        Map<PaperId, LocalDate> days = new LinkedHashMap<>();
        for (Paper paper : findAll(ids)) {
            if (paper.isOnlyTyped()) {
                continue;
            }
            newestDay(paper, lists, fromExclusive, toInclusive).ifPresent(day -> {
                listed.put(paper.id(), paper);
                days.put(paper.id(), day);
            });
        }
        return listed.values().stream()
                .sorted(Comparator.comparing((Paper paper) -> Objects.requireNonNull(days.get(paper.id())))
                        .thenComparing(Paper::upvotes)
                        .reversed()
                        .thenComparing(Paper::id))
                .toList();
    }

    private static Optional<LocalDate> newestDay(
            Paper paper, Collection<PaperList> lists, LocalDate fromExclusive, LocalDate toInclusive) {
        return paper.listings().stream()
                .filter(listing -> lists.contains(listing.list()))
                .map(Listing::day)
                .filter(day -> day.isAfter(fromExclusive) && !day.isAfter(toInclusive))
                .max(Comparator.naturalOrder());
    }

    /** The newest day (UTC) of which a Daily Papers list is known. */
    public Optional<LocalDate> newestListDay() {
        return redis.zrevrange(PaperKeys.LIST_DAYS, 0, 0).stream().findFirst().map(LocalDate::parse);
    }

    /** Every paper, by id. */
    public List<Paper> all() {
        List<PaperId> ids =
                redis.smembers(PaperKeys.ALL).stream().map(PaperId::parse).toList();
        return findAll(ids).stream()
                .distinct()
                .sorted(Comparator.comparing(Paper::id))
                .toList();
    }

    /** Every paper's id, with those that turned out to be another paper's; in no order. */
    public Set<PaperId> ids() {
        return redis.smembers(PaperKeys.ALL).stream().map(PaperId::parse).collect(Collectors.toUnmodifiableSet());
    }

    /** Has {@link #changedAfter} tell of these papers anew: something is known of them that is not kept here. */
    public void noteChanged(Collection<PaperId> ids) {
        List<String> values = ids.stream().map(PaperId::value).toList();
        for (int from = 0; from < values.size(); from += BATCH) {
            NOTE_CHANGES.run(
                    redis,
                    List.of(PaperKeys.CHANGED, PaperKeys.CHANGE_NUMBER),
                    values.subList(from, Math.min(from + BATCH, values.size())));
        }
    }

    /**
     * Takes a channel's paper off everybody's lists, as its key is being deleted with all that is kept of its workspace;
     * nothing for any other key.
     */
    public void forget(String key) {
        PaperKeys.typed(key).ifPresent(id -> {
            redis.srem(PaperKeys.ALL, id.value());
            redis.srem(PaperKeys.ALIASES, id.value());
            noteChanged(List.of(id));
        });
    }

    /** Names these papers: the same as long as they are kept, and another for a Redis that was emptied since. */
    public String origin() {
        return String.valueOf(ORIGIN.run(redis, List.of(PaperKeys.ORIGIN), List.of()));
    }

    /** The number of the last change to any paper; 0 before the first. */
    public long lastChange() {
        return Optional.ofNullable(redis.get(PaperKeys.CHANGE_NUMBER))
                .map(Long::parseLong)
                .orElse(0L);
    }

    /** At most {@code max} papers whose last change came after this one, the earliest first. */
    public ChangedPapers changedAfter(long number, int max) {
        List<Tuple> changed = redis.zrangeByScoreWithScores(PaperKeys.CHANGED, "(" + number, "+inf", 0, max);
        long upTo = changed.isEmpty()
                ? number
                : (long) changed.get(changed.size() - 1).getScore();
        return new ChangedPapers(
                upTo,
                changed.stream().map(Tuple::getElement).map(PaperId::parse).toList());
    }

    public long count() {
        return redis.scard(PaperKeys.ALL) - redis.scard(PaperKeys.ALIASES);
    }
}
