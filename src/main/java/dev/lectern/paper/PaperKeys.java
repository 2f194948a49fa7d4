package dev.lectern.paper;

import dev.lectern.group.GroupId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The names of papers' keys. A paper and each of its names have hash tags of their own, so that a Cluster spreads them;
 * no command touches two of them at once. Those of what was typed in a channel are the channel's, all in its slot.
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

    private static final String PAPER = "lectern:paper:";
    private static final Pattern TYPED =
            Pattern.compile(PAPER + "\\{([TE][A-Z0-9]+:[CGD][A-Z0-9]+)\\}:([A-Za-z0-9./_-]+)");

    private PaperKeys() {}

    /** Sorted set of {@code day id} of one list, by the day's number since 1970. */
    static String byDay(PaperList list) {
        boolean ofTheFirstVersion = list.equals(PaperList.DAILY) || list.equals(PaperList.IMPORT);
        return ofTheFirstVersion ? BY_DAY : BY_DAY + ":" + list;
    }

    static String paper(PaperId id) {
        return PAPER + id.tagged();
    }

    /** The paper that a channel keeps under this key; empty for any other key. */
    static Optional<PaperId> typed(String key) {
        Matcher typed = TYPED.matcher(key);
        return typed.matches()
                ? Optional.of(PaperId.parse(typed.group(2)).typedIn(GroupId.parse(typed.group(1))))
                : Optional.empty();
    }

    static String name(ArxivId id) {
        return name(Names.NONE.withArxiv(id), Optional.empty());
    }

    /** @param typedIn the channel whose paper is meant; empty for everybody's */
    static String name(NormalizedTitle title, Optional<GroupId> typedIn) {
        return name("title:" + title.sha256(), typedIn);
    }

    /** @param one a single name @param typedIn the channel whose paper is meant; empty for everybody's */
    static String name(Names one, Optional<GroupId> typedIn) {
        return name(text(one), typedIn);
    }

    private static String text(Names one) {
        return one.arxiv()
                .map(id -> "arxiv:" + id.withoutSubjectClass())
                .or(() -> one.doi().map(doi -> "doi:" + doi.value()))
                .or(() -> one.openReview().map(id -> "openreview:" + id.value()))
                .or(() -> one.pages().stream().findFirst().map(page -> "page:" + DigestUtils.sha256Hex(page.key())))
                .orElseThrow(() -> new IllegalArgumentException("no name"));
    }

    private static String name(String name, Optional<GroupId> typedIn) {
        String tagged = typedIn.map(channel -> "{" + channel + "}:" + name).orElse("{" + name + "}");
        return "lectern:paper-name:" + tagged;
    }

    static String dayMember(LocalDate day, PaperId id) {
        return day + " " + id;
    }

    static PaperId idOf(String dayMember) {
        return PaperId.parse(dayMember.substring(dayMember.indexOf(' ') + 1));
    }
}
