package dev.lectern.paper;

import dev.lectern.paper.PaperReader.Entry;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one draft changes: which paper it is, by its names and by what stands there, and the writes that follow.
 *
 * @param before what stands under the paper's id
 * @param result the paper as it shall stand
 * @param text the same as it is written
 * @param others further papers that had names of the draft's, and turn out to be this one
 * @param claims names' keys to take before the paper is written, one after the other
 * @param title the title's key, to take after it
 * @param isAll whether nothing of the draft is left to save when this is done
 */
record SavePlan(
        Entry before,
        Paper result,
        String text,
        List<Joiner> others,
        List<Replace> claims,
        List<Replace> title,
        boolean isAll) {

    /** A key's text that is to be replaced; empty where nothing stands yet. */
    record Replace(String key, String before, String after) {}

    /**
     * A record that becomes a part of the paper.
     *
     * @param marked its text while it is joining the paper
     */
    record Joiner(Entry entry, String marked) {
        /** A mark for another record of the same paper stays: that one may have what this one knows already. */
        static Joiner of(Entry entry, PaperId target, Joined joined) {
            boolean isMarked = entry.joining().filter(joined::has).isPresent();
            return new Joiner(entry, isMarked ? entry.text() : StoredPaper.writeJoining(entry.paper(), target));
        }

        String key() {
            return PaperKeys.paper(entry.id());
        }
    }

    /**
     * @param claimed which paper has which name's key
     * @param known what stands under an id, aliases followed
     */
    static SavePlan of(Named named, Instant at, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        Joined joined = Joined.of(named, claimed, known);
        Entry target = joined.papers().get(0);
        List<Joiner> others = joined.papers().stream()
                .skip(1)
                .map(entry -> Joiner.of(entry, target.id(), joined))
                .toList();
        boolean settled = others.isEmpty() && hasArxivOf(named.draft(), target);
        List<String> keys = joined.free().entrySet().stream()
                .filter(name -> settled || name.getValue().arxiv().isPresent() || claimed.containsKey(name.getKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> title = joined.titleJoins() ? List.of(named.titleKey()) : List.of();
        Names names = keys.stream().map(joined.free()::get).reduce(Names.NONE, Names::merge);
        Paper result = result(named.draft().withNames(names), at, target, others);
        return new SavePlan(
                target,
                result,
                StoredPaper.write(result),
                others,
                renames(keys, claimed, target.id(), joined),
                settled ? renames(title, claimed, target.id(), joined) : List.of(),
                settled
                        || keys.size() == joined.free().size()
                                && claimed.keySet().containsAll(title));
    }

    /**
     * Whether nothing can come between the draft and the paper any more. Until then no new name is taken for it: it would
     * be lost where somebody else gives the paper another arXiv id at this moment.
     */
    private static boolean hasArxivOf(Draft draft, Entry target) {
        return draft.names().arxiv().isEmpty() || target.names().arxiv().isPresent();
    }

    /** The keys that are free, or lead to the paper by a detour. Those that lead to the others will follow them. */
    private static List<Replace> renames(
            List<String> keys, Map<String, PaperId> claimed, PaperId target, Joined joined) {
        return keys.stream()
                .filter(key -> !target.equals(claimed.get(key)))
                .filter(key -> !joined.leadsToAnother(key, target))
                .map(key -> new Replace(
                        key,
                        Optional.ofNullable(claimed.get(key))
                                .map(PaperId::value)
                                .orElse(""),
                        target.value()))
                .toList();
    }

    private static Paper result(Draft draft, Instant at, Entry target, List<Joiner> others) {
        Paper merged =
                target.paper().map(paper -> paper.merge(draft)).orElseGet(() -> new Paper(target.id(), draft, at));
        for (Joiner other : others) {
            merged = other.entry().paper().map(merged::merge).orElse(merged);
        }
        return merged;
    }

    /** The paper's own key; nothing when the draft told nothing new. */
    List<Replace> papers() {
        return text.equals(before.text())
                ? List.of()
                : List.of(new Replace(PaperKeys.paper(result.id()), before.text(), text));
    }

    /** The other papers' keys, marked before what they know is written here: who changes them now must look here, too. */
    List<Replace> marks() {
        return others.stream()
                .filter(other -> !other.marked().equals(other.entry().text()))
                .map(other -> new Replace(other.key(), other.entry().text(), other.marked()))
                .toList();
    }

    /** The other papers' keys, to lead here from now on. */
    List<Replace> aliases() {
        return others.stream()
                .map(other -> new Replace(other.key(), other.marked(), StoredPaper.writeSameAs(result.id())))
                .toList();
    }

    /** Whether nothing was known of the paper. */
    boolean isNew() {
        return Stream.concat(Stream.of(before), others.stream().map(Joiner::entry))
                .allMatch(entry -> entry.paper().isEmpty());
    }

    /** The keys that it changes or builds on: plans that share one must not run side by side. */
    Set<String> touched() {
        Set<String> keys = new HashSet<>();
        keys.add(PaperKeys.paper(result.id()));
        others.forEach(other -> keys.add(other.key()));
        Stream.concat(claims.stream(), title.stream()).forEach(write -> keys.add(write.key()));
        return keys;
    }
}
