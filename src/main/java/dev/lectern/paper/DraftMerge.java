package dev.lectern.paper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/**
 * What two drafts of one paper tell together. Nothing known is lost: all names, listings and keywords, the longer list of
 * authors, the higher counts. Of title, abstract and day the more trusted teller's stands; of two told by equals the longer
 * text, and the earlier day. So far the outcome is the same in whatever order drafts come. The summaries and links are
 * those that came last.
 */
final class DraftMerge {
    private static final Comparator<String> LONGER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private static final Comparator<Optional<LocalDate>> EARLIER = Comparator.comparing(
                    (Optional<LocalDate> day) -> day.map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE))
            .reversed();

    /** Something told, and by whom. */
    private record Told<T>(T what, boolean isEmpty, Trust by) {
        static Told<String> text(String text, Trust by) {
            return new Told<>(text, text.isEmpty(), by);
        }

        static Told<Optional<LocalDate>> day(Draft draft) {
            return new Told<>(
                    draft.published(),
                    draft.published().isEmpty(),
                    draft.credited().published());
        }

        static <T> BinaryOperator<Told<T>> better(Comparator<T> ofEquals) {
            return BinaryOperator.maxBy(Comparator.comparing((Told<T> told) -> !told.isEmpty)
                    .thenComparing(told -> told.by)
                    .thenComparing(told -> told.what, ofEquals));
        }
    }

    private DraftMerge() {}

    static Draft of(Draft one, Draft newer) {
        Told<String> title = Told.better(LONGER)
                .apply(
                        Told.text(one.title(), one.credited().title()),
                        Told.text(newer.title(), newer.credited().title()));
        Told<String> text = Told.better(LONGER)
                .apply(
                        Told.text(one.abstractText(), one.credited().text()),
                        Told.text(newer.abstractText(), newer.credited().text()));
        Told<Optional<LocalDate>> published = Told.better(EARLIER).apply(Told.day(one), Told.day(newer));
        return new Draft(
                one.names().merge(newer.names()),
                title.what(),
                text.what(),
                newer.shortSummary().or(one::shortSummary),
                newer.tellingSentences().or(one::tellingSentences),
                one.authors().merge(newer.authors()),
                published.what(),
                listings(one, newer),
                one.echo().merge(newer.echo()),
                List.copyOf(union(one.keywords(), newer.keywords())),
                one.web().merge(newer.web()),
                earlier(one.withdrawn(), newer.withdrawn()),
                Optional.of(new Credits(title.by(), text.by(), published.by())));
    }

    /** All, but of a site's feed the earliest: an entry that is changed, or tells no day, is not new again. */
    private static List<Listing> listings(Draft one, Draft newer) {
        Set<PaperList> feeds = new HashSet<>();
        return Stream.concat(one.listings().stream(), newer.listings().stream())
                .sorted()
                .distinct()
                .filter(listing -> !listing.list().isFeed() || feeds.add(listing.list()))
                .toList();
    }

    private static <T> Set<T> union(List<T> some, List<T> others) {
        Set<T> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        return Stream.concat(one.stream(), other.stream()).min(Comparator.naturalOrder());
    }
}
