package dev.lectern.paper.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A web page's address without what says only how somebody came there, so that one page has one address. */
final class WebAddress {
    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_\\w+|fbclid|gclid|mc_[ce]id)=.*", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /** Without fragment and tracking, the host in lower case; empty for what is no http or https address. */
    static Optional<String> of(String text) {
        try {
            URI address = new URI(text.strip());
            boolean web = address.getHost() != null && isWeb(String.valueOf(address.getScheme()));
            return web ? Optional.of(plain(address)) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** An address as it stands on a page or in a feed. */
    static Optional<String> of(URI base, String text) {
        try {
            return of(base.resolve(new URI(text.strip())).toString());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it leads beyond a site's front page: a front page is about no paper alone. */
    static boolean isDeep(String address) {
        URI uri = URI.create(address);
        return uri.getRawQuery() != null
                || !String.valueOf(uri.getRawPath()).replace("/", "").isEmpty();
    }

    private static boolean isWeb(String scheme) {
        return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
    }

    private static String plain(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        String query = query(Optional.ofNullable(address.getRawQuery()).orElse(""));
        return address.getScheme().toLowerCase(Locale.ROOT) + "://"
                + address.getHost().toLowerCase(Locale.ROOT) + port
                + Optional.ofNullable(address.getRawPath()).orElse("")
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String query(String raw) {
        return Arrays.stream(raw.split("&"))
                .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                .collect(Collectors.joining("&"));
    }
}
