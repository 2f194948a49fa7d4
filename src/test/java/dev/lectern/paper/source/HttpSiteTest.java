package dev.lectern.paper.source;

import static dev.lectern.paper.source.FakeSource.body;
import static dev.lectern.paper.source.FakeSource.endless;
import static dev.lectern.paper.source.FakeSource.json;
import static dev.lectern.paper.source.FakeSource.status;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.paper.source.SiteRules.Pace;
import dev.lectern.paper.source.SiteRules.Times;
import dev.lectern.paper.source.SiteRules.Tries;
import dev.lectern.redis.RedisClock;
import dev.lectern.redis.TestRedis;
import dev.lectern.work.SettableClock;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.UnifiedJedis;

class HttpSiteTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Pace FAST = new Pace(1000, MILLI, false);

    private final UnifiedJedis redis = TestRedis.fresh();
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-20T10:00:00Z"));
    private final FakeSource source = new FakeSource();
    private final Sites sites = process(clock);
    private final SiteRules rules = SiteRules.of("arXiv", source.at("/"))
            .withPace(FAST)
            .withTimes(new Times(LONG, LONG, LONG, Duration.ofMinutes(5)))
            .withTries(new Tries(3, MILLI));

    private Sites process(Clock time) {
        return new Sites(
                new SitePaceStore(redis, time),
                new SourceCacheStore(redis, time),
                time,
                "Lectern/test (+mailto:lab@example.org)");
    }

    @AfterEach
    void close() {
        sites.close();
        source.close();
    }

    private Site site() {
        return sites.site(rules);
    }

    private static String text(Site.Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static void assertTrouble(Site site, URI address, SourceTrouble.Kind kind, String clause) {
        assertThatThrownBy(() -> site.get(address))
                .isInstanceOfSatisfying(
                        SourceTrouble.class,
                        trouble -> assertThat(trouble.kind()).isEqualTo(kind))
                .hasMessage(clause);
    }

    @Test
    void an_answer_comes_with_its_type_and_address_and_whoever_asks_says_who_it_is() throws SourceTrouble {
        source.on("/x", body("Application/JSON; charset=utf-8", "[1]"));

        Site.Answer answer = site().get(source.at("/x?q=1"));

        assertThat(text(answer)).isEqualTo("[1]");
        assertThat(answer.type()).isEqualTo("application/json");
        assertThat(answer.from()).isEqualTo(source.at("/x?q=1"));
        assertThat(source.asked().get(0).header("User-Agent")).contains("Lectern/test (+mailto:lab@example.org)");
    }

    @Test
    void what_the_site_does_not_have_is_an_answer() throws SourceTrouble {
        assertThat(site().get(source.at("/nowhere")).isMissing()).isTrue();
        assertThat(source.asked()).hasSize(1);

        source.on("/early", status(400));
        Site lenient = sites.site(rules.withMissing(Set.of(400, 404)));
        assertThat(lenient.get(source.at("/early")).status()).isEqualTo(400);
    }

    @Test
    void an_error_of_the_sites_own_is_tried_again() throws SourceTrouble {
        source.on("/x", status(500), status(503), json("[]"));

        assertThat(text(site().get(source.at("/x")))).isEqualTo("[]");
        assertThat(source.asked()).hasSize(3);
    }

    @Test
    void after_three_tries_it_is_out_of_service() {
        source.on("/x", status(500));

        assertTrouble(site(), source.at("/x"), SourceTrouble.Kind.LATER, "arXiv is out of service (HTTP 500)");
        assertThat(source.asked()).hasSize(3);
    }

    @Test
    void a_refusal_is_not_tried_again() {
        source.on("/x", status(403));

        assertTrouble(site(), source.at("/x"), SourceTrouble.Kind.NEVER, "arXiv refuses the question (HTTP 403)");
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void nobody_listening_is_said() {
        source.close();

        assertTrouble(site(), source.at("/x"), SourceTrouble.Kind.LATER, "arXiv does not answer (connection refused)");
    }

    @Test
    void a_connection_that_never_answers_and_one_that_trickles_end_in_time() {
        source.on("/silent", source.silence()).on("/trickle", source.trickle());
        Site hasty = sites.site(rules.withTries(new Tries(1, MILLI))
                .withTimes(new Times(LONG, Duration.ofMillis(300), LONG, Duration.ZERO)));

        String clause = "arXiv takes too long to answer (more than 0 s)";
        assertTrouble(hasty, source.at("/silent"), SourceTrouble.Kind.LATER, clause);
        assertTrouble(hasty, source.at("/trickle"), SourceTrouble.Kind.LATER, clause);
    }

    @Test
    void a_body_of_200_megabytes_is_cut_off() {
        source.on("/large", endless(200L << 20));

        long before = System.nanoTime();
        assertTrouble(
                site(), source.at("/large"), SourceTrouble.Kind.NEVER, "arXiv sends more than 8 MB, which is too much");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG);
        assertThat(source.asked()).hasSize(1);
    }

    @Test
    void a_body_of_just_the_limit_is_taken() throws SourceTrouble {
        source.on("/x", json("12345")).on("/y", json("123456"));
        Site small = sites.site(rules.withMostBytes(5));

        assertThat(text(small.get(source.at("/x")))).isEqualTo("12345");
        assertTrouble(
                small, source.at("/y"), SourceTrouble.Kind.NEVER, "arXiv sends more than 5 bytes, which is too much");
    }

    @Test
    void a_redirect_within_the_site_is_followed_and_one_to_another_host_is_not() throws SourceTrouble {
        source.on("/old", status(301, "Location", "/new"))
                .on("/new", json("[]"))
                .on("/away", status(302, "Location", "http://example.org/x"))
                .on("/round", status(302, "Location", "/round"));

        assertThat(site().get(source.at("/old")).from()).isEqualTo(source.at("/new"));
        assertTrouble(
                site(),
                source.at("/away"),
                SourceTrouble.Kind.NEVER,
                "arXiv sends us on to example.org, where Lectern does not follow it");
        assertTrouble(site(), source.at("/round"), SourceTrouble.Kind.NEVER, "arXiv sends us in circles");
    }

    @Test
    void a_redirect_to_a_host_of_the_site_is_followed() throws SourceTrouble {
        try (FakeSource second = new FakeSource()) {
            source.on("/old", status(301, "Location", second.at("/new").toString()));
            second.on("/new", json("[]"));
            Site both = sites.site(rules.withOrigins(List.of(source.at("/"), second.at("/"))));

            assertThat(both.get(source.at("/old")).from()).isEqualTo(second.at("/new"));
        }
    }

    @Test
    void an_address_of_another_site_is_not_asked() {
        assertTrouble(
                site(),
                URI.create("http://example.org/x"),
                SourceTrouble.Kind.NEVER,
                "arXiv has nothing to do with example.org");
    }

    @Test
    void who_asks_too_often_waits_as_long_as_the_site_says_in_every_process() throws SourceTrouble {
        source.on("/x", status(429, "Retry-After", "120"), json("[]"));
        Site other = process(clock).site(rules.withTimes(new Times(LONG, LONG, MILLI, Duration.ZERO)));

        assertTrouble(
                site(),
                source.at("/x"),
                SourceTrouble.Kind.LATER,
                "arXiv wants fewer questions and asks for patience (HTTP 429)");
        assertTrouble(
                other,
                source.at("/x"),
                SourceTrouble.Kind.LATER,
                "arXiv was not asked: too many questions wait for it, or it wants to be left alone");
        assertThat(source.asked()).hasSize(1);

        clock.moveBy(Duration.ofSeconds(121));
        assertThat(text(other.get(source.at("/x")))).isEqualTo("[]");
    }

    @Test
    void a_short_wait_is_kept_and_then_asked_again() throws SourceTrouble {
        source.on("/x", status(429, "Retry-After", "1"), json("[]"));
        Clock real = new RedisClock(redis, () -> Duration.ZERO);
        long before = System.nanoTime();

        assertThat(text(process(real).site(rules).get(source.at("/x")))).isEqualTo("[]");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(900));
    }

    @Test
    void an_answer_stays_good_for_a_while_and_is_then_asked_for_with_its_mark() throws SourceTrouble {
        source.on(
                "/x",
                body("application/json", "[1]", "ETag", "\"a\"", "Last-Modified", "Fri, 20 Nov 2026 09:00:00 GMT"),
                status(304),
                body("application/json", "[2]", "ETag", "\"b\""));
        site().get(source.at("/x"));
        assertThat(text(process(clock).site(rules).get(source.at("/x")))).isEqualTo("[1]");
        assertThat(source.asked()).as("asked once").hasSize(1);

        clock.moveBy(Duration.ofMinutes(6));
        assertThat(text(site().get(source.at("/x")))).as("confirmed").isEqualTo("[1]");
        assertThat(source.asked().get(1).header("If-None-Match")).contains("\"a\"");
        assertThat(source.asked().get(1).header("If-Modified-Since")).contains("Fri, 20 Nov 2026 09:00:00 GMT");

        clock.moveBy(Duration.ofMinutes(4));
        site().get(source.at("/x"));
        assertThat(source.asked()).as("fresh again since it was confirmed").hasSize(2);

        clock.moveBy(Duration.ofMinutes(2));
        assertThat(text(site().get(source.at("/x")))).as("changed").isEqualTo("[2]");
    }

    @Test
    void a_site_that_is_down_is_left_alone_and_tried_once_after_a_while() throws SourceTrouble {
        source.on("/x", status(500));
        Site site = sites.site(rules.withTries(new Tries(1, MILLI)));
        for (int i = 0; i < 3; i++) {
            assertTrouble(site, source.at("/x"), SourceTrouble.Kind.LATER, "arXiv is out of service (HTTP 500)");
        }

        String clause = "arXiv is out of service (HTTP 500), so it is left alone for a while";
        assertTrouble(site, source.at("/x"), SourceTrouble.Kind.LATER, clause);
        assertThat(source.asked()).hasSize(3);

        clock.moveBy(Duration.ofSeconds(31));
        assertTrouble(site, source.at("/x"), SourceTrouble.Kind.LATER, "arXiv is out of service (HTTP 500)");
        assertTrouble(site, source.at("/x"), SourceTrouble.Kind.LATER, clause);
        assertThat(source.asked()).hasSize(4);

        source.on("/x", json("[]"));
        clock.moveBy(Duration.ofSeconds(61));
        assertThat(text(site.get(source.at("/x")))).isEqualTo("[]");
        site.get(source.at("/y"));
    }

    @Test
    void what_the_site_does_not_have_or_refuses_does_not_make_it_look_down() throws SourceTrouble {
        source.on("/no", status(403));
        for (int i = 0; i < 5; i++) {
            assertTrouble(site(), source.at("/no"), SourceTrouble.Kind.NEVER, "arXiv refuses the question (HTTP 403)");
            site().get(source.at("/nowhere"));
        }
    }

    @Test
    void a_question_of_json_is_posted_with_the_sites_key() throws SourceTrouble {
        source.on("/batch", json("[null]"));
        Site keyed = sites.site(rules.withHeader("x-api-key", "secret"));

        assertThat(text(keyed.post(source.at("/batch"), "{\"ids\":[]}"))).isEqualTo("[null]");
        assertThat(source.asked().get(0).body()).isEqualTo("{\"ids\":[]}");
        assertThat(source.asked().get(0).header("x-api-key")).contains("secret");
        assertThat(rules.withHeader("x-api-key", "secret").toString()).doesNotContain("secret");
    }

    @Test
    void two_processes_keep_one_pace_together() throws Exception {
        Clock real = new RedisClock(redis, () -> Duration.ZERO);
        Duration every = Duration.ofMillis(200);
        SiteRules slow = rules.withPace(new Pace(1, every, true));
        List<Site> both = List.of(process(real).site(slow), process(real).site(slow));
        int questions = 6;
        IntStream.range(0, questions).forEach(i -> source.on("/" + i, json("[]")));
        ExecutorService threads = Executors.newFixedThreadPool(questions);
        long before = System.nanoTime();
        try {
            List<Callable<Site.Answer>> work = IntStream.range(0, questions)
                    .<Callable<Site.Answer>>mapToObj(i -> () -> both.get(i % 2).get(source.at("/" + i)))
                    .toList();
            for (Future<Site.Answer> done : threads.invokeAll(work)) {
                assertThat(done.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
        // The clocks of the two may differ by some milliseconds.
        assertThat(Duration.ofNanos(System.nanoTime() - before))
                .isGreaterThan(every.multipliedBy(questions - 1).minusMillis(50));
        assertThat(source.asked()).hasSize(questions);
    }

    @Test
    void a_host_that_people_name_must_be_a_public_one() {
        Site web = sites.publicWeb(host -> List.of(InetAddress.getByName("127.0.0.1")));

        int port = source.at("/").getPort();
        assertTrouble(
                web,
                URI.create("http://lab.example:" + port + "/x"),
                SourceTrouble.Kind.NEVER,
                "lab.example leads into a private network, where Lectern does not go");
        for (String host : List.of("127.0.0.1", "2130706433", "[::1]", "[::ffff:10.0.0.1]", "0.0.0.0")) {
            assertTrouble(
                    web,
                    URI.create("http://" + host + ":" + port + "/x"),
                    SourceTrouble.Kind.NEVER,
                    host + " leads into a private network, where Lectern does not go");
        }
        for (String odd : List.of("file:///etc/passwd", "http://127.1/", "http:x")) {
            assertTrouble(web, URI.create(odd), SourceTrouble.Kind.NEVER, "that is no address of a web page");
        }
        assertThat(source.asked()).isEmpty();
    }
}
