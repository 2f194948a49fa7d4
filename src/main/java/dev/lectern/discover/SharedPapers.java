package dev.lectern.discover;

import java.util.List;

/**
 * Links below which nothing is shown yet, as the papers that they lead to are looked up first.
 *
 * @param ts names their message in its channel
 * @param urls as Slack writes them
 */
public record SharedPapers(String ts, List<String> urls) {
    public SharedPapers {
        urls = List.copyOf(urls);
    }
}
