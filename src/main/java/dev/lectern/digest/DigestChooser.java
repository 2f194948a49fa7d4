package dev.lectern.digest;

import dev.lectern.group.Group;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.taste.Signals;
import dev.lectern.taste.Taste;
import dev.lectern.taste.Tastes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** What the next digest of a group, or of one of its members, has. Any thread. */
final class DigestChooser {
    /** A first digest has something to show: so many list days before it are looked at, too. */
    private static final int FIRST_LOOK_BACK = 6;

    private final DigestStore digests;
    private final ListedPapers listed;
    private final Tastes tastes;
    private final Signals signals;
    private final Recommendations recommendations;

    DigestChooser(
            DigestStore digests, ListedPapers listed, Tastes tastes, Signals signals, Recommendations recommendations) {
        this.digests = digests;
        this.listed = listed;
        this.tastes = tastes;
        this.signals = signals;
        this.recommendations = recommendations;
    }

    /** Empty where nothing is new that is worth showing, or today's digest is there. */
    Optional<Digest> forChannel(Group group, Instant now) {
        return next(
                group,
                Audience.CHANNEL,
                recommendations.of(group.id(), now),
                now,
                papers -> tastes.ofGroup(group, papers.likeness(), now));
    }

    /** As {@link #forChannel}, by what the member likes and their own topics. */
    Optional<Digest> forMember(Group group, PersonalDigest personal, Instant now) {
        return next(
                group,
                Audience.of(personal.user()),
                // What the group read, its member may not have liked.
                Map.of(),
                now,
                papers ->
                        tastes.ofMember(group.id().team(), personal.user(), personal.topics(), papers.likeness(), now));
    }

    private Optional<Digest> next(
            Group group,
            Audience audience,
            Map<PaperList, Reason> recommended,
            Instant now,
            Function<Listed, Taste> taste) {
        LocalDate day = now.atZone(group.settings().zone()).toLocalDate();
        if (digests.find(group.id(), audience.on(day)).isPresent()) {
            return Optional.empty();
        }
        LocalDate upTo = now.atOffset(ZoneOffset.UTC).toLocalDate();
        List<PaperList> lists = Stream.concat(group.settings().follows().stream(), recommended.keySet().stream())
                .toList();
        Listed papers = listed.between(lists, since(group, audience, upTo), upTo, now);
        if (papers.papers().isEmpty()) {
            return Optional.empty();
        }
        List<Chosen> chosen =
                Selection.choose(papers, taste.apply(papers), recommended, not(group, audience), upTo, Selection.MOST);
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new Digest(day, upTo, chosen));
    }

    /** The last list day that earlier digests looked at completely: the day of a digest itself still grows after it. */
    private LocalDate since(Group group, Audience audience, LocalDate upTo) {
        return digests.latest(group.id(), audience)
                .map(Digest::upTo)
                .orElseGet(() -> upTo.minusDays(FIRST_LOOK_BACK))
                .minusDays(1);
    }

    private Set<PaperId> not(Group group, Audience audience) {
        Set<PaperId> not = new HashSet<>(digests.shown(group.id(), audience));
        not.addAll(signals.settled(group.id()));
        return not;
    }
}
