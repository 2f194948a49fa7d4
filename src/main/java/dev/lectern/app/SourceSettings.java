package dev.lectern.app;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where papers come from, as {@code lectern.properties} explains it; what is empty is off.
 *
 * @param web whether links that people give are asked
 */
record SourceSettings(
        Optional<URI> dailyPapers,
        Optional<URI> arxiv,
        Optional<URI> arxivFeeds,
        Optional<URI> semanticScholar,
        Optional<URI> crossref,
        Optional<URI> openReview,
        boolean web,
        Optional<String> contact,
        Optional<String> semanticScholarKey) {
    private static final String OFF = "off";

    /** @throws WrongUse when a setting is not what it should be; the sentence names it */
    static SourceSettings read(UnaryOperator<String> setting) {
        return new SourceSettings(
                address("LECTERN_DAILY_PAPERS_URL", setting.apply("papers.daily.url")),
                address("LECTERN_ARXIV_URL", setting.apply("papers.arxiv.url")),
                address("LECTERN_ARXIV_FEEDS_URL", setting.apply("papers.arxiv.feeds.url")),
                address("LECTERN_SEMANTIC_SCHOLAR_URL", setting.apply("papers.semantic-scholar.url")),
                address("LECTERN_CROSSREF_URL", setting.apply("papers.crossref.url")),
                address("LECTERN_OPENREVIEW_URL", setting.apply("papers.openreview.url")),
                given(setting.apply("papers.web")).isPresent(),
                header("LECTERN_CONTACT", setting.apply("papers.contact")),
                header("LECTERN_SEMANTIC_SCHOLAR_KEY", setting.apply("papers.semantic-scholar.key")));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip())
                .filter(value -> !value.isEmpty())
                .filter(value -> !value.toLowerCase(Locale.ROOT).equals(OFF));
    }

    private static Optional<URI> address(String name, String text) {
        return given(text).map(value -> {
            try {
                URI address = URI.create(value);
                if (address.getHost() != null
                        && String.valueOf(address.getScheme()).matches("(?i)https?")) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                throw wrong(name, value);
            }
            throw wrong(name, value);
        });
    }

    private static WrongUse wrong(String name, String value) {
        return new WrongUse(name + " is '" + value + "', but it must be an address as https://example.org, or off");
    }

    /** What is sent in a header must be plain. */
    private static Optional<String> header(String name, String text) {
        Optional<String> value = given(text);
        if (value.filter(one -> !one.matches("[\\x21-\\x7e]+")).isPresent()) {
            throw new WrongUse(name + " must be one word of plain letters, digits and signs");
        }
        return value;
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "SourceSettings[]";
    }
}
