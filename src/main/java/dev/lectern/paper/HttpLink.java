package dev.lectern.paper;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Web addresses that may be shown: http and https only, and short enough for Slack (3,000 characters). */
final class HttpLink {
    private static final int LONGEST = 3000;

    private HttpLink() {}

    static Optional<String> of(String text) {
        String url = text.strip();
        return isHttp(url) ? Optional.of(url) : Optional.empty();
    }

    private static boolean isHttp(String url) {
        if (url.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
