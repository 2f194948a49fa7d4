package dev.lectern.app;

import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.harvest.ArxivLists;
import dev.lectern.paper.harvest.Citations;
import dev.lectern.paper.harvest.DailyLists;
import dev.lectern.paper.harvest.FollowedLists;
import dev.lectern.paper.harvest.FollowedListsStore;
import dev.lectern.paper.harvest.Harvest;
import dev.lectern.paper.harvest.HarvestStore;
import dev.lectern.paper.harvest.ListSource;
import dev.lectern.paper.harvest.RecommendedLists;
import dev.lectern.paper.harvest.SourceNews;
import dev.lectern.paper.harvest.SourceStateStore;
import dev.lectern.paper.harvest.TrendingList;
import dev.lectern.paper.source.Arxiv;
import dev.lectern.paper.source.Crossref;
import dev.lectern.paper.source.DailyPapersApi;
import dev.lectern.paper.source.Feeds;
import dev.lectern.paper.source.Listed;
import dev.lectern.paper.source.Lookup;
import dev.lectern.paper.source.Lookups;
import dev.lectern.paper.source.OpenReview;
import dev.lectern.paper.source.Reading;
import dev.lectern.paper.source.Searches;
import dev.lectern.paper.source.SemanticScholar;
import dev.lectern.paper.source.Site;
import dev.lectern.paper.source.SitePaceStore;
import dev.lectern.paper.source.SiteRules;
import dev.lectern.paper.source.Sites;
import dev.lectern.paper.source.SourceCacheStore;
import dev.lectern.paper.source.SourceTrouble;
import dev.lectern.paper.source.WebPage;
import dev.lectern.redis.RedisClock;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.UnifiedJedis;

/** The sites that this process asks for papers, by the settings. They are asked in real time, whatever time is played. */
final class Sources implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sources.class);
    private static final String FEEDS = "feeds";
    private static final String SUBMITTERS = "submitters";
    /** For all who tell of a paper together: a step waits for them, under a lease of 15 s. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final UnifiedJedis redis;
    private final Sites sites;
    private final Optional<DailyPapersApi> dailyPapers;
    private final Optional<Arxiv> arxiv;
    private final Optional<SemanticScholar> scholar;
    private final Optional<Feeds> feeds;
    private final Optional<Site> web;
    private final Harvest harvest;
    private final Optional<Lookups> lookups;
    private final Optional<Searches> searches;

    private Sources(SourceSettings settings, UnifiedJedis redis, Clock clock) {
        this.redis = redis;
        this.sites = new Sites(
                new SitePaceStore(redis, clock), new SourceCacheStore(redis, clock), clock, userAgent(settings));
        this.dailyPapers =
                settings.dailyPapers().map(base -> new DailyPapersApi(sites.site(DailyPapersApi.rules(base)), base));
        this.arxiv =
                settings.arxiv().map(api -> arxiv(api, settings.arxivFeeds().orElse(api)));
        this.scholar = settings.semanticScholar()
                .map(api -> new SemanticScholar(
                        sites.site(SemanticScholar.rules(api, settings.semanticScholarKey())), api));
        this.web = settings.web() ? Optional.of(sites.publicWeb()) : Optional.empty();
        this.feeds = settings.web() ? Optional.of(new Feeds(sites.publicWeb(), clock, Feeds.NEWEST)) : Optional.empty();
        this.harvest = harvest(settings, redis, clock);
        List<Lookup> single = single(settings);
        Optional<Lookup> page = settings.web() ? Optional.of(new WebPage(sites.publicWeb())) : Optional.empty();
        this.lookups = single.isEmpty() && page.isEmpty()
                ? Optional.empty()
                : Optional.of(new Lookups(single, page, PATIENCE));
        this.searches = searches();
    }

    private Optional<Searches> searches() {
        List<Searches.Place> places = Stream.of(
                        arxiv.map(known -> new Searches.Place(Arxiv.NAME, known::search)),
                        dailyPapers.map(known -> new Searches.Place("Hugging Face", known::search)))
                .flatMap(Optional::stream)
                .toList();
        return places.isEmpty() ? Optional.empty() : Optional.of(new Searches(places, PATIENCE));
    }

    /** Asks nobody yet. */
    static Sources open(SourceSettings settings, UnifiedJedis redis) {
        return new Sources(settings, redis, new RedisClock(redis, () -> Duration.ZERO));
    }

    /** What is to be said of the sources, by whichever process asks them. */
    static Supplier<List<String>> news(UnifiedJedis redis, InstantSource clock) {
        return new SourceNews(new HarvestStore(redis), new SourceStateStore(redis), clock);
    }

    private static String userAgent(SourceSettings settings) {
        return "Lectern/" + Main.VERSION
                + settings.contact().map(contact -> " (+" + contact + ")").orElse("");
    }

    private Arxiv arxiv(URI api, URI announcements) {
        Site site = sites.site(Arxiv.rules(api, announcements));
        return new Arxiv(site, api, announcements);
    }

    private Harvest harvest(SourceSettings settings, UnifiedJedis redis, Clock clock) {
        HarvestStore store = new HarvestStore(redis);
        SourceStateStore states = new SourceStateStore(redis);
        FollowedListsStore followed = new FollowedListsStore(redis);
        PaperStore papers = new PaperStore(redis);
        List<ListSource> lists = new ArrayList<>();
        dailyPapers.ifPresent(api -> lists.addAll(List.of(new DailyLists(api, store), new TrendingList(api))));
        dailyPapers.ifPresent(api -> lists.add(new FollowedLists(
                SUBMITTERS,
                PaperList::isSubmitter,
                followed,
                list -> DailyPapersApi.NAME,
                (list, today) -> api.submittedBy(list.name()))));
        arxiv.filter(known -> settings.arxivFeeds().isPresent())
                .ifPresent(known -> lists.add(new ArxivLists(known, followed, store, papers)));
        feeds.ifPresent(known -> lists.add(new FollowedLists(
                FEEDS, PaperList::isFeed, followed, list -> host(list.name()), (list, today) -> entries(known, list))));
        scholar.ifPresent(known ->
                lists.addAll(List.of(new Citations(known, papers), new RecommendedLists(known, followed, papers))));
        return new Harvest(lists, store, states, papers, clock);
    }

    private static Listed entries(Feeds feeds, PaperList list) throws SourceTrouble {
        Reading reading = feeds.read(list.name()).reading();
        reading.skipped()
                .forEach(row -> log.warn("{}: row {} is left out: {}", host(list.name()), row.row(), row.why()));
        return new Listed(
                reading.papers(),
                reading.problem().map(why -> host(list.name()) + " has a feed that cannot be read to its end: " + why));
    }

    private static String host(String address) {
        try {
            return Optional.ofNullable(URI.create(address).getHost()).orElse(address);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** Begins to bring in the lists that somebody follows; Daily Papers always. */
    void startHarvest() {
        forgetWhatIsOff();
        harvest.start();
    }

    /** What was due, or in trouble, while it was on, is nobody's any more. */
    private void forgetWhatIsOff() {
        if (dailyPapers.isEmpty()) {
            forget(DailyLists.LANE, DailyPapersApi.NAME);
            forget(TrendingList.LANE, DailyPapersApi.NAME);
            forget(SUBMITTERS, DailyPapersApi.NAME);
        }
        if (arxiv.isEmpty()) {
            forget(ArxivLists.LANE, Arxiv.NAME);
        }
        if (scholar.isEmpty()) {
            forget(Citations.LANE, SemanticScholar.NAME);
            forget(RecommendedLists.LANE, SemanticScholar.NAME);
        }
    }

    private void forget(String lane, String asked) {
        new HarvestStore(redis).forget(lane);
        new SourceStateStore(redis).forget(List.of(asked));
    }

    /** Who of them is asked while people wait. */
    Outside outside() {
        return new Outside(lookups.map(known -> known::find), searches, web);
    }

    /** Who tells of single papers, whoever is believed first standing first. */
    private List<Lookup> single(SourceSettings settings) {
        return Stream.<Optional<? extends Lookup>>of(
                        arxiv,
                        dailyPapers,
                        settings.crossref().map(api -> new Crossref(sites.site(SiteRules.of(Crossref.NAME, api)), api)),
                        scholar.map(Lookups::unlessArxiv),
                        settings.openReview()
                                .map(api -> new OpenReview(sites.site(OpenReview.rules(List.of(api))), List.of(api))))
                .flatMap(Optional::stream)
                .<Lookup>map(lookup -> lookup)
                .toList();
    }

    @Override
    public void close() {
        lookups.ifPresent(Lookups::close);
        searches.ifPresent(Searches::close);
        harvest.stop();
        sites.close();
        harvest.close();
    }
}
