package dev.lectern.paper;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The address of a web page. The same page has many: with or without {@code www.}, encrypted or not, with a slash at its
 * end, a fragment, or marks that tell a site where its visitor came from; see {@link #key}.
 *
 * @param url as it was told, http or https
 */
record PageAddress(@JsonValue String url) {
    /** Which of a page's addresses to show: the encrypted, then the shorter one. */
    static final Comparator<PageAddress> BEST_FIRST = Comparator.comparing(
                    (PageAddress page) -> !page.url.toLowerCase(Locale.ROOT).startsWith("https:"))
            .thenComparing(page -> page.url.length())
            .thenComparing(PageAddress::url);

    private static final Pattern TRACKING =
            Pattern.compile("(?:utm_[^=]*|fbclid|gclid|mc_cid|mc_eid)(?:=.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_SLASHES = Pattern.compile("/+$");

    @JsonCreator
    PageAddress {
        if (HttpLink.of(url).filter(url::equals).isEmpty()) {
            throw new IllegalArgumentException("not a web address: " + url);
        }
    }

    static Optional<PageAddress> of(String text) {
        return HttpLink.of(text).map(PageAddress::new);
    }

    /** The same for all addresses of a page; itself no address. */
    String key() {
        URI uri = URI.create(url).normalize();
        String path = LAST_SLASHES
                .matcher(Optional.ofNullable(uri.getRawPath()).orElse(""))
                .replaceAll("");
        return site() + path + query(uri).map(query -> "?" + query).orElse("");
    }

    /** Host and port, without what is usual. */
    String site() {
        URI uri = URI.create(url);
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        boolean usual = uri.getPort() < 0 || uri.getPort() == 80 || uri.getPort() == 443;
        return usual ? host : host + ":" + uri.getPort();
    }

    private static Optional<String> query(URI uri) {
        return Optional.ofNullable(uri.getRawQuery())
                .map(query -> Arrays.stream(query.split("&"))
                        .filter(part ->
                                !part.isEmpty() && !TRACKING.matcher(part).matches())
                        .collect(Collectors.joining("&")))
                .filter(query -> !query.isEmpty());
    }

    @Override
    public String toString() {
        return url;
    }
}
