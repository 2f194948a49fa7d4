package dev.lectern.discussion;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address of the web, as somebody typed it. */
final class WebLink {
    static final int LONGEST = 1_000;

    private WebLink() {}

    /** The address without the spaces around it; empty for what is no http or https one with a host. */
    static Optional<String> in(String typed) {
        String url = typed.strip();
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI parsed = new URI(url);
            boolean web = "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
            return web && parsed.getHost() != null ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }
}
