package dev.lectern.sandbox;

import dev.lectern.sandbox.page.PageRoutes;
import io.javalin.http.Context;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other web sites out: a foreign name that was pointed at this machine shows in Host, a request that a foreign
 * page makes the browser send shows in Origin.
 */
final class LocalOnly {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

    private LocalOnly() {}

    static void check(Context context) {
        if (!isLocal("http://" + context.header("Host")) || !isOwnPage(context)) {
            PageRoutes.json(
                    context.status(403),
                    PageRoutes.refusal("The sandbox answers on localhost and 127.0.0.1 only: open it there."));
            context.skipRemainingHandlers();
        }
    }

    private static boolean isOwnPage(Context context) {
        String origin = context.header("Origin");
        return origin == null || origin.equals("http://" + context.header("Host"));
    }

    private static boolean isLocal(@Nullable String url) {
        try {
            String host = new URI(String.valueOf(url)).getHost();
            return host != null && LOCAL.contains(host);
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
