package dev.lectern.paper;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds the paper that a person means by a link, an id, a title or some words of it. */
public final class PaperFinder {
    private static final int MOST = 5;

    /** What was found. */
    public sealed interface Found permits One, Several, Nothing {}

    public record One(Paper paper) implements Found {}

    /**
     * @param best two to five papers, the likeliest first
     * @param total how many papers fit the words
     */
    public record Several(List<Paper> best, int total) implements Found {}

    public record Nothing() implements Found {}

    private PaperFinder() {}

    /**
     * By arXiv id or link; else by Lectern's own id; else by the whole title; else by words that all stand in the title.
     * An id or link that no paper has finds nothing, whatever its letters.
     */
    public static Found find(List<Paper> all, String words) {
        String text = words.strip();
        Optional<ArxivId> arxiv = ArxivId.find(text);
        if (arxiv.isPresent()) {
            return answer(
                    all,
                    paper -> paper.arxivId().filter(arxiv.get()::isSamePaper).isPresent());
        }
        Found byId = answer(all, paper -> paper.id().value().equals(text.toLowerCase(Locale.ROOT)));
        return byId instanceof Nothing && !text.isEmpty() ? byTitle(all, NormalizedTitle.of(text)) : byId;
    }

    private static Found byTitle(List<Paper> all, NormalizedTitle wanted) {
        Found exact = answer(all, paper -> paper.facts().normalizedTitle().equals(wanted));
        if (!(exact instanceof Nothing)) {
            return exact;
        }
        Found whole = answer(all, paper -> titleWords(paper).containsAll(wanted.words()));
        return whole instanceof Nothing ? answer(all, paper -> hasBeginnings(paper, wanted)) : whole;
    }

    private static List<String> titleWords(Paper paper) {
        return paper.facts().normalizedTitle().words();
    }

    private static boolean hasBeginnings(Paper paper, NormalizedTitle wanted) {
        return wanted.words().stream()
                .allMatch(part -> titleWords(paper).stream().anyMatch(word -> word.startsWith(part)));
    }

    private static Found answer(List<Paper> all, Predicate<Paper> fits) {
        List<Paper> found = all.stream().filter(fits).sorted(likeliestFirst()).toList();
        return switch (found.size()) {
            case 0 -> new Nothing();
            case 1 -> new One(found.get(0));
            default -> new Several(found.subList(0, Math.min(MOST, found.size())), found.size());
        };
    }

    /** The shorter a title, the more of it the words make up; then the papers that people liked. */
    private static Comparator<Paper> likeliestFirst() {
        return Comparator.comparingInt((Paper paper) -> titleWords(paper).size())
                .thenComparing(Comparator.comparingInt(Paper::upvotes).reversed())
                .thenComparing(Paper::id);
    }
}
