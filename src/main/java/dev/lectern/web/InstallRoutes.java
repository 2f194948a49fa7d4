package dev.lectern.web;

import dev.lectern.slack.install.Installer;
import dev.lectern.text.Language;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.net.URI;
import java.util.Optional;

/**
 * {@code GET /slack/install} and {@code GET /slack/oauth_redirect}, with a browser at the other end. No page, address or log
 * holds a token.
 */
final class InstallRoutes {
    private static final String INSTALL = "/slack/install";
    private static final String REDIRECT = "/slack/oauth_redirect";

    private static final String COOKIE = "lectern_install";
    /** Of the two pages alone. */
    private static final String COOKIE_PATH = "/slack";

    private static final int COOKIE_SECONDS = 600;

    private final Installer installer;
    private final URI address;

    /** @param address where browsers reach Lectern: behind a proxy it may have a path of its own */
    InstallRoutes(Installer installer, URI address) {
        this.installer = installer;
        this.address = address;
    }

    void register(RoutesConfig routes) {
        routes.get(INSTALL, this::install);
        routes.get(REDIRECT, this::redirect);
    }

    private void install(Context context) {
        Installer.Departure departure = installer.begin(browser(context));
        context.cookie(cookie(departure.browser(), address));
        guard(context);
        context.redirect(departure.url());
    }

    static Cookie cookie(String browser, URI address) {
        Cookie cookie = new Cookie(COOKIE, browser, address.getPath() + COOKIE_PATH);
        cookie.setMaxAge(COOKIE_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure("https".equals(address.getScheme()));
        // Lax: Slack's page sends the browser back, and the cookie must come along.
        cookie.setSameSite(SameSite.LAX);
        return cookie;
    }

    private void redirect(Context context) {
        Installer.Arrival arrival = installer.end(
                query(context, "state"), query(context, "code"), query(context, "error"), browser(context));
        guard(context);
        Language language = Reader.language(context);
        Reader.told(context, language);
        context.status(InstallPage.status(arrival.outcome()))
                .contentType("text/html; charset=utf-8")
                .result(Language.speaking(language, () -> InstallPage.of(arrival)));
    }

    /** The address holds a code: nobody is told of it, and nothing of it is kept. */
    private static void guard(Context context) {
        context.header("Cache-Control", "no-store")
                .header("Referrer-Policy", "no-referrer")
                .header("X-Robots-Tag", "noindex")
                .header("X-Frame-Options", "DENY")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    }

    private static Optional<String> browser(Context context) {
        return Optional.ofNullable(context.cookie(COOKIE));
    }

    private static Optional<String> query(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).filter(text -> !text.isEmpty());
    }
}
