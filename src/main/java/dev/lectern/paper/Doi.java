package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A digital object identifier in lower case, as DOIs compare without regard to case (DOI Handbook, 2.4): {@code
 * 10.1145/3292500.3330701}.
 */
public record Doi(@JsonValue String value) {
    private static final String SHAPE = "10\\.\\d{4,9}(?:\\.\\d+)*/[^\\s\"<>]+";
    private static final String OF_ARXIV = "10.48550/arxiv.";
    private static final Pattern WHOLE = Pattern.compile(SHAPE);
    private static final Pattern LOOSE_END = Pattern.compile("[.,;:)\\]}]+$");
    private static final Pattern WRITTEN =
            Pattern.compile("(?:(?<![a-z0-9])doi\\s*:\\s*|^)(" + SHAPE + ")", Pattern.CASE_INSENSITIVE);
    /** At doi.org, or as publishers' own addresses have it: {@code dl.acm.org/doi/abs/10.1145/...}. */
    private static final Pattern LINK = Pattern.compile(
            "(?:(?<![a-z0-9.-])(?:dx\\.)?doi\\.org/|[a-z]/(?:doi|article|chapter)/(?:[a-z]+/)?)("
                    + SHAPE.replace("\\s", "\\s?#") + ")",
            Pattern.CASE_INSENSITIVE);

    /** A publisher's before a preprint server's; then by their letters. */
    static final Comparator<Doi> PUBLISHERS_FIRST =
            Comparator.comparing(Doi::isPreprint).thenComparing(Doi::value);

    /**
     * The registrants of preprint servers and archives: bioRxiv and medRxiv, SSRN, Zenodo, figshare, ResearchGate,
     * Preprints.org, Research Square, ChemRxiv, OSF with PsyArXiv, TechRxiv, arXiv.
     */
    private static final Set<String> PREPRINT_SERVERS = Set.of(
            "10.1101",
            "10.2139",
            "10.5281",
            "10.6084",
            "10.13140",
            "10.20944",
            "10.21203",
            "10.26434",
            "10.31219",
            "10.31234",
            "10.36227",
            "10.48550");

    /** Takes the canonical form only; see {@link #find} for what people write. */
    @JsonCreator
    public Doi {
        if (!WHOLE.matcher(value).matches() || !value.equals(value.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("not a DOI: " + value);
        }
    }

    /** The DOI that a text is, or the first that it names by a link to doi.org or to its publisher, or by {@code doi:}. */
    public static Optional<Doi> find(String text) {
        return first(LINK, text).or(() -> first(WRITTEN, text));
    }

    private static Optional<Doi> first(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text.strip());
        return match.find()
                ? Optional.of(LOOSE_END.matcher(match.group(1)).replaceAll("").toLowerCase(Locale.ROOT))
                        .filter(value -> WHOLE.matcher(value).matches())
                        .map(Doi::new)
                : Optional.empty();
    }

    /** arXiv gives each of its papers a DOI, which tells nothing that the arXiv id does not. */
    Optional<ArxivId> asArxiv() {
        return value.startsWith(OF_ARXIV) ? ArxivId.find(value) : Optional.empty();
    }

    /** Whether a server of preprints gave it, so that the publisher's may be another. */
    boolean isPreprint() {
        return PREPRINT_SERVERS.contains(value.substring(0, value.indexOf('/')));
    }

    @Override
    public String toString() {
        return value;
    }
}
