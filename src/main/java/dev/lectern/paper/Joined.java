package dev.lectern.paper;

import dev.lectern.paper.PaperReader.Entry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Which known papers a draft turns out to be, by the rules of {@link Names}: its names are followed one by one, the ones
 * that tell most first and the title last, and each leads to a paper unless that contradicts what was found before.
 */
final class Joined {
    private final Map<String, PaperId> claimed;
    private final Function<PaperId, Entry> known;
    private final Map<PaperId, Entry> entries = new TreeMap<>(PaperId.STANDS_FIRST);
    private final Map<String, Names> free = new LinkedHashMap<>();
    private boolean titleJoins;
    /** All that the papers found so far are called. */
    private Names together;

    private Joined(Draft draft, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        this.claimed = claimed;
        this.known = known;
        this.together = draft.names();
    }

    /**
     * @param claimed which paper has which name's key
     * @param known what stands under an id, aliases followed
     */
    static Joined of(Named draft, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        Joined joined = new Joined(draft.draft(), claimed, known);
        draft.names().forEach(joined::followName);
        joined.followTitle(draft.titleKey());
        joined.followOwnId(draft);
        return joined;
    }

    private void followName(String key, Names name) {
        List<Entry> holders = holders(key);
        boolean joins = together.mayJoin(names(holders));
        // Who lost a race for a paper left its claim behind: that paper has another arXiv id by now, for ever.
        boolean isLeftOver = name.arxiv().isPresent();
        if (joins || isLeftOver) {
            free.put(key, name);
        }
        if (joins) {
            join(holders);
        }
    }

    private void followTitle(String key) {
        List<Entry> holders = holders(key);
        titleJoins = together.mayJoinByTitle(names(holders));
        if (titleJoins) {
            join(holders);
        }
    }

    /** Who wrote a paper of nothing but a title may find that another took the title meanwhile. */
    private void followOwnId(Named draft) {
        List<Entry> own = group(draft.ownId());
        boolean isThere = own.stream().anyMatch(entry -> !entry.text().isEmpty());
        if (entries.isEmpty() || isThere && draft.names().isEmpty() && together.mayJoin(names(own))) {
            join(own);
        }
    }

    private List<Entry> holders(String key) {
        return Optional.ofNullable(claimed.get(key)).map(this::group).orElse(List.of());
    }

    /**
     * The paper with all that it is joining, as somebody may have made them one already. What contradicts what it is
     * joining can never become one with it, and is alone.
     */
    private List<Entry> group(PaperId id) {
        Entry entry = known.apply(id);
        // The way is not endless: what is joined stands before who joins it.
        List<Entry> group = new ArrayList<>(entry.joining().map(this::group).orElse(List.of()));
        if (!names(group).mayJoin(entry.names())) {
            group.clear();
        }
        group.add(entry);
        return group;
    }

    private static Names names(List<Entry> entries) {
        return entries.stream().map(Entry::names).reduce(Names.NONE, Names::merge);
    }

    private void join(List<Entry> holders) {
        holders.forEach(entry -> entries.put(entry.id(), entry));
        together = together.merge(names(holders));
    }

    /** The paper's records; it is kept under the first one's id, which may be new. */
    List<Entry> papers() {
        return List.copyOf(entries.values());
    }

    /** The draft's names without those that belong to another paper, by their keys, the ones that tell most first. */
    Map<String, Names> free() {
        return free;
    }

    /** Whether the title's key is free or leads to one of the papers. */
    boolean titleJoins() {
        return titleJoins;
    }

    /** Whether an id leads to one of the records. */
    boolean has(PaperId id) {
        return entries.containsKey(known.apply(id).id());
    }

    /** Whether a name's key leads to another of the records: it stays as it is, as all of them become one. */
    boolean leadsToAnother(String key, PaperId target) {
        return Optional.ofNullable(claimed.get(key))
                .filter(id -> has(id) && !known.apply(id).id().equals(target))
                .isPresent();
    }
}
