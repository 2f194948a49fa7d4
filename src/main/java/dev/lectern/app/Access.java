package dev.lectern.app;

import dev.lectern.slack.install.SecretKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How Lectern gets into Slack by what is configured, and what is missing for that or contradicts itself, by name. Pure.
 *
 * @param installations how Lectern comes into workspaces; empty where nothing says how
 * @param findings what is to be said of the settings, what keeps Lectern from starting first
 */
record Access(Optional<Installations> installations, List<Finding> findings) {

    /** The settings that it goes by, each as it was given. */
    record Given(
            Optional<String> signingSecret,
            Optional<String> appToken,
            Optional<String> botToken,
            Optional<String> clientId,
            Optional<String> clientSecret,
            Optional<String> secretKey,
            Optional<String> publicUrl,
            boolean pkce) {
        @Override
        public String toString() {
            return "Given[]";
        }
    }

    /** How Lectern comes into workspaces. */
    sealed interface Installations {
        /** Into one, by the token of its installation. */
        record Single(String botToken) implements Installations {
            @Override
            public String toString() {
                return "Single[]";
            }
        }

        /** Into any that installs it. */
        record ByOAuth(OAuth oauth) implements Installations {}
    }

    /**
     * What an app needs to be installed by.
     *
     * @param publicUrl where browsers reach Lectern, without a slash at the end
     * @param pkce whether the app has PKCE switched on
     */
    record OAuth(String clientId, String clientSecret, SecretKeys keys, String publicUrl, boolean pkce) {
        /** Where Slack sends the browser back to: one of the redirect URLs in the app's settings. */
        String redirectUri() {
            return publicUrl + "/slack/oauth_redirect";
        }

        /** Where somebody begins to install Lectern. */
        String installPage() {
            return publicUrl + "/slack/install";
        }

        @Override
        public String toString() {
            return "OAuth[" + publicUrl + "]";
        }
    }

    /**
     * What is to be said of a setting.
     *
     * @param refuses whether Lectern does not start with it
     */
    record Finding(String setting, String sentence, boolean refuses) {}

    static Access of(Given given) {
        List<Finding> findings = new ArrayList<>();
        boolean byOAuth = given.clientId().isPresent() || given.clientSecret().isPresent();
        Optional<SecretKeys> keys = keys(given, findings);
        if (byOAuth) {
            lookAtOAuth(given, findings);
        } else {
            lookAtToken(given, findings);
        }
        if (given.signingSecret().isEmpty() && given.appToken().isEmpty()) {
            findings.add(new Finding(
                    "SLACK_SIGNING_SECRET",
                    "neither SLACK_SIGNING_SECRET nor SLACK_APP_TOKEN is set: copy the signing secret from your app's page at"
                            + " api.slack.com, or make an app-level token there for Socket Mode (no Slack at hand? try the"
                            + " demo command)",
                    true));
        }
        List<Finding> sorted = findings.stream()
                .sorted((one, other) -> Boolean.compare(other.refuses(), one.refuses()))
                .toList();
        return new Access(byOAuth ? oauth(given, keys).map(Installations.ByOAuth::new) : single(given), sorted);
    }

    private static Optional<Installations> single(Given given) {
        return given.botToken().map(Installations.Single::new);
    }

    private static Optional<OAuth> oauth(Given given, Optional<SecretKeys> keys) {
        return given.clientId()
                .flatMap(id -> given.clientSecret()
                        .flatMap(secret -> given.publicUrl()
                                .flatMap(url -> keys.map(some -> new OAuth(id, secret, some, url, given.pkce())))));
    }

    private static Optional<SecretKeys> keys(Given given, List<Finding> findings) {
        try {
            return given.secretKey().map(SecretKeys::read);
        } catch (IllegalArgumentException e) {
            findings.add(new Finding("LECTERN_SECRET_KEY", "LECTERN_SECRET_KEY " + e.getMessage(), true));
            return Optional.empty();
        }
    }

    private static void lookAtToken(Given given, List<Finding> findings) {
        if (given.botToken().isEmpty()) {
            findings.add(missing(
                    "SLACK_BOT_TOKEN",
                    "copy it from your app's page at api.slack.com, or set SLACK_CLIENT_ID"
                            + " and SLACK_CLIENT_SECRET so that workspaces install Lectern themselves (no Slack at hand? try the"
                            + " demo command)"));
        }
        if (given.botToken()
                .filter(token -> !token.matches("(xoxe\\.)?xoxb-.*"))
                .isPresent()) {
            findings.add(new Finding(
                    "SLACK_BOT_TOKEN",
                    "SLACK_BOT_TOKEN does not begin with xoxb-: what is needed is the Bot User OAuth Token",
                    false));
        }
        if (given.secretKey().isPresent()) {
            findings.add(new Finding(
                    "LECTERN_SECRET_KEY",
                    "LECTERN_SECRET_KEY is set and not used: with SLACK_BOT_TOKEN no token is kept",
                    false));
        }
    }

    private static void lookAtOAuth(Given given, List<Finding> findings) {
        if (given.botToken().isPresent()) {
            findings.add(new Finding(
                    "SLACK_BOT_TOKEN",
                    "SLACK_BOT_TOKEN and SLACK_CLIENT_ID are both set: take the token away, and open /slack/install to"
                            + " install Lectern in its workspace; or take the client id and secret away",
                    true));
        }
        if (given.clientId().isEmpty()) {
            findings.add(missing("SLACK_CLIENT_ID", "it stands above SLACK_CLIENT_SECRET on your app's page"));
        }
        if (given.clientSecret().isEmpty()) {
            findings.add(missing("SLACK_CLIENT_SECRET", "it stands below SLACK_CLIENT_ID on your app's page"));
        }
        if (given.publicUrl().isEmpty()) {
            findings.add(missing(
                    "LECTERN_PUBLIC_URL",
                    "without it Slack cannot send back who installs Lectern; such as https://lectern.example.org"));
        }
        if (given.publicUrl().filter(Access::isPlain).isPresent()) {
            findings.add(new Finding(
                    "LECTERN_PUBLIC_URL",
                    "LECTERN_PUBLIC_URL begins with http://: Slack sends who installs Lectern to https:// only",
                    false));
        }
        if (given.secretKey().isEmpty()) {
            findings.add(missing(
                    "LECTERN_SECRET_KEY",
                    "the workspaces' tokens are kept encrypted under it; make one with openssl rand -base64 32"));
        }
    }

    private static boolean isPlain(String url) {
        return url.startsWith("http://") && !url.matches("http://(localhost|127\\.0\\.0\\.1)([:/].*)?");
    }

    private static Finding missing(String setting, String wayOut) {
        return new Finding(setting, setting + " is not set: " + wayOut, true);
    }

    /** What keeps Lectern from starting; empty where it can. */
    Optional<Finding> refusal() {
        return findings.stream().filter(Finding::refuses).findFirst();
    }
}
