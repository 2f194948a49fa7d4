package dev.lectern.paper.source;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.source.SiteRules.Pace;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** arXiv: its API, and its announcements. Any thread. */
public final class Arxiv implements Lookup {
    public static final String NAME = "arXiv";
    private static final String QUERY = "/api/query";
    /** So that the address stays below 2,000 characters. */
    private static final int IDS_A_QUESTION = 100;

    private static final int PAGE = 500;
    private static final int MOST_PAGES = 10;
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z-]*(?:\\.[A-Za-z-]{2,9})?");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Site site;
    private final URI api;
    private final URI feeds;

    /**
     * @param api such as {@code https://export.arxiv.org}
     * @param feeds where announcements are, such as {@code https://rss.arxiv.org}
     */
    public Arxiv(Site site, URI api, URI feeds) {
        this.site = site;
        this.api = api;
        this.feeds = feeds;
    }

    /**
     * One question in three seconds and one connection, over all of arXiv's interfaces together.
     *
     * @see <a href="https://info.arxiv.org/help/api/tou.html">Terms of Use for arXiv APIs</a>
     */
    public static SiteRules rules(URI api, URI feeds) {
        return SiteRules.of(NAME, api)
                .withOrigins(List.of(
                        api,
                        feeds,
                        URI.create("https://arxiv.org"),
                        URI.create("https://export.arxiv.org"),
                        URI.create("https://rss.arxiv.org")))
                .withPace(new Pace(1, Duration.ofSeconds(3), true));
    }

    @Override
    public boolean takes(Names names) {
        return names.arxiv().isPresent();
    }

    @Override
    public Optional<Draft> find(Names names) throws SourceTrouble {
        Optional<ArxivId> id = names.arxiv();
        return id.isPresent() ? findAll(List.of(id.get())).stream().findFirst() : Optional.empty();
    }

    /** The papers of these ids, in any order, without those that arXiv does not know. */
    public List<Draft> findAll(Collection<ArxivId> ids) throws SourceTrouble {
        List<ArxivId> all = List.copyOf(ids);
        List<Draft> found = new ArrayList<>();
        for (int from = 0; from < all.size(); from += IDS_A_QUESTION) {
            List<ArxivId> some = all.subList(from, Math.min(all.size(), from + IDS_A_QUESTION));
            String list = some.stream().map(ArxivId::value).collect(Collectors.joining(","));
            found.addAll(whole(asked("id_list", list, "max_results", Integer.toString(some.size()))));
        }
        return found;
    }

    private static List<Draft> whole(Listed listed) throws SourceTrouble {
        if (listed.problem().isPresent()) {
            throw new SourceTrouble(SourceTrouble.Kind.LATER, listed.problem().get());
        }
        return listed.papers();
    }

    /** The papers that have all of these words somewhere, the likeliest first. */
    public Listed search(String words, int most) throws SourceTrouble {
        String query = Arrays.stream(words.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> "all:" + word)
                .collect(Collectors.joining(" AND "));
        return query.isEmpty()
                ? new Listed(List.of(), Optional.empty())
                : asked("search_query", query, "max_results", Integer.toString(Math.min(most, PAGE)));
    }

    /** The papers of a category that came in on these days (UTC), whether or not they are announced yet. */
    public Listed submitted(String category, LocalDate from, LocalDate to) throws SourceTrouble {
        String query = "cat:" + checked(category) + " AND submittedDate:[" + DAY.format(from) + "0000 TO "
                + DAY.format(to) + "2359]";
        List<Draft> papers = new ArrayList<>();
        for (int page = 0; page < MOST_PAGES; page++) {
            Listed next = asked(
                    "search_query",
                    query,
                    "start",
                    Integer.toString(page * PAGE),
                    "max_results",
                    Integer.toString(PAGE));
            papers.addAll(next.papers());
            if (next.problem().isPresent() || next.papers().size() < PAGE) {
                return new Listed(papers, next.problem());
            }
        }
        return new Listed(papers, Optional.empty());
    }

    /** What arXiv announced last in a category: new papers, and those newly put into it too. */
    public Listed announced(String category, LocalDate today) throws SourceTrouble {
        Site.Answer answer = site.get(Address.below(feeds, "/atom/" + checked(category)));
        if (answer.isMissing()) {
            throw new SourceTrouble(SourceTrouble.Kind.NEVER, NAME + " has no category " + category);
        }
        return ArxivAtom.read(answer.body()).announced(category, today);
    }

    private static String checked(String category) throws SourceTrouble {
        if (!CATEGORY.matcher(category).matches()) {
            throw new SourceTrouble(SourceTrouble.Kind.NEVER, NAME + " has no category " + category);
        }
        return category;
    }

    private Listed asked(String... query) throws SourceTrouble {
        Site.Answer answer = site.get(Address.below(api, QUERY, query));
        return answer.isMissing()
                ? new Listed(List.of(), Optional.empty())
                : ArxivAtom.read(answer.body()).answer();
    }
}
