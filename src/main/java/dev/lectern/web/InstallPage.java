package dev.lectern.web;

import dev.lectern.slack.install.Installer;
import dev.lectern.slack.install.Installer.Outcome;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;

/** What somebody sees after Slack's page: one small page of plain HTML in their language, which says what to do next. */
final class InstallPage {
    private static final Texts TEXTS = Texts.of(InstallPage.class);

    private InstallPage() {}

    static int status(Outcome outcome) {
        return switch (outcome) {
            case INSTALLED -> 200;
            case DENIED, STATE_GONE, CODE_GONE -> 400;
            case MISCONFIGURED -> 500;
            case NOT_NOW -> 503;
        };
    }

    /** In the language that is spoken now. */
    static String of(Installer.Arrival arrival) {
        return switch (arrival.outcome()) {
            case INSTALLED -> page(TEXTS.say("installed.title"), installed(arrival.name()));
            case DENIED ->
                page(TEXTS.say("denied.title"), TEXTS.say("denied.text", "again", link(TEXTS.say("denied.again"))));
            case STATE_GONE -> page(TEXTS.say("out-of-date.title"), TEXTS.say("out-of-date.text", "again", again()));
            case CODE_GONE -> page(TEXTS.say("used-up.title"), TEXTS.say("used-up.text", "again", again()));
            case MISCONFIGURED -> page(TEXTS.say("settings.title"), TEXTS.say("settings.text"));
            case NOT_NOW -> page(TEXTS.say("not-now.title"), TEXTS.say("not-now.text", "again", again()));
        };
    }

    private static String installed(String workspace) {
        return workspace.isEmpty()
                ? TEXTS.say("installed.text")
                : TEXTS.say("installed.where.text", "workspace", escape(workspace));
    }

    private static String again() {
        return link(TEXTS.say("again"));
    }

    private static String link(String words) {
        return "<a href=\"install\">" + words + "</a>";
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="%3$s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
                </head>
                <body><main><h1>%1$s</h1><p>%2$s</p></main></body>
                </html>
                """.formatted(title, body, Language.spoken().tag());
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
