package dev.lectern.paper;

import dev.lectern.paper.PaperReader.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What one draft changes: which paper it is, by its names and by what stands there, and the writes that follow.
 *
 * @param before what stands under the paper's id
 * @param result the paper as it shall stand
 * @param other a second paper that had the draft's title, and turns out to be this one
 * @param claims names to take before the paper is written
 */
record SavePlan(Entry before, Paper result, Optional<Entry> other, List<Replace> claims) {

    /** A key's text that is to be replaced; empty where nothing stands yet. */
    record Replace(String key, String before, String after) {}

    /**
     * @param claimed which paper has which name's key
     * @param known what stands under an id, aliases followed
     */
    static SavePlan of(Draft draft, Instant at, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        Optional<String> arxivKey = draft.names().arxiv().map(PaperKeys::name);
        String titleKey = PaperKeys.name(draft.normalizedTitle());
        Optional<Entry> byArxiv = arxivKey.flatMap(key -> holder(key, draft, claimed, known));
        Optional<Entry> byTitle = holder(titleKey, draft, claimed, known);
        Entry target = byArxiv.or(() -> byTitle).orElseGet(() -> known.apply(ownId(draft, at)));
        Optional<Entry> other = byTitle.filter(entry -> !entry.id().equals(target.id()));

        List<Replace> claims = new ArrayList<>();
        arxivKey.flatMap(key -> rename(key, claimed, target.id())).ifPresent(claims::add);
        boolean titleIsOurs = byTitle.isPresent() || !claimed.containsKey(titleKey);
        if (titleIsOurs && other.isEmpty()) {
            rename(titleKey, claimed, target.id()).ifPresent(claims::add);
        }
        return new SavePlan(target, result(draft, at, target, other), other, claims);
    }

    /** The names' keys by which a draft may be known. */
    static List<String> nameKeys(Draft draft) {
        List<String> keys = new ArrayList<>();
        draft.names().arxiv().map(PaperKeys::name).ifPresent(keys::add);
        keys.add(PaperKeys.name(draft.normalizedTitle()));
        return keys;
    }

    /** The id that a draft would get if it were new. */
    static PaperId ownId(Draft draft, Instant at) {
        return Paper.added(draft, at).id();
    }

    /** Who has the name, unless that is a paper of another arXiv id. */
    private static Optional<Entry> holder(
            String key, Draft draft, Map<String, PaperId> claimed, Function<PaperId, Entry> known) {
        return Optional.ofNullable(claimed.get(key)).map(known).filter(entry -> mayBe(entry, draft));
    }

    private static boolean mayBe(Entry entry, Draft draft) {
        Optional<ArxivId> theirs =
                entry.paper().flatMap(Paper::arxivId).or(() -> entry.id().asArxiv());
        return theirs.isEmpty()
                || draft.names().arxiv().isEmpty()
                || theirs.get().isSamePaper(draft.names().arxiv().get());
    }

    private static Optional<Replace> rename(String key, Map<String, PaperId> claimed, PaperId target) {
        PaperId holder = claimed.get(key);
        return Objects.equals(holder, target)
                ? Optional.empty()
                : Optional.of(new Replace(key, holder == null ? "" : holder.value(), target.value()));
    }

    private static Paper result(Draft draft, Instant at, Entry target, Optional<Entry> other) {
        Paper merged =
                target.paper().map(paper -> paper.merge(draft)).orElseGet(() -> new Paper(target.id(), draft, at));
        return other.flatMap(Entry::paper).map(merged::merge).orElse(merged);
    }

    /** The paper's own key; nothing when the draft told nothing new. */
    List<Replace> papers() {
        String text = StoredPaper.write(result);
        return text.equals(before.text())
                ? List.of()
                : List.of(new Replace(PaperKeys.paper(result.id()), before.text(), text));
    }

    /** The other paper's key, to lead here from now on. */
    List<Replace> aliases() {
        return other.stream()
                .map(entry ->
                        new Replace(PaperKeys.paper(entry.id()), entry.text(), StoredPaper.writeSameAs(result.id())))
                .toList();
    }

    Saved saved() {
        boolean isNew = before.paper().isEmpty() && other.isEmpty();
        return new Saved(result.id(), isNew ? Saved.Outcome.NEW : Saved.Outcome.MERGED);
    }

    /** The keys that it changes or builds on: plans that share one must not run side by side. */
    Set<String> touched() {
        Set<String> keys = new HashSet<>();
        keys.add(PaperKeys.paper(result.id()));
        other.map(entry -> PaperKeys.paper(entry.id())).ifPresent(keys::add);
        claims.forEach(write -> keys.add(write.key()));
        return keys;
    }
}
