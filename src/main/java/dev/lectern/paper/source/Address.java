package dev.lectern.paper.source;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Addresses below a site's, with their queries. */
final class Address {
    private Address() {}

    /** @param query names and values, one after the other */
    static URI below(URI base, String path, String... query) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < query.length; i += 2) {
            pairs.add(query[i] + "=" + URLEncoder.encode(query[i + 1], StandardCharsets.UTF_8));
        }
        String start = base.toString().replaceFirst("/+$", "") + path;
        return URI.create(pairs.isEmpty() ? start : start + "?" + String.join("&", pairs));
    }
}
