package dev.lectern.paper.harvest;

import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What there is to say about the sources: one sentence for each that is down, or whose lists nobody fetches. */
public final class SourceNews implements Supplier<List<String>> {
    /** More than a claim takes that somebody died with. */
    private static final Duration TOLERABLE = Duration.ofMinutes(30);

    private static final Texts TEXTS = Texts.of(SourceNews.class);
    private static final List<String> LANES = List.of("daily", "arxiv", "feeds");

    private final HarvestStore store;
    private final SourceStateStore states;
    private final InstantSource clock;

    public SourceNews(HarvestStore store, SourceStateStore states, InstantSource clock) {
        this.store = store;
        this.states = states;
        this.clock = clock;
    }

    @Override
    public List<String> get() {
        List<String> news = new ArrayList<>();
        states.all().values().forEach(state -> state.sentence().ifPresent(news::add));
        Instant limit = clock.instant().minus(TOLERABLE);
        LANES.forEach(lane -> store.oldest(lane)
                .filter(limit::isAfter)
                .ifPresent(due -> news.add(TEXTS.say("news.nobody." + lane, "when", SourceState.time(due)))));
        return news;
    }
}
