package dev.lectern.web;

import dev.lectern.slack.install.Installer;
import dev.lectern.slack.install.Installer.Outcome;

/** What somebody sees after Slack's page: one small page of plain HTML, which says what to do next. */
final class InstallPage {
    private static final String AGAIN = "<a href=\"" + InstallRoutes.INSTALL + "\">Begin again</a>";

    private InstallPage() {}

    static int status(Outcome outcome) {
        return switch (outcome) {
            case INSTALLED -> 200;
            case DENIED, STATE_GONE, CODE_GONE -> 400;
            case MISCONFIGURED -> 500;
            case NOT_NOW -> 503;
        };
    }

    static String of(Installer.Arrival arrival) {
        return switch (arrival.outcome()) {
            case INSTALLED ->
                page(
                        "Lectern is installed",
                        (arrival.name().isEmpty() ? "" : "It is in " + escape(arrival.name()) + " now. ")
                                + "Go to a channel in Slack, write <code>/invite @Lectern</code>, then"
                                + " <code>/papers setup</code>: that makes it a reading group's channel.");
            case DENIED ->
                page(
                        "Nothing was installed",
                        "Slack says that it was not allowed. If that was not meant: " + AGAIN
                                + ", and choose Allow. Some workspaces let only admins install apps; then ask one.");
            case STATE_GONE ->
                page(
                        "This page is out of date",
                        "It works once, within ten minutes, and in the browser in which the installation was begun"
                                + " (which has to take a cookie for that). " + AGAIN + ".");
            case CODE_GONE -> page("Slack's code is used up", "It works once, within ten minutes. " + AGAIN + ".");
            case MISCONFIGURED ->
                page(
                        "Slack does not take the app's settings",
                        "Nothing was installed. Whoever runs this Lectern finds the reason in its log: most often"
                                + " SLACK_CLIENT_ID, SLACK_CLIENT_SECRET, or the redirect URL in the app's settings.");
            case NOT_NOW -> page("That did not work just now", "Nothing was installed. In a minute: " + AGAIN + ".");
        };
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%1$s</title>
                <style>body{font:1.1rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style>
                </head>
                <body><main><h1>%1$s</h1><p>%2$s</p></main></body>
                </html>
                """.formatted(title, body);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
