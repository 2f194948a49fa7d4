package dev.lectern.paper;

import dev.lectern.paper.PaperReader.Entry;
import java.util.ArrayList;
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
    private final List<String> keys = new ArrayList<>();
    /** The draft's names without those that belong to another paper. */
    private Names free = Names.NONE;
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
    static Joined of(Draft draft, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        Joined joined = new Joined(draft, claimed, known);
        draft.names().each().forEach(joined::followName);
        joined.followTitle(PaperKeys.name(draft.normalizedTitle()));
        return joined;
    }

    private void followName(Names name) {
        String key = PaperKeys.name(name);
        List<Entry> holders = holders(key);
        Names theirs = names(holders);
        boolean joins = together.mayJoin(theirs);
        // Who lost a race left its claim behind. Of other names nobody can tell whether their paper is just being
        // written.
        boolean isLeftOver = name.arxiv().isPresent();
        if (joins || isLeftOver) {
            free = free.merge(name);
            keys.add(key);
        }
        if (joins) {
            join(holders);
        }
    }

    private void followTitle(String key) {
        List<Entry> holders = holders(key);
        if (together.mayJoinByTitle(names(holders))) {
            keys.add(key);
            join(holders);
        }
    }

    /** The paper that has the name; with the one that it is joining, as somebody may have made them one already. */
    private List<Entry> holders(String key) {
        List<Entry> holders = new ArrayList<>();
        Optional<Entry> next = Optional.ofNullable(claimed.get(key)).map(known);
        while (next.isPresent()
                && !holders.contains(next.get())
                && names(holders).mayJoin(next.get().names())) {
            holders.add(next.get());
            next = next.get().joining().map(known);
        }
        return holders;
    }

    private static Names names(List<Entry> entries) {
        return entries.stream().map(Entry::names).reduce(Names.NONE, Names::merge);
    }

    private void join(List<Entry> holders) {
        holders.forEach(entry -> entries.put(entry.id(), entry));
        together = together.merge(names(holders));
    }

    /** The known papers, the one whose id stands before the others. */
    List<Entry> papers() {
        return List.copyOf(entries.values());
    }

    Names free() {
        return free;
    }

    /** The names' keys to take for the paper where they do not lead there yet. */
    List<String> keys() {
        return keys;
    }

    /** Whether the key leads to one of the papers found: it stays as it is, as all of them become one. */
    boolean leadsHere(String key, PaperId target) {
        return Optional.ofNullable(claimed.get(key))
                .map(known)
                .filter(entry -> !entry.id().equals(target) && entries.containsKey(entry.id()))
                .isPresent();
    }
}
