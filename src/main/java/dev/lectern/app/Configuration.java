package dev.lectern.app;

import java.nio.file.Path;
import java.util.Optional;

/** The settings, as {@code lectern.properties} explains them. Ports are 0 for any free one. */
record Configuration(
        Path data,
        Optional<String> redisUrl,
        Optional<String> redisSentinelPassword,
        String host,
        int port,
        Optional<String> publicUrl,
        int sandboxPort,
        String slackApiUrl,
        Optional<String> slackBotToken,
        Optional<String> slackSigningSecret,
        Optional<String> slackAppToken,
        SourceSettings sources) {

    /** @throws WrongUse when a setting is not what it should be; the sentence names it */
    static Configuration load() {
        var properties = io.avaje.config.Configuration.builder()
                .load("lectern.properties")
                .build();
        return new Configuration(
                Path.of(properties.get("data")),
                given(properties.get("redis.url", "")),
                given(properties.get("redis.sentinel.password", "")),
                properties.get("host"),
                port("LECTERN_PORT", properties.get("port")),
                given(properties.get("public.url", "")).map(Configuration::address),
                port("LECTERN_SANDBOX_PORT", properties.get("sandbox.port")),
                properties.get("slack.api.url"),
                given(properties.get("slack.bot.token", "")),
                given(properties.get("slack.signing.secret", "")),
                given(properties.get("slack.app.token", "")).map(Configuration::appToken),
                SourceSettings.read(name -> properties.get(name, "")));
    }

    /** Where native libraries are unpacked. */
    Path natives() {
        return data.resolve("natives");
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(value -> !value.isEmpty());
    }

    /** Without a slash at its end: what is served stands behind it. */
    private static String address(String text) {
        if (!text.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new WrongUse(
                    "LECTERN_PUBLIC_URL is '" + text
                            + "', but an address begins with https:// and ends before any ? or #, such as https://lectern.example.org");
        }
        return text.replaceAll("/+$", "");
    }

    private static String appToken(String text) {
        if (!text.startsWith("xapp-")) {
            throw new WrongUse("SLACK_APP_TOKEN is no app-level token: one begins with xapp- and is made under Basic"
                    + " Information on the app's page at api.slack.com/apps");
        }
        return text;
    }

    private static int port(String name, String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new WrongUse(name + " is '" + text + "', but a port is a number from 0 to 65535");
        }
        return Integer.parseInt(text);
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "Configuration[data=" + data + ", port=" + port + "]";
    }
}
