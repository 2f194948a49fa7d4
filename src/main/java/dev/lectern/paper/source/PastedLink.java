package dev.lectern.paper.source;

import dev.lectern.paper.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link or a written-out id in what a person wrote in Slack, which may lead to a paper.
 *
 * @param written the link's address, or the id as it was written
 * @param names one name: an arXiv id, a DOI, an OpenReview id; else the address of a page that may be about a paper
 */
public record PastedLink(String written, Names names) {
    /** As Slack writes links, mentions of people and channels; see {@code docs.slack.dev/messaging}. */
    private static final Pattern BRACKETED_OR_BARE =
            Pattern.compile("<([^<>|]*)(?:\\|[^<>]*)?>|(https?://[^\\s<>|\"]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern WEB = Pattern.compile("https?://.*", Pattern.CASE_INSENSITIVE);
    /** A bare number counts only in arXiv's newer form, of five digits: others are prices and dates. */
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\w./:-])(?:(?:arxiv|doi)\\s{0,3}:\\s{0,3}\\S{5,300}|10\\.\\d{4,9}/\\S{1,300}"
                    + "|\\d{4}\\.\\d{5}(?:v\\d{1,3})?(?![\\w/-]|\\.\\w)"
                    + "|(?:[a-z]{1,20}\\.)?(?:arxiv\\.org|alphaxiv\\.org|huggingface\\.co|hf\\.co|openreview\\.net|doi\\.org)"
                    + "/\\S{3,300})",
            Pattern.CASE_INSENSITIVE);

    /** All of them, in the text's order, each name once. Takes mrkdwn as Slack sends it, and plain text. */
    public static List<PastedLink> in(String text) {
        List<PastedLink> found = new ArrayList<>();
        Matcher links = BRACKETED_OR_BARE.matcher(text);
        int end = 0;
        while (links.find()) {
            addMentions(text.substring(end, links.start()), found);
            String address = links.group(1) == null ? withoutPunctuation(links.group(2)) : links.group(1);
            link(unescape(address)).ifPresent(found::add);
            end = links.end();
        }
        addMentions(text.substring(end), found);
        Map<Names, PastedLink> distinct = new LinkedHashMap<>();
        found.forEach(link -> distinct.putIfAbsent(link.names(), link));
        return List.copyOf(distinct.values());
    }

    /** Whether nothing but the page's address is known: it may be about anything. */
    public boolean isPage() {
        return names.page().isPresent();
    }

    private static void addMentions(String text, List<PastedLink> found) {
        MENTION.matcher(unescape(text))
                .results()
                .map(match -> new PastedLink(match.group(), Names.find(match.group())))
                .filter(mention -> !mention.names().isEmpty())
                .forEach(found::add);
    }

    private static Optional<PastedLink> link(String address) {
        if (!WEB.matcher(address).matches()) {
            return Optional.empty();
        }
        Names known = Names.find(address);
        return Optional.of(known)
                .filter(names -> !names.isEmpty())
                .or(() -> WebAddress.of(address).map(Names.NONE::withPage))
                .filter(names -> !names.isEmpty())
                .map(names -> new PastedLink(address, names));
    }

    /** What ends a sentence ends the link before it, and so does a bracket that it did not open. */
    private static String withoutPunctuation(String address) {
        String trimmed = address.replaceFirst("[.,;:!?'*_~`]+$", "");
        boolean opened = trimmed.indexOf('(') >= 0;
        return trimmed.endsWith(")") && !opened ? withoutPunctuation(trimmed.replaceFirst("\\)+$", "")) : trimmed;
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
