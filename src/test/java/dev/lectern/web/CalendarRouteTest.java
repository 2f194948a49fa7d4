package dev.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How calendars are answered over HTTP. */
class CalendarRouteTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String TEXT = "BEGIN:VCALENDAR\r\nX-WR-CALNAME:größer 字\r\nEND:VCALENDAR\r\n";

    private final AtomicReference<String> text = new AtomicReference<>(TEXT);
    private final WebServer server = server();
    private final HttpClient http = HttpClient.newHttpClient();

    private WebServer server() {
        return new WebServer(
                "127.0.0.1", 0, new WebServer.Served(Optional.empty(), this::find, Optional.empty(), Optional::empty));
    }

    private Optional<Calendars.Calendar> find(String token, boolean alarms) {
        if (token.equals("broken")) {
            throw new IllegalStateException("no Redis");
        }
        return Optional.of(token)
                .filter(TOKEN::equals)
                .map(known -> new Calendars.Calendar(
                        text.get() + (alarms ? "" : "quiet"), Optional.of(Instant.parse("2026-04-09T13:00:05Z"))));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + "/calendar/" + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void a_calendar_is_served_as_one() throws Exception {
        HttpResponse<String> answer = ask("GET", TOKEN + ".ics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(TEXT);
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/calendar; charset=utf-8");
        assertThat(header(answer, "Cache-Control")).startsWith("private");
        assertThat(header(answer, "Last-Modified")).isEqualTo("Thu, 09 Apr 2026 13:00:05 GMT");
        assertThat(header(answer, "ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(ask("GET", TOKEN + ".ics?alarms=off").body()).endsWith("quiet");
    }

    @Test
    void who_has_it_already_is_told_so() throws Exception {
        String tag = header(ask("GET", TOKEN + ".ics"), "ETag");
        for (String known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            HttpResponse<String> answer = ask("GET", TOKEN + ".ics", "If-None-Match", known);
            assertThat(answer.statusCode()).as(known).isEqualTo(304);
            assertThat(answer.body()).isEmpty();
            assertThat(header(answer, "ETag")).isEqualTo(tag);
        }
        text.set(TEXT + "more");
        assertThat(ask("GET", TOKEN + ".ics", "If-None-Match", tag).body()).isEqualTo(TEXT + "more");
    }

    @Test
    void a_name_that_changed_is_sent_although_no_date_did() throws Exception {
        HttpResponse<String> answer = ask("GET", TOKEN + ".ics", "If-Modified-Since", "Thu, 09 Apr 2026 13:00:05 GMT");
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void the_heads_are_those_of_the_whole() throws Exception {
        HttpResponse<String> whole = ask("GET", TOKEN + ".ics");
        HttpResponse<String> head = ask("HEAD", TOKEN + ".ics");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of("ETag", "Last-Modified", "Content-Type", "Cache-Control")) {
            assertThat(header(head, name)).isEqualTo(header(whole, name));
        }
        assertThat(ask("HEAD", "unknown.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void whatever_opens_nothing_is_answered_alike() throws Exception {
        for (String none :
                List.of("0".repeat(32) + ".ics", TOKEN, TOKEN + ".ical", ".ics", "x.ics", "x".repeat(4_000) + ".ics")) {
            HttpResponse<String> answer = ask("GET", none);
            assertThat(answer.statusCode()).as(none).isEqualTo(404);
            assertThat(answer.body()).startsWith("There is no such calendar. ");
            assertThat(header(answer, "ETag")).isEmpty();
        }
        assertThat(ask("POST", TOKEN + ".ics").statusCode()).isIn(404, 405);
    }

    @Test
    void where_it_cannot_be_told_just_now_the_calendar_keeps_what_it_has() throws Exception {
        HttpResponse<String> answer = ask("GET", "broken.ics");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(header(answer, "Retry-After")).isEqualTo("600");
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void that_there_is_no_such_calendar_is_said_in_the_browsers_language() throws Exception {
        HttpResponse<String> answer = ask("GET", "none.ics", "Accept-Language", "de-AT, en;q=0.5");
        assertThat(answer.body()).startsWith("Einen solchen Kalender gibt es nicht.");
        assertThat(header(answer, "Content-Language")).isEqualTo("de");
        assertThat(header(answer, "Vary")).isEqualTo("Accept-Language");
        assertThat(header(answer, "Content-Type")).isEqualToIgnoringCase("text/plain;charset=utf-8");
        assertThat(ask("GET", "none.ics", "Accept-Language", "???").body()).startsWith("There is no such calendar.");
    }
}
