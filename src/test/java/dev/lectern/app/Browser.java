package dev.lectern.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Somebody's browser on the way through an installation: it keeps cookies, and goes where it is sent step by step. */
final class Browser {
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private final String languages;

    Browser() {
        this("en");
    }

    /** @param languages what its owner reads, as browsers say it */
    Browser(String languages) {
        this.languages = languages;
    }

    HttpResponse<String> open(String url) {
        return send(HttpRequest.newBuilder(URI.create(url))
                .header("Accept-Language", languages)
                .GET()
                .build());
    }

    /** Where the page sends the browser. */
    String sentTo(HttpResponse<String> page) {
        return page.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError("sent nowhere: " + page.statusCode() + " " + page.body()));
    }

    /** Answers Slack's question, and comes back with what Slack says to that. */
    String answered(String authorize, String answer) {
        return sentTo(send(HttpRequest.newBuilder(URI.create(authorize))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("answer=" + answer))
                .build()));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
