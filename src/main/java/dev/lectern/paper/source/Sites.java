package dev.lectern.paper.source;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import okhttp3.Dns;
import okhttp3.OkHttpClient;

/**
 * All sites that this process asks, on one set of threads and connections. Any thread. Waiting questions end when it is
 * closed.
 */
public final class Sites implements AutoCloseable {
    private static final int FAILURES = 3;
    private static final Duration FIRST_REST = Duration.ofSeconds(30);
    private static final Duration LONGEST_REST = Duration.ofMinutes(10);
    private static final int MOST_HOSTS = 200;

    private final OkHttpClient http = new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .build();
    private final SitePaceStore paces;
    private final SourceCacheStore cache;
    private final Clock clock;
    private final String userAgent;

    /**
     * @param clock of the sites' pace and of how old answers are: the real time, whatever time Lectern plays
     * @param userAgent says who asks and whom to turn to
     */
    public Sites(SitePaceStore paces, SourceCacheStore cache, Clock clock, String userAgent) {
        this.paces = paces;
        this.cache = cache;
        this.clock = clock;
        this.userAgent = userAgent;
    }

    /** A site that whoever runs Lectern named; it may be anywhere. */
    public Site site(SiteRules rules) {
        return site(rules, Dns.SYSTEM);
    }

    /**
     * Any host of the public web, as people name them: each is a site of its own, called by the host's name. Whatever
     * leads to this machine or a private network is refused.
     */
    public Site publicWeb() {
        return publicWeb(Dns.SYSTEM);
    }

    Site publicWeb(Dns dns) {
        return new PublicWeb(rules -> site(rules, new PublicOnly(dns)), MOST_HOSTS);
    }

    private Site site(SiteRules rules, Dns dns) {
        OkHttpClient client = http.newBuilder()
                .dns(dns)
                .connectTimeout(rules.times().connect())
                .readTimeout(rules.times().answer())
                .callTimeout(rules.times().answer())
                .build();
        return new HttpSite(
                rules,
                new Exchange(client, rules, userAgent),
                paces,
                cache,
                new RetryAfter(clock),
                CircuitBreaker.of(rules.name(), breaking()));
    }

    private CircuitBreakerConfig breaking() {
        return CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .permittedNumberOfCallsInHalfOpenState(1)
                .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(FIRST_REST, 2, LONGEST_REST))
                .clock(clock)
                .build();
    }

    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
