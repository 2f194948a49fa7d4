package dev.lectern.app;

import dev.lectern.ballot.StandingsReader;
import dev.lectern.discussion.DiscussionSteps;
import dev.lectern.discussion.HeldPart;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.TurnsReader;
import dev.lectern.paper.PaperList;
import dev.lectern.slack.People;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import java.time.Clock;
import java.util.List;
import redis.clients.jedis.UnifiedJedis;

/** What the features share: where things are kept, how they are changed, and what is read from several stores at once. */
final class CommonGround {
    final UnifiedJedis redis;
    final Clock clock;
    final PapersAtHand papers;
    final Outside outside;
    final Due due;
    final Changes changes;
    final People people;
    final Stores stores;
    final StandingsReader standings;
    final TurnsReader turns;
    /** What was told of a meeting, to be shown as it stands. */
    final DiscussionSteps told;

    CommonGround(Lectern.Ground ground, People people) {
        this.redis = ground.redis();
        this.clock = ground.clock();
        this.papers = ground.papers();
        this.outside = ground.outside();
        this.due = new Due(redis);
        this.changes = new Changes(redis, clock, due);
        this.people = people;
        this.stores = new Stores(ground, due);
        this.standings = new StandingsReader(stores.backlogs, stores.ballots, stores.meetings);
        this.turns = new TurnsReader(stores.groups, stores.meetings, stores.parts, stores.moves, stores.absences::away);
        this.told = new DiscussionSteps(
                stores.groups,
                stores.meetings,
                stores.papers,
                stores.discussions,
                stores.discussionRules,
                this::heldParts,
                changes);
    }

    private List<HeldPart> heldParts(GroupId group, MeetingId meeting) {
        return stores.parts.of(group, meeting).given().stream()
                .map(given -> new HeldPart(
                        given.part().id(),
                        given.part().name(),
                        given.members(),
                        given.part().presents(),
                        given.part().paper()))
                .toList();
    }

    /** Some group follows these lists from now on. */
    void follow(List<PaperList> lists) {
        stores.followed.follow(lists, clock.instant());
    }
}
