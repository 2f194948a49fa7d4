package dev.lectern.app;

import dev.lectern.ballot.BacklogFeature;
import dev.lectern.ballot.BallotFeature;
import dev.lectern.ballot.BringStore;
import dev.lectern.ballot.LifeFeature;
import dev.lectern.ballot.NominateFeature;
import dev.lectern.ballot.Nomination;
import dev.lectern.ballot.NominationSteps;
import dev.lectern.ballot.RecordFeature;
import dev.lectern.ballot.VotingFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingPaperSteps;
import dev.lectern.paper.PaperId;
import dev.lectern.slack.Feature;
import java.util.List;
import java.util.Optional;

/** From a nomination to what is read. */
final class VotingFeatures {
    private final CommonGround common;
    private final Stores stores;
    private final RecordFeature record;

    VotingFeatures(CommonGround common) {
        this.common = common;
        this.stores = common.stores;
        this.record =
                new RecordFeature(stores.groups, stores.ballots, stores.papers, common.changes, common.people::nameOf);
    }

    List<Feature> all() {
        return List.of(
                new BacklogFeature(
                        stores.groups,
                        stores.backlogs,
                        stores.ballots,
                        common.standings,
                        stores.papers,
                        common.changes,
                        common.clock),
                nominating(),
                new BallotFeature(stores.groups, stores.meetings, stores.ballots, stores.papers, common.people::nameOf),
                life(),
                new VotingFeature(stores.groups, stores.ballots, stores.papers, common.clock),
                record);
    }

    private Feature nominating() {
        return new NominateFeature(
                stores.groups,
                stores.papers,
                common.papers.search(),
                new NominationSteps(
                        stores.groups, stores.meetings, stores.backlogs, stores.ballots, stores.papers, common.changes),
                new BringStore(common.redis),
                common.outside.lookUp(),
                common.changes,
                common.clock);
    }

    private Feature life() {
        return new LifeFeature(
                stores.groups,
                stores.meetings,
                new MeetingPaperSteps(stores.meetings, stores.parts, this::nominator, common.told::redraw),
                stores.backlogs,
                stores.ballots,
                stores.papers,
                common.changes,
                stores.votingRules,
                stores.log,
                record::history,
                common.people::nameOf,
                new Unguessable(),
                common.clock);
    }

    private Optional<UserId> nominator(GroupId group, PaperId paper) {
        return stores.backlogs.find(group).find(paper).map(Nomination::by);
    }
}
