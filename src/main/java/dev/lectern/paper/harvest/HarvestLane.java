package dev.lectern.paper.harvest;

import dev.lectern.paper.PaperStore;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.SourceTrouble;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists of one source, brought in one after the other. */
final class HarvestLane {
    private static final Logger log = LoggerFactory.getLogger(HarvestLane.class);
    /** Longer than any list takes. */
    private static final Duration CLAIM = Duration.ofMinutes(15);

    private static final IntervalFunction RESTS =
            IntervalFunction.ofExponentialRandomBackoff(Duration.ofMinutes(1), 2, 0.25, Duration.ofHours(1));

    private final ListSource source;
    private final HarvestStore store;
    private final SourceStateStore states;
    private final PaperStore papers;
    private final InstantSource clock;
    private final BooleanSupplier stopping;

    HarvestLane(
            ListSource source,
            HarvestStore store,
            SourceStateStore states,
            PaperStore papers,
            InstantSource clock,
            BooleanSupplier stopping) {
        this.source = source;
        this.store = store;
        this.states = states;
        this.papers = papers;
        this.clock = clock;
        this.stopping = stopping;
    }

    String name() {
        return source.lane();
    }

    /** Sees to one thing that is due; answers whether there was any. */
    boolean turn() {
        Instant now = clock.instant();
        store.plan(source.lane(), source.wanted(now), now);
        Optional<HarvestStore.Claim> claim = store.claim(source.lane(), now, now.plus(CLAIM));
        // Asked anew: another process may have finished it for good while this one was still planning it.
        claim.ifPresent(taken -> seeTo(taken, source.wanted(now), now));
        return claim.isPresent();
    }

    private void seeTo(HarvestStore.Claim claim, List<ListDay> wanted, Instant now) {
        if (!wanted.contains(claim.what())) {
            store.settle(claim, Optional.empty());
            return;
        }
        Optional<Instant> rests = states.find(source.asked(claim.what())).restsUntil(now);
        if (rests.isPresent()) {
            // In their order, the most urgent first.
            store.postpone(claim, rests.get().plusMillis(wanted.indexOf(claim.what())));
        } else {
            fetch(claim, now);
        }
    }

    private void fetch(HarvestStore.Claim claim, Instant now) {
        try {
            Listed listed = source.fetch(claim.what(), now);
            papers.saveAll(listed.papers(), clock.instant());
            if (listed.problem().isPresent()) {
                failed(claim, listed.problem().get());
            } else {
                states.succeeded(source.asked(claim.what()), clock.instant());
                store.settle(claim, source.fetched(claim.what(), now));
                log.info(
                        "{}: {} has {} papers",
                        source.asked(claim.what()),
                        claim.what(),
                        listed.papers().size());
            }
        } catch (SourceTrouble e) {
            if (stopping.getAsBoolean()) {
                // The source has not failed; the claim runs out.
                return;
            }
            failed(claim, String.valueOf(e.getMessage()));
        }
    }

    private void failed(HarvestStore.Claim claim, String clause) {
        Instant now = clock.instant();
        String asked = source.asked(claim.what());
        Duration sourcesRest = rest(states.find(asked).failures() + 1);
        states.failed(asked, clause, now, sourcesRest);
        Duration itsRest = rest(store.failed(claim));
        store.postpone(claim, now.plus(itsRest.compareTo(sourcesRest) > 0 ? itsRest : sourcesRest));
        log.warn("{}: {} comes later", clause, claim.what());
    }

    private static Duration rest(int failures) {
        return Duration.ofMillis(RESTS.apply(failures));
    }
}
