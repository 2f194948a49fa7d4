package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.PaperList;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Feeds of any site. Blog posts in them are papers here, too. Any thread. */
public final class Feeds {
    /** Of a feed that keeps its whole past, only the newest are of interest. */
    public static final int NEWEST = 50;

    private static final String ADVERTISED = "link[rel~=(?i)\\balternate\\b][type~=(?i)^application/(rss|atom)\\+xml]";

    private final Site site;
    private final InstantSource clock;
    private final int newest;

    /** @param newest at most so many entries of a feed are taken */
    public Feeds(Site site, InstantSource clock, int newest) {
        this.site = site;
        this.clock = clock;
        this.newest = newest;
    }

    /**
     * A feed as it is now.
     *
     * @param address of the feed itself
     * @param title may be empty
     * @param reading the newest entries, each of the feed's list on its day (UTC): today, where the feed tells none or
     *     one that has not come yet
     */
    public record Feed(String address, String title, Reading reading) {}

    /**
     * Reads the feed at an address, or the one that the page there advertises.
     *
     * @param address as a person wrote it
     * @throws SourceTrouble when there is no feed, or it cannot be read
     */
    public Feed read(String address) throws SourceTrouble {
        URI asked = address(address);
        Site.Answer answer = get(asked);
        if (!isHtml(answer)) {
            return feed(asked, answer);
        }
        URI advertised = advertised(answer)
                .orElseThrow(() -> new SourceTrouble(
                        SourceTrouble.Kind.NEVER,
                        "the page at " + asked + " is no feed and names none: give the feed's own address"));
        return feed(advertised, get(advertised));
    }

    private static URI address(String text) throws SourceTrouble {
        String whole = text.strip().matches("(?i)[a-z][a-z0-9+.-]*:.*") ? text : "https://" + text.strip();
        return WebAddress.of(whole)
                .map(URI::create)
                .orElseThrow(() -> new SourceTrouble(
                        SourceTrouble.Kind.NEVER, "\"" + text.strip() + "\" is no address of a feed or a site"));
    }

    private Site.Answer get(URI address) throws SourceTrouble {
        Site.Answer answer = site.get(address);
        if (answer.isMissing()) {
            throw new SourceTrouble(SourceTrouble.Kind.NEVER, "there is nothing at " + address);
        }
        return answer;
    }

    private static boolean isHtml(Site.Answer answer) {
        return FileStart.of(start(answer.body())).kind() == FileStart.Kind.HTML
                || answer.type().equals("text/html");
    }

    private static byte[] start(byte[] body) {
        return Arrays.copyOf(body, Math.min(body.length, PaperFiles.SNIFFED));
    }

    private static Optional<URI> advertised(Site.Answer page) {
        return page.page().select(ADVERTISED).stream()
                .flatMap(link -> WebAddress.of(link.absUrl("href")).stream())
                .map(URI::create)
                .findFirst();
    }

    private Feed feed(URI address, Site.Answer answer) throws SourceTrouble {
        try {
            FeedFile.Content content = FeedFile.parse(answer.body(), Optional.of(answer.from()));
            return new Feed(address.toString(), content.title(), listed(address, content));
        } catch (FeedFile.NoFeed e) {
            throw new SourceTrouble(
                    SourceTrouble.Kind.LATER, "the feed at " + address + " cannot be read: " + e.getMessage(), e);
        }
    }

    private Reading listed(URI address, FeedFile.Content content) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        PaperList list = PaperList.feed(address.toString());
        List<Draft> papers = content.entries().stream()
                .map(entry -> entry.draft().withListings(List.of(new Listing(list, dayOf(entry, today)))))
                .sorted(Comparator.comparing(
                                (Draft paper) -> paper.listings().get(0).day())
                        .reversed())
                .limit(newest)
                .toList();
        return new Reading(Optional.of(Format.FEED), papers, content.skipped(), Optional.empty());
    }

    private static LocalDate dayOf(FeedEntry entry, LocalDate today) {
        return entry.day().filter(day -> !day.isAfter(today)).orElse(today);
    }
}
