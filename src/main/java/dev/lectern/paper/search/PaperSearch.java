package dev.lectern.paper.search;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds papers by what they say. Any thread. */
public interface PaperSearch {
    /**
     * The papers that fit the query, best first.
     *
     * @param query words, {@code "quoted phrases"}, and filters such as {@code author:name} or {@code since:2026-03}
     * @throws WrongQuery when a filter cannot be understood; its message is a sentence for whoever asked
     */
    List<Hit> search(String query, Reader reader, int max);

    /** The papers whose title somebody has begun to type, the likeliest first; the newest for an empty text. */
    List<Hit> completing(String typed, Reader reader, int max);

    /** Papers like this one and not all like each other, the likest first; empty for a paper that is not known. */
    List<Alike> similar(PaperId paper, Reader reader, int max);

    /**
     * The words of a query, with the names that its filters ask for, for a site that has no such filters; may be empty.
     *
     * @throws WrongQuery as {@link #search}
     */
    static String words(String query) {
        return SearchQuery.parse(query).words();
    }

    /**
     * A paper that was found.
     *
     * @param score comparable within one answer only
     * @param hasWords whether it has one of the words asked for, or nothing but filters was; else it is near in meaning
     */
    record Hit(PaperId id, String title, double score, boolean hasWords) {}

    /**
     * A paper that is like another.
     *
     * @param score cosine of the two vectors, or of the words where a vector is missing
     * @param shared what is alike: keywords or words, the most telling first
     */
    record Alike(PaperId id, String title, double score, List<String> shared) {
        public Alike {
            shared = List.copyOf(shared);
        }
    }

    /**
     * Who asks.
     *
     * @param today papers that are listed only later are not known to them yet (UTC)
     * @param read what they have read, for {@code read:no} and {@code read:yes}
     * @param channel where they ask: what was typed there is known to them, besides what is everybody's
     */
    record Reader(LocalDate today, Set<PaperId> read, Optional<GroupId> channel) {
        public Reader {
            read = Set.copyOf(read);
        }

        /** Who is in no channel. */
        public Reader(LocalDate today, Set<PaperId> read) {
            this(today, read, Optional.empty());
        }
    }

    /** A query that cannot be understood. */
    final class WrongQuery extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        public WrongQuery(String sentence) {
            super(sentence);
        }
    }
}
