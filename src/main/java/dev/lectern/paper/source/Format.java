package dev.lectern.paper.source;

/** What a file of papers is, told by its content. */
public enum Format {
    DAILY_PAPERS_JSON("daily-papers-json"),
    PAGE_SPACED("page-spaced"),
    PAGE_TIGHT("page-tight"),
    BIBTEX("bibtex"),
    FEED("feed");

    private final String label;

    Format(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }
}
