package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A list on which papers appear day by day, and which a group follows or not: {@code daily} for Daily Papers, {@code
 * trending} for what many people look at there whatever its day, {@code import} for what was taken in from files, {@code arxiv/cs.CL} for an arXiv category, {@code feed/https://…} for a
 * site's feed, {@code submitter/ada} for what a person brings to Daily Papers, {@code like/2401.12345} for what is recommended with a paper.
 */
public record PaperList(@JsonValue String value) implements Comparable<PaperList> {
    public static final PaperList DAILY = new PaperList("daily");
    public static final PaperList TRENDING = new PaperList("trending");
    public static final PaperList IMPORT = new PaperList("import");

    private static final String ARXIV = "arxiv/";
    private static final String FEED = "feed/";
    private static final String SUBMITTER = "submitter/";
    private static final String LIKE = "like/";

    @JsonCreator
    public PaperList {
        if (value.isEmpty() || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not a list of papers: '" + value + "'");
        }
    }

    /** @param category such as {@code cs.CL} */
    public static PaperList arxiv(String category) {
        return new PaperList(ARXIV + category);
    }

    /** @param address of the feed itself */
    public static PaperList feed(String address) {
        return new PaperList(FEED + address);
    }

    /** @param handle as Hugging Face knows the person */
    public static PaperList submitter(String handle) {
        return new PaperList(SUBMITTER + handle);
    }

    public static PaperList like(PaperId paper) {
        return new PaperList(LIKE + paper);
    }

    public boolean isArxiv() {
        return value.startsWith(ARXIV);
    }

    public boolean isFeed() {
        return value.startsWith(FEED);
    }

    public boolean isSubmitter() {
        return value.startsWith(SUBMITTER);
    }

    /** The paper with which others are recommended, on a list of such. */
    public Optional<PaperId> likePaper() {
        return value.startsWith(LIKE) ? Optional.of(PaperId.parse(value.substring(LIKE.length()))) : Optional.empty();
    }

    /** The category, the feed's address, or the person's handle; otherwise the list's own name. */
    public String name() {
        return Stream.of(ARXIV, FEED, SUBMITTER)
                .filter(value::startsWith)
                .findFirst()
                .map(kind -> value.substring(kind.length()))
                .orElse(value);
    }

    @Override
    public int compareTo(PaperList other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
