package dev.lectern.sandbox.workspace;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links in a message that go to sites of which the app asked to hear (the manifest's {@code unfurl_domains}). */
public final class Links {
    private static final Pattern LINK = Pattern.compile("<(https?://[^<>|]+)(?:\\|[^<>]*)?>");

    /** At most five, as Slack takes them; a site's subdomains belong to it. */
    private static final List<String> DOMAINS =
            List.of("arxiv.org", "huggingface.co", "alphaxiv.org", "openreview.net", "doi.org");

    /** @param domain the registered one */
    public record Link(String domain, String url) {}

    private Links() {}

    /** Each once, in their order. */
    public static List<Link> in(String text) {
        return urls(text)
                .flatMap(url -> domainOf(url).map(domain -> new Link(domain, url)).stream())
                .toList();
    }

    /** Every address in the text, as the person wrote it. */
    static Stream<String> urls(String text) {
        return LINK.matcher(text)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .distinct();
    }

    public static boolean has(String text, String url) {
        return urls(text).anyMatch(url::equals);
    }

    private static Optional<String> domainOf(String url) {
        return host(url)
                .flatMap(host -> DOMAINS.stream()
                        .filter(domain -> host.equals(domain) || host.endsWith("." + domain))
                        .findFirst());
    }

    private static Optional<String> host(String url) {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).map(host -> host.toLowerCase(java.util.Locale.ROOT));
        } catch (IllegalArgumentException notAUrl) {
            return Optional.empty();
        }
    }
}
