package dev.lectern.paper.source;

import dev.lectern.paper.source.Exchange.Heard;
import dev.lectern.paper.source.Exchange.Question;
import dev.lectern.paper.source.SourceCacheStore.Known;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.IntervalFunction;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One site, asked by its {@link SiteRules}. Any thread. */
final class HttpSite implements Site {
    private static final Logger log = LoggerFactory.getLogger(HttpSite.class);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int TOO_MANY = 429;
    private static final Set<Integer> PASSING = Set.of(408, 425);
    private static final int MOST_HOPS = 5;
    private static final double JITTER = 0.5;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final SiteRules rules;
    private final Exchange exchange;
    private final Turns turns;
    private final SitePaceStore paces;
    private final SourceCacheStore cache;
    private final RetryAfter retryAfter;
    private final CircuitBreaker breaker;
    private final IntervalFunction pauses;
    private volatile String illness = "is down";

    HttpSite(
            SiteRules rules,
            Exchange exchange,
            SitePaceStore paces,
            SourceCacheStore cache,
            RetryAfter retryAfter,
            CircuitBreaker breaker) {
        this.rules = rules;
        this.exchange = exchange;
        this.turns = new Turns(paces, rules);
        this.paces = paces;
        this.cache = cache;
        this.retryAfter = retryAfter;
        this.breaker = breaker;
        this.pauses = IntervalFunction.ofExponentialRandomBackoff(rules.tries().firstPause(), 2, JITTER, LONGEST_PAUSE);
    }

    @Override
    public Answer get(URI address) throws SourceTrouble {
        Optional<Known> known = cache.find(address);
        if (known.filter(this::isFresh).isPresent()) {
            return known.get().answer();
        }
        return ask(new Question(address, Optional.empty(), conditions(known)), known);
    }

    @Override
    public Answer post(URI address, String json) throws SourceTrouble {
        return ask(new Question(address, Optional.of(json), Map.of()), Optional.empty());
    }

    private boolean isFresh(Known known) {
        return !known.age().isNegative() && known.age().compareTo(rules.times().fresh()) < 0;
    }

    private static Map<String, String> conditions(Optional<Known> known) {
        Map<String, String> conditions = new HashMap<>();
        known.flatMap(Known::etag).ifPresent(etag -> conditions.put("If-None-Match", etag));
        known.flatMap(Known::modified).ifPresent(when -> conditions.put("If-Modified-Since", when));
        return conditions;
    }

    private Answer ask(Question question, Optional<Known> known) throws SourceTrouble {
        try {
            return insideBreaker(question, known);
        } catch (FailedTry e) {
            log.warn("{} {}", rules.name(), e.clause());
            throw e.trouble(rules.name());
        }
    }

    private Answer insideBreaker(Question question, Optional<Known> known) throws FailedTry {
        if (!breaker.tryAcquirePermission()) {
            throw FailedTry.notAsked(illness + ", so it is left alone for a while");
        }
        boolean judged = false;
        try {
            Answer answer = triedAgain(question, known);
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
            judged = true;
            return answer;
        } catch (FailedTry e) {
            if (e.isSitesIllness()) {
                illness = e.clause();
                breaker.onError(0, TimeUnit.NANOSECONDS, e);
                judged = true;
            }
            throw e;
        } finally {
            if (!judged) {
                breaker.releasePermission();
            }
        }
    }

    private Answer triedAgain(Question question, Optional<Known> known) throws FailedTry {
        for (int tries = 1; ; tries++) {
            try {
                return followed(question, known);
            } catch (FailedTry e) {
                e.patience().ifPresent(wait -> paces.close(rules.name(), wait));
                if (tries >= rules.tries().number() || !e.isWorthAnother()) {
                    throw e;
                }
                Turns.sleep(Duration.ofMillis(pauses.apply(tries)));
            }
        }
    }

    private Answer followed(Question question, Optional<Known> known) throws FailedTry {
        Question now = question;
        for (int hops = 0; hops <= MOST_HOPS; hops++) {
            if (!Origins.hold(rules.origins(), now.address())) {
                throw elsewhere(question.address(), now.address());
            }
            Question asked = now;
            Heard heard = turns.inTurn(() -> exchange.ask(asked));
            Optional<URI> next = redirect(now.address(), heard);
            if (next.isEmpty()) {
                return understood(question, now.address(), heard, known);
            }
            now = now.at(next.get());
        }
        throw FailedTry.forGood("sends us in circles");
    }

    private static FailedTry elsewhere(URI first, URI address) {
        if (first.equals(address)) {
            return FailedTry.forGood("has nothing to do with " + Origins.host(address));
        }
        return FailedTry.forGood("sends us on to " + Origins.host(address) + ", where Lectern does not follow it");
    }

    private static Optional<URI> redirect(URI from, Heard heard) throws FailedTry {
        if (!REDIRECTS.contains(heard.status())) {
            return Optional.empty();
        }
        String target = heard.header("Location").orElseThrow(() -> FailedTry.forGood("sends us on to nowhere"));
        try {
            return Optional.of(from.resolve(URI.create(target)));
        } catch (IllegalArgumentException e) {
            throw FailedTry.forGood("sends us on to what is no address");
        }
    }

    private Answer understood(Question question, URI from, Heard heard, Optional<Known> known) throws FailedTry {
        if (heard.status() == OK) {
            Answer answer = new Answer(from, OK, heard.type(), heard.body());
            if (question.body().isEmpty()) {
                cache.keep(question.address(), answer, heard.header("ETag"), heard.header("Last-Modified"));
            }
            return answer;
        }
        if (heard.status() == NOT_MODIFIED && known.isPresent()) {
            cache.confirm(question.address());
            return known.get().answer();
        }
        if (rules.missing().contains(heard.status())) {
            return new Answer(from, heard.status(), heard.type(), heard.body());
        }
        throw refused(heard);
    }

    private FailedTry refused(Heard heard) {
        Optional<Duration> wait = heard.header("Retry-After").flatMap(retryAfter::read);
        if (heard.status() == TOO_MANY) {
            return FailedTry.tooMany(wait);
        }
        if (heard.status() >= 500 || PASSING.contains(heard.status())) {
            return wait.map(length -> FailedTry.illFor(length, heard.status()))
                    .orElseGet(() -> FailedTry.ill("is out of service (HTTP " + heard.status() + ")"));
        }
        return FailedTry.forGood("refuses the question (HTTP " + heard.status() + ")");
    }
}
