package dev.lectern.paper;

import java.time.LocalDate;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The names of papers' keys. A paper and each of its names have hash tags of their own, so that a Cluster spreads them;
 * no command touches two of them at once.
 */
final class PaperKeys {
    /** Set of all papers' ids, with the aliases. */
    static final String ALL = "lectern:papers:all";
    /** Set of the ids that turned out to be another paper's. */
    static final String ALIASES = "lectern:papers:aliases";

    /** Sorted set of {@code day id}, by the day's number since 1970: of Daily Papers and what was imported. */
    private static final String BY_DAY = "lectern:papers:by-day";
    /** Sorted set of the days that had a list. */
    static final String LIST_DAYS = "lectern:papers:list-days";

    /** Sorted set of the ids of papers by the number of their last change; see {@link #CHANGE_NUMBER}. */
    static final String CHANGED = "lectern:{papers}:changed";
    /** How many changes there were. In one slot with {@link #CHANGED}, so that both are written at once. */
    static final String CHANGE_NUMBER = "lectern:{papers}:change-number";

    /** What tells these papers from those of another Redis: when it was first asked for. */
    static final String ORIGIN = "lectern:{papers}:origin";

    private PaperKeys() {}

    /** Sorted set of {@code day id} of one list, by the day's number since 1970. */
    static String byDay(PaperList list) {
        boolean ofTheFirstVersion = list.equals(PaperList.DAILY) || list.equals(PaperList.IMPORT);
        return ofTheFirstVersion ? BY_DAY : BY_DAY + ":" + list;
    }

    static String paper(PaperId id) {
        return "lectern:paper:{" + id + "}";
    }

    static String name(ArxivId id) {
        return name("arxiv", id.withoutSubjectClass());
    }

    static String name(NormalizedTitle title) {
        return name("title", title.sha256());
    }

    /** @param one a single name */
    static String name(Names one) {
        return one.arxiv()
                .map(PaperKeys::name)
                .or(() -> one.doi().map(doi -> name("doi", doi.value())))
                .or(() -> one.openReview().map(id -> name("openreview", id.value())))
                .or(() -> one.pages().stream().findFirst().map(page -> name("page", DigestUtils.sha256Hex(page.key()))))
                .orElseThrow(() -> new IllegalArgumentException("no name"));
    }

    private static String name(String kind, String text) {
        return "lectern:paper-name:{" + kind + ":" + text + "}";
    }

    static String dayMember(LocalDate day, PaperId id) {
        return day + " " + id;
    }

    static PaperId idOf(String dayMember) {
        return PaperId.parse(dayMember.substring(dayMember.indexOf(' ') + 1));
    }
}
