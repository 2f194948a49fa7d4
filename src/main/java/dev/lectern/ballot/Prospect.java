package dev.lectern.ballot;

import dev.lectern.paper.PaperId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a nominated paper has to hope for at an instant.
 *
 * @param restsUntil where it lost too often of late: from then on it is a candidate again
 * @param waitsSince when it was last on a ballot that closed, or could be on none; else when it was nominated
 * @param wanted when anybody last asked for it: nominated, seconded or voted for it
 * @param rests how often it rested since it was nominated
 */
public record Prospect(
        Nomination nomination,
        Support support,
        Optional<Instant> restsUntil,
        Instant waitsSince,
        Instant wanted,
        int rests) {
    static final int RESTS_ENOUGH = 2;
    /** Half a year. */
    static final Duration FORGOTTEN_AFTER = Duration.ofDays(182);

    /** What is wanted most first; of those wanted alike, the earlier nomination. What rests comes last. */
    static final Comparator<Prospect> BY_SUPPORT = Comparator.<Prospect, Boolean>comparing(Prospect::isResting)
            .thenComparing(Prospect::support, Support.MOST_FIRST)
            .thenComparing(Prospect::nomination, Nomination.EARLIEST_FIRST);

    /** Why everybody may take a paper off. */
    enum Hopeless {
        RESTED_TWICE,
        FORGOTTEN
    }

    /** @param ballots all of the group's, in any order */
    static Prospect of(Nomination nomination, Backlog backlog, Collection<Ballot> ballots, Instant now) {
        List<Showing> showings = Showing.of(nomination.paper(), ballots);
        List<Second> seconds = backlog.seconds(nomination.paper());
        List<CoolDown.Rest> rests = CoolDown.rests(showings);
        return new Prospect(
                nomination,
                Support.at(now, showings, seconds),
                rests.stream()
                        .filter(rest -> rest.isAt(now))
                        .map(CoolDown.Rest::until)
                        .findFirst(),
                latest(
                        nomination.at(),
                        Stream.concat(
                                showings.stream().map(Showing::at),
                                rests.stream().map(CoolDown.Rest::until))),
                latest(
                        nomination.at(),
                        Stream.concat(
                                seconds.stream().map(Second::at),
                                showings.stream()
                                        .filter(showing -> showing.liking() > 0)
                                        .map(Showing::at))),
                (int) rests.stream()
                        .filter(rest -> rest.from().isAfter(nomination.at()))
                        .count());
    }

    private static Instant latest(Instant first, Stream<Instant> others) {
        return others.reduce(first, (one, other) -> other.isAfter(one) ? other : one);
    }

    public PaperId paper() {
        return nomination.paper();
    }

    public boolean isResting() {
        return restsUntil.isPresent();
    }

    /** Why everybody may take it off, if so. A paper nominated again starts anew. */
    Optional<Hopeless> hopeless(Instant now) {
        if (rests >= RESTS_ENOUGH) {
            return Optional.of(Hopeless.RESTED_TWICE);
        }
        return now.isBefore(wanted.plus(FORGOTTEN_AFTER)) ? Optional.empty() : Optional.of(Hopeless.FORGOTTEN);
    }
}
