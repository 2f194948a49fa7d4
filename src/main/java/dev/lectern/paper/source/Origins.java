package dev.lectern.paper.source;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether addresses belong to one site: by host and port; https may take the place of http, never the reverse. */
final class Origins {
    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Origins() {}

    static boolean hold(List<URI> origins, URI address) {
        return isWeb(address) && origins.stream().anyMatch(origin -> isSame(origin, address));
    }

    /** That an address is one of the web's, with a host. */
    static boolean isWeb(URI address) {
        return address.getHost() != null
                && (scheme(address).equals(HTTP) || scheme(address).equals(HTTPS));
    }

    private static boolean isSame(URI origin, URI address) {
        boolean sameScheme = scheme(origin).equals(scheme(address));
        boolean upgraded = isPlain(origin) && scheme(address).equals(HTTPS) && port(address) == HTTPS_PORT;
        return host(origin).equals(host(address)) && (upgraded || (sameScheme && port(origin) == port(address)));
    }

    private static boolean isPlain(URI address) {
        return scheme(address).equals(HTTP) && port(address) == HTTP_PORT;
    }

    static String host(URI address) {
        return Optional.ofNullable(address.getHost()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String scheme(URI address) {
        return Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return scheme(address).equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
    }

    /** The host with and without www, as hosts often send from one to the other. */
    static List<URI> around(URI address) {
        String host = host(address);
        String other = host.startsWith("www.") ? host.substring("www.".length()) : "www." + host;
        return List.of(origin(address, host), origin(address, other));
    }

    private static URI origin(URI address, String host) {
        return URI.create(scheme(address) + "://" + host + ":" + port(address));
    }
}
