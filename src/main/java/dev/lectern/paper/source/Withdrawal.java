package dev.lectern.paper.source;

import java.util.regex.Pattern;

/**
 * Whether authors' words say that the paper itself was withdrawn. arXiv has no field for it: the last version's comment,
 * or its abstract, begins so. A paper about withdrawals, and one that was withdrawn from a conference only, is no such.
 */
final class Withdrawal {
    private static final Pattern TOLD = Pattern.compile(
            "^(?:(?:this|the|our) (?:arxiv )?(?:paper|article|manuscript|submission|preprint|work|report)"
                    + " (?:has been|had been|was|is|is being) (?:temporarily )?(?:withdrawn|retracted)"
                    + "|(?:paper )?withdrawn (?:by|due|because|as)\\b|withdrawn[.!]?$)(?! from\\b)",
            Pattern.CASE_INSENSITIVE);

    private Withdrawal() {}

    /** @param text on one line */
    static boolean isTold(String text) {
        return TOLD.matcher(text).find();
    }
}
