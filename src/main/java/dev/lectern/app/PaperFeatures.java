package dev.lectern.app;

import dev.lectern.digest.DigestFeature;
import dev.lectern.digest.DigestStore;
import dev.lectern.digest.PaperFeature;
import dev.lectern.discover.ElsewhereFeature;
import dev.lectern.discover.ElsewhereStore;
import dev.lectern.discover.LinksFeature;
import dev.lectern.discover.SearchFeature;
import dev.lectern.discover.SharedPapersStore;
import dev.lectern.discover.ShelvesFeature;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.remember.KinMessages;
import dev.lectern.remember.KinReader;
import dev.lectern.remember.RecallPlanner;
import dev.lectern.saved.SavedFeature;
import dev.lectern.saved.SavedPapers;
import dev.lectern.saved.SavedStore;
import dev.lectern.slack.Feature;
import dev.lectern.taste.DismissalStore;
import dev.lectern.taste.Signals;
import dev.lectern.taste.TasteFeature;
import dev.lectern.taste.Tastes;
import dev.lectern.taste.TopicVectors;
import java.util.List;
import java.util.stream.Stream;

/** How papers come to people, and people to papers. */
final class PaperFeatures {
    private final CommonGround common;
    private final Stores stores;
    private final KinMessages kin;
    private final DismissalStore dismissals;
    private final Signals signals;
    private final Tastes tastes;
    private final DigestFeature digest;

    PaperFeatures(CommonGround common) {
        this.common = common;
        this.stores = common.stores;
        this.kin = new KinMessages(new KinReader(
                stores.groups, stores.meetings, stores.discussions, stores.papers, common.papers.vectors()));
        this.dismissals = new DismissalStore(common.redis);
        this.signals = new Signals(stores.backlogs, stores.ballots, stores.meetings, dismissals);
        this.tastes = new Tastes(
                stores.groups,
                signals,
                stores.papers,
                common.papers.vectors(),
                new TopicVectors(common.papers.embedder()));
        this.digest = digest();
    }

    private DigestFeature digest() {
        return new DigestFeature(
                stores.groups,
                new DigestStore(common.redis),
                stores.personalDigests,
                stores.papers,
                common.standings,
                new DigestFeature.Choice(tastes, signals, dismissals, common.papers.vectors(), common::follow),
                new DigestFeature.Memory(kin, new RecallPlanner(stores.recalls)),
                common.changes);
    }

    List<Feature> all() {
        return Stream.concat(
                        finding().stream(),
                        Stream.of(digest, new TasteFeature(stores.groups, tastes, stores.papers, common.clock)))
                .toList();
    }

    private List<Feature> finding() {
        PaperSearch search = common.papers.search();
        SavedPapers saved = new SavedPapers(new SavedStore(common.redis), stores.papers);
        PaperFeature paper = new PaperFeature(stores.papers, search, common.standings, kin, saved, common.clock);
        return List.of(
                new SearchFeature(
                        stores.groups,
                        stores.meetings,
                        stores.papers,
                        common.standings,
                        search,
                        common.outside.searches().map(sites -> sites::names),
                        common.clock),
                new ElsewhereFeature(
                        stores.groups,
                        stores.papers,
                        common.standings,
                        common.outside.searches(),
                        new ElsewhereStore(common.redis),
                        common.changes),
                new ShelvesFeature(stores.groups, stores.papers, common.standings, common.clock),
                new LinksFeature(
                        stores.groups,
                        stores.papers,
                        common.standings,
                        common.outside.lookUp(),
                        new SharedPapersStore(common.redis),
                        common.changes),
                paper,
                new SavedFeature(stores.groups, stores.papers, saved, common.standings, paper::whole, common.clock));
    }

    DigestFeature digests() {
        return digest;
    }
}
