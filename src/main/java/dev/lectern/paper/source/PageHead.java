package dev.lectern.paper.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What stands above a page's first paper: the site's own lines. */
final class PageHead {
    private static final Set<String> SITE_WORDS = Set.of(
            "new",
            "subscribe",
            "daily papers",
            "trending papers",
            "papers",
            "trending",
            "daily",
            "weekly",
            "monthly",
            "hugging face",
            "search");
    private static final Pattern MAIL_OFFER = Pattern.compile("get trending papers in your email inbox.*");
    private static final Pattern CURATORS = Pattern.compile("by ?\\S* and the research community");
    private static final Pattern GLUED = Pattern.compile("Subscribe(?=\\S)(?![a-z])");

    private PageHead() {}

    static boolean isUnmistakable(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        return MAIL_OFFER.matcher(small).matches() || CURATORS.matcher(small).matches() || small.equals("daily papers");
    }

    /** The lines without the head, the {@code Subscribe} taken off the title that it is glued to. */
    static List<String> cutOff(List<String> lines) {
        int first = 0;
        while (first < lines.size() && isHead(lines.get(first))) {
            first++;
        }
        List<String> body = new ArrayList<>(lines.subList(first, lines.size()));
        if (first > 0 && !body.isEmpty()) {
            body.set(0, GLUED.matcher(body.get(0)).replaceFirst(match -> match.start() == 0 ? "" : "Subscribe"));
        }
        return body;
    }

    private static boolean isHead(String line) {
        String small = line.toLowerCase(Locale.ROOT);
        return line.isEmpty()
                || SITE_WORDS.contains(small)
                || MAIL_OFFER.matcher(small).matches()
                || CURATORS.matcher(small).matches()
                || PrintedDate.parse(line).isPresent();
    }
}
