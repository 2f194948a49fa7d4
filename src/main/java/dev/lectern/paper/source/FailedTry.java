package dev.lectern.paper.source;

import java.time.Duration;
import java.util.Optional;

/** One try to ask a site came to nothing. */
final class FailedTry extends Exception {
    private static final long serialVersionUID = 1L;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final String clause;
    private final SourceTrouble.Kind kind;
    private final boolean siteIsIll;
    private final boolean worthAnother;
    private final transient Optional<Duration> wait;

    private FailedTry(
            SourceTrouble.Kind kind, boolean siteIsIll, boolean worthAnother, Optional<Duration> wait, String clause) {
        super(clause);
        this.clause = clause;
        this.kind = kind;
        this.siteIsIll = siteIsIll;
        this.worthAnother = worthAnother;
        this.wait = wait;
    }

    /** @param clause without the site's name, such as "does not answer (connection refused)" */
    static FailedTry ill(String clause) {
        return new FailedTry(SourceTrouble.Kind.LATER, true, true, Optional.empty(), clause);
    }

    /** The site asks to be left alone, for so long where it says so. */
    static FailedTry tooMany(Optional<Duration> wait) {
        return new FailedTry(
                SourceTrouble.Kind.LATER, false, true, wait, "wants fewer questions and asks for patience (HTTP 429)");
    }

    /** It is down, and says for how long. */
    static FailedTry illFor(Duration wait, int status) {
        return new FailedTry(
                SourceTrouble.Kind.LATER,
                true,
                true,
                Optional.of(wait),
                "is out of service and asks for patience (HTTP " + status + ")");
    }

    /** It is not the site's turn to answer: nobody asked it, or asking was cut short by us. */
    static FailedTry notAsked(String clause) {
        return new FailedTry(SourceTrouble.Kind.LATER, false, false, Optional.empty(), clause);
    }

    /** The same question gets the same answer. */
    static FailedTry forGood(String clause) {
        return new FailedTry(SourceTrouble.Kind.NEVER, false, false, Optional.empty(), clause);
    }

    /** Whether asking again soon may help; the site's own pace makes us wait where it said so. */
    boolean isWorthAnother() {
        boolean soon = wait.map(length -> length.compareTo(SOON) <= 0).orElse(true);
        return worthAnother && soon;
    }

    /** Whether it counts against the site. */
    boolean isSitesIllness() {
        return siteIsIll;
    }

    /** How long the site wants to be left alone, where it says so. */
    Optional<Duration> patience() {
        return wait;
    }

    String clause() {
        return clause;
    }

    SourceTrouble trouble(String site) {
        return new SourceTrouble(kind, site + " " + clause);
    }
}
