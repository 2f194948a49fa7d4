package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An arXiv identifier without its version: {@code 2401.12345}, or the style of before April 2007,
 * {@code cs.CL/9901001}. Shapes as on <a href="https://info.arxiv.org/help/arxiv_identifier.html">arXiv's page</a>.
 */
public record ArxivId(@JsonValue String value) {
    private static final Set<String> OLD_ARCHIVES = Set.of(
            ("acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas cond-mat cs "
                            + "dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex "
                            + "nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con")
                    .split(" "));
    private static final String MONTH = "(?:0[1-9]|1[0-2])";
    private static final String NEW = "\\d{2}" + MONTH + "\\.\\d{4,5}";
    private static final String OLD = "[a-z]+(?:-[a-z]+)?(?:\\.[a-z-]{2,9})?/\\d{2}" + MONTH + "\\d{3}";
    private static final String ID = "(" + NEW + "|" + OLD + ")(?:v\\d{1,3})?(?!\\d)";
    private static final int IGNORE_CASE = Pattern.CASE_INSENSITIVE;

    private static final Pattern SHAPE = Pattern.compile(NEW + "|" + OLD, IGNORE_CASE);
    private static final Pattern BARE = Pattern.compile("(?:arxiv\\s*:\\s*)?" + ID, IGNORE_CASE);
    private static final Pattern PREFIXED = Pattern.compile("(?<![a-z0-9])arxiv\\s*:\\s*" + ID, IGNORE_CASE);
    private static final Pattern LINK = Pattern.compile(
            "(?<![a-z0-9.-])(?:(?:[a-z]+\\.)?arxiv\\.org/(?:abs|pdf|html|format|src|e-print|ps)"
                    + "|(?:www\\.)?alphaxiv\\.org/(?:[a-z]+/)?(?:abs|pdf|html|overview)"
                    + "|(?:www\\.)?(?:huggingface\\.co|hf\\.co)/(?:api/)?papers)/" + ID,
            IGNORE_CASE);
    /** arXiv's DOIs: https://info.arxiv.org/help/doi.html. */
    private static final Pattern AS_DOI = Pattern.compile("(?<![a-z0-9.])10\\.48550/arxiv\\." + ID, IGNORE_CASE);

    /** Takes the canonical form only; see {@link #find} for what people write. */
    @JsonCreator
    public ArxivId {
        if (!SHAPE.matcher(value).matches() || !canonical(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("not an arXiv id: " + value);
        }
    }

    /**
     * The id in what a person or a source wrote: a bare id (with or without version or {@code arXiv:}) that is the whole
     * text, or the first {@code arXiv:} mention, link to arXiv, alphaXiv or Hugging Face's paper pages, or DOI of arXiv's
     * anywhere in it.
     */
    public static Optional<ArxivId> find(String text) {
        String stripped = text.strip();
        Matcher bare = BARE.matcher(stripped);
        if (bare.matches()) {
            return canonical(bare.group(1)).map(ArxivId::new);
        }
        return first(LINK, stripped).or(() -> first(AS_DOI, stripped)).or(() -> first(PREFIXED, stripped));
    }

    private static Optional<ArxivId> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(match -> canonical(match.group(1)).stream())
                .findFirst()
                .map(ArxivId::new);
    }

    private static Optional<String> canonical(String id) {
        int slash = id.indexOf('/');
        if (slash < 0) {
            return Optional.of(id);
        }
        String[] category = id.substring(0, slash).split("\\.", 2);
        String archive = category[0].toLowerCase(Locale.ROOT);
        if (!OLD_ARCHIVES.contains(archive)) {
            return Optional.empty();
        }
        String subject = category.length < 2 ? "" : "." + subjectClass(category[1]);
        return Optional.of(archive + subject + id.substring(slash));
    }

    /** {@code CL} of computer science, but {@code acc-ph} of physics: arXiv writes the long ones small. */
    private static String subjectClass(String text) {
        return text.length() == 2 ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
    }

    /** The same for every way to write one paper's id: arXiv takes {@code cs/9901001} for {@code cs.CL/9901001}. */
    public String withoutSubjectClass() {
        return value.replaceFirst("\\.[A-Za-z-]+/", "/");
    }

    public boolean isSamePaper(ArxivId other) {
        return withoutSubjectClass().equals(other.withoutSubjectClass());
    }

    @Override
    public String toString() {
        return value;
    }
}
