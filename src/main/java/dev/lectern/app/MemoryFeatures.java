package dev.lectern.app;

import dev.lectern.remember.ArchiveFeature;
import dev.lectern.remember.ArchiveReader;
import dev.lectern.remember.LifeReader;
import dev.lectern.remember.RecallFeature;
import dev.lectern.remember.StatisticsFeature;
import dev.lectern.slack.Feature;
import java.util.List;

/** What the group read, and how it lives. */
final class MemoryFeatures {
    private final CommonGround common;
    private final Stores stores;
    private final ArchiveReader archives;
    private final RecallFeature recall;

    MemoryFeatures(CommonGround common) {
        this.common = common;
        this.stores = common.stores;
        this.archives = new ArchiveReader(stores.meetings, stores.discussions, stores.ballots, stores.backlogs);
        this.recall = new RecallFeature(
                stores.groups,
                stores.meetings,
                archives,
                stores.papers,
                stores.recalls,
                stores.log,
                common.changes,
                common.people::nameOf);
    }

    List<Feature> all() {
        LifeReader life = new LifeReader(
                stores.groups, stores.meetings, stores.discussions, stores.ballots, archives, stores.absences::away);
        return List.of(
                new ArchiveFeature(stores.groups, archives, stores.papers, common.changes, common.people::nameOf),
                new StatisticsFeature(
                        stores.groups, life, stores.papers, common.changes, common.people::nameOf, common.clock),
                recall);
    }

    RecallFeature recalling() {
        return recall;
    }
}
