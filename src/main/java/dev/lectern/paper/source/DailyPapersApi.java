package dev.lectern.paper.source;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Names;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.ShortText;
import dev.lectern.paper.source.SourceTrouble.Kind;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hugging Face's Daily Papers, by its JSON API. Any thread. */
public final class DailyPapersApi implements Lookup {
    public static final String NAME = "Daily Papers";
    private static final Logger log = LoggerFactory.getLogger(DailyPapersApi.class);
    private static final String LISTS = "/api/daily_papers";
    private static final String PAPERS = "/api/papers";
    private static final int PAGE = 100;
    private static final int MOST_PAGES = 20;
    private static final int MOST_FOUND = 120;
    private static final int LONGEST_QUESTION = 250;
    private static final int SNIFFED = 8192;

    private final Site site;
    private final URI base;

    /** @param base such as {@code https://huggingface.co} */
    public DailyPapersApi(Site site, URI base) {
        this.site = site;
        this.base = base;
    }

    /** The site's rules; a day that is not open yet answers 400. */
    public static SiteRules rules(URI base) {
        return SiteRules.of(NAME, base).withMissing(Set.of(400, 404, 410));
    }

    /** The list of one day (UTC); empty when the day had none, or has none yet. */
    public Listed day(LocalDate day) throws SourceTrouble {
        Listed listed = pages(day);
        return new Listed(
                listed.papers().stream().map(paper -> onList(paper, day)).toList(), listed.problem());
    }

    private static Draft onList(Draft paper, LocalDate day) {
        return paper.listings().isEmpty() ? paper.withListings(List.of(Listing.daily(day))) : paper;
    }

    /** What people look at most these days, whatever its list day; at most a hundred. */
    public Listed trending() throws SourceTrouble {
        return page("sort", "trending", "limit", Integer.toString(PAGE));
    }

    /** What a person brought to the lists last, at most a hundred papers, each also on a list of theirs on its day. */
    public Listed submittedBy(String handle) throws SourceTrouble {
        Listed listed = page("submitter", handle, "limit", Integer.toString(PAGE));
        PaperList theirs = PaperList.submitter(handle);
        return new Listed(
                listed.papers().stream()
                        .map(paper -> paper.withListings(paper.listings().stream()
                                .flatMap(listing -> Stream.of(listing, new Listing(theirs, listing.day())))
                                .toList()))
                        .toList(),
                listed.problem());
    }

    /** The papers that the site finds for these words, by meaning too, the likeliest first. */
    public Listed search(String words, int most) throws SourceTrouble {
        String question = ShortText.clean(words);
        String asked = question.substring(0, Math.min(question.length(), LONGEST_QUESTION));
        int limit = Math.max(1, Math.min(most, MOST_FOUND));
        return listed(site.get(Address.below(base, PAPERS + "/search", "q", asked, "limit", Integer.toString(limit))));
    }

    /** Only ids of the present style: older ones it does not know. */
    @Override
    public boolean takes(Names names) {
        return names.arxiv().filter(DailyPapersApi::isOfPresentStyle).isPresent();
    }

    private static boolean isOfPresentStyle(ArxivId id) {
        return id.value().indexOf('/') < 0;
    }

    @Override
    public Optional<Draft> find(Names names) throws SourceTrouble {
        Optional<ArxivId> id = names.arxiv().filter(DailyPapersApi::isOfPresentStyle);
        return id.isPresent() ? find(id.get()) : Optional.empty();
    }

    private Optional<Draft> find(ArxivId id) throws SourceTrouble {
        Site.Answer answer = site.get(Address.below(base, PAPERS + "/" + id));
        if (answer.isMissing()) {
            return Optional.empty();
        }
        Listed listed = listed(answer);
        return Optional.of(listed.papers().stream()
                .filter(paper -> paper.names().arxiv().filter(id::isSamePaper).isPresent())
                .findFirst()
                .orElseThrow(() -> new SourceTrouble(
                        Kind.LATER,
                        listed.problem().orElse(NAME + " answers something else than the paper it was asked for"))));
    }

    /** All pages of a day's list; what came before a page that failed is not lost. */
    private Listed pages(LocalDate day) throws SourceTrouble {
        List<Draft> papers = new ArrayList<>();
        Set<Draft> seen = new HashSet<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Listed next = pageAfter(papers, day, page);
            List<Draft> added = next.papers().stream().filter(seen::add).toList();
            papers.addAll(added);
            if (next.problem().isPresent() || next.papers().size() < PAGE || added.isEmpty()) {
                return new Listed(papers, next.problem());
            }
        }
        return new Listed(papers, Optional.empty());
    }

    private Listed pageAfter(List<Draft> before, LocalDate day, int page) throws SourceTrouble {
        try {
            return page("date", day.toString(), "limit", Integer.toString(PAGE), "p", Integer.toString(page));
        } catch (SourceTrouble e) {
            if (before.isEmpty()) {
                throw e;
            }
            return new Listed(List.of(), Optional.of(String.valueOf(e.getMessage())));
        }
    }

    private Listed page(String... query) throws SourceTrouble {
        return listed(site.get(Address.below(base, LISTS, query)));
    }

    private static Listed listed(Site.Answer answer) throws SourceTrouble {
        if (answer.isMissing()) {
            return new Listed(List.of(), Optional.empty());
        }
        requireJson(answer.body());
        Reading reading = DailyPapersJson.read(new ByteArrayInputStream(answer.body()));
        reading.skipped().forEach(row -> log.warn("{}: row {} is left out: {}", NAME, row.row(), row.why()));
        Optional<String> problem =
                reading.problem().map(why -> NAME + " sent an answer that cannot be read to its end (" + why + ")");
        return new Listed(reading.papers(), problem);
    }

    private static void requireJson(byte[] body) throws SourceTrouble {
        FileStart.Kind kind = FileStart.of(Arrays.copyOf(body, Math.min(SNIFFED, body.length)))
                .kind();
        String what = switch (kind) {
            case JSON -> "";
            case EMPTY -> "nothing";
            case HTML -> "a web page";
            default -> "something else";
        };
        if (!what.isEmpty()) {
            throw new SourceTrouble(Kind.LATER, NAME + " answers with " + what + " instead of papers");
        }
    }
}
