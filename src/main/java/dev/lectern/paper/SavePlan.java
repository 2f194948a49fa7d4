package dev.lectern.paper;

import dev.lectern.paper.PaperReader.Entry;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param claims names to take before the paper is written
 */
record SavePlan(Entry before, Paper result, String text, List<Entry> others, List<Replace> claims) {

    /** A key's text that is to be replaced; empty where nothing stands yet. */
    record Replace(String key, String before, String after) {}

    /**
     * @param claimed which paper has which name's key
     * @param known what stands under an id, aliases followed
     */
    static SavePlan of(Draft draft, Instant at, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        Joined joined = Joined.of(draft, claimed, known);
        List<Entry> papers = joined.papers();
        Entry target = papers.isEmpty() ? known.apply(PaperId.of(draft)) : papers.get(0);
        List<Entry> others = papers.isEmpty() ? List.of() : papers.subList(1, papers.size());
        List<Replace> claims = joined.keys().stream()
                .filter(key -> !joined.leadsHere(key, target.id()))
                .flatMap(key -> rename(key, claimed, target.id()).stream())
                .toList();
        Paper result = result(draft.withNames(joined.free()), at, target, others);
        return new SavePlan(target, result, StoredPaper.write(result), others, claims);
    }

    /** The names' keys by which a draft may be known. */
    static List<String> nameKeys(Draft draft) {
        List<String> keys = new ArrayList<>();
        draft.names().each().forEach(name -> keys.add(PaperKeys.name(name)));
        keys.add(PaperKeys.name(draft.normalizedTitle()));
        return keys;
    }

    private static Optional<Replace> rename(String key, Map<String, PaperId> claimed, PaperId target) {
        Optional<PaperId> holder = Optional.ofNullable(claimed.get(key));
        return holder.equals(Optional.of(target))
                ? Optional.empty()
                : Optional.of(new Replace(key, holder.map(PaperId::value).orElse(""), target.value()));
    }

    private static Paper result(Draft draft, Instant at, Entry target, List<Entry> others) {
        Paper merged =
                target.paper().map(paper -> paper.merge(draft)).orElseGet(() -> new Paper(target.id(), draft, at));
        for (Entry other : others) {
            merged = other.paper().map(merged::merge).orElse(merged);
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
                .filter(entry -> !marked(entry).equals(entry.text()))
                .map(entry -> new Replace(PaperKeys.paper(entry.id()), entry.text(), marked(entry)))
                .toList();
    }

    private String marked(Entry other) {
        return other.paper()
                .map(paper -> StoredPaper.writeJoining(paper, result.id()))
                .orElse(other.text());
    }

    /** The other papers' keys, to lead here from now on. */
    List<Replace> aliases() {
        return others.stream()
                .map(entry ->
                        new Replace(PaperKeys.paper(entry.id()), marked(entry), StoredPaper.writeSameAs(result.id())))
                .toList();
    }

    Saved saved() {
        boolean isNew = Stream.concat(Stream.of(before), others.stream())
                .allMatch(entry -> entry.paper().isEmpty());
        return new Saved(result.id(), isNew ? Saved.Outcome.NEW : Saved.Outcome.MERGED);
    }

    /** The keys that it changes or builds on: plans that share one must not run side by side. */
    Set<String> touched() {
        Set<String> keys = new HashSet<>();
        keys.add(PaperKeys.paper(result.id()));
        others.forEach(entry -> keys.add(PaperKeys.paper(entry.id())));
        claims.forEach(write -> keys.add(write.key()));
        return keys;
    }
}
