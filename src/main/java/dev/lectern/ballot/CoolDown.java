package dev.lectern.ballot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A paper that lost three ballots in a row is no candidate for a while; then its losses count anew. */
final class CoolDown {
    static final int LOSSES = 3;
    static final Duration LENGTH = Duration.ofDays(60);

    private CoolDown() {}

    /** A time in which a paper is no candidate: from the close of its third lost ballot until just before the end. */
    record Rest(Instant from, Instant until) {
        boolean isAt(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** Until when a paper is no candidate at that instant; empty where it is one. */
    static Optional<Instant> restsUntil(List<Showing> showings, Instant now) {
        return rests(showings).stream()
                .filter(rest -> rest.isAt(now))
                .map(Rest::until)
                .findFirst();
    }

    /**
     * Every rest that a paper has had, earliest first. A win begins the count anew; what closes during a rest does not
     * count.
     *
     * @param showings of one paper, earliest first
     */
    static List<Rest> rests(List<Showing> showings) {
        List<Rest> rests = new ArrayList<>();
        int lost = 0;
        for (Showing showing : showings) {
            if (rests.stream().anyMatch(rest -> rest.isAt(showing.at()))) {
                continue;
            }
            lost = switch (showing.result()) {
                case WON -> 0;
                case UNDECIDED -> lost;
                case LOST -> lost + 1;
            };
            if (lost == LOSSES) {
                rests.add(new Rest(showing.at(), showing.at().plus(LENGTH)));
                lost = 0;
            }
        }
        return rests;
    }
}
