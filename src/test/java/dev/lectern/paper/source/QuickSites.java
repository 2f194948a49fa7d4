package dev.lectern.paper.source;

import dev.lectern.paper.source.SiteRules.Pace;
import dev.lectern.paper.source.SiteRules.Times;
import dev.lectern.paper.source.SiteRules.Tries;
import java.time.Clock;
import java.time.Duration;
import redis.clients.jedis.UnifiedJedis;

/** Sites on this machine that are asked without waiting, and anew each time. */
public final class QuickSites implements AutoCloseable {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration MILLI = Duration.ofMillis(1);

    private final Sites sites;

    public QuickSites(UnifiedJedis redis, Clock clock) {
        sites = new Sites(new SitePaceStore(redis, clock), new SourceCacheStore(redis, clock), clock, "Lectern/test");
    }

    public Site site(SiteRules rules) {
        return sites.site(quick(rules));
    }

    public static SiteRules quick(SiteRules rules) {
        return rules.withPace(new Pace(10_000, MILLI, false))
                .withTimes(new Times(LONG, LONG, LONG, Duration.ZERO))
                .withTries(new Tries(2, MILLI));
    }

    @Override
    public void close() {
        sites.close();
    }
}
