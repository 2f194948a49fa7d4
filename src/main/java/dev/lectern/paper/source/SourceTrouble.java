package dev.lectern.paper.source;

/** Why a source told nothing. The message is a clause for a person that names the source, such as "arXiv is down". */
public final class SourceTrouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whose turn it is now. */
    public enum Kind {
        /** The site's, or the network's: asking later may help. */
        LATER,
        /** Somebody's: asking the same again gets the same answer. */
        NEVER
    }

    private final Kind kind;

    public SourceTrouble(Kind kind, String clause) {
        super(clause);
        this.kind = kind;
    }

    public SourceTrouble(Kind kind, String clause, Throwable cause) {
        super(clause, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
