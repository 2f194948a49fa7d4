package dev.lectern.app;

import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.VotingRulesStore;
import dev.lectern.digest.PersonalDigestStore;
import dev.lectern.discussion.DiscussionRulesStore;
import dev.lectern.discussion.DiscussionStore;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.GroupStore;
import dev.lectern.group.MemberLanguageStore;
import dev.lectern.meeting.AbsenceStore;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.SwapStore;
import dev.lectern.meeting.part.PartStore;
import dev.lectern.meeting.rotation.MovesStore;
import dev.lectern.meeting.when.TimetableStore;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.harvest.FollowedListsStore;
import dev.lectern.remember.RecallStore;
import dev.lectern.work.Due;
import redis.clients.jedis.UnifiedJedis;

/** What is kept in Redis and read by more than one feature; what one alone reads is made where the feature is. */
final class Stores {
    final GroupStore groups;
    final GroupLogStore log;
    final MemberLanguageStore languages;
    final PaperStore papers;
    final FollowedListsStore followed;
    final PersonalDigestStore personalDigests;
    final BacklogStore backlogs;
    final BallotStore ballots;
    final VotingRulesStore votingRules;
    final MeetingStore meetings;
    final TimetableStore timetables;
    final PartStore parts;
    final AbsenceStore absences;
    final SwapStore swaps;
    final MovesStore moves;
    final DiscussionStore discussions;
    final DiscussionRulesStore discussionRules;
    final RecallStore recalls;

    Stores(Lectern.Ground ground, Due due) {
        UnifiedJedis redis = ground.redis();
        this.groups = new GroupStore(redis);
        this.log = new GroupLogStore(redis);
        this.languages = new MemberLanguageStore(redis);
        this.papers = ground.papers().papers();
        this.followed = new FollowedListsStore(redis);
        this.personalDigests = new PersonalDigestStore(redis);
        this.backlogs = new BacklogStore(redis);
        this.ballots = new BallotStore(redis, ground.clock(), ground.lead(), due);
        this.votingRules = new VotingRulesStore(redis);
        this.meetings = new MeetingStore(redis);
        this.timetables = new TimetableStore(redis);
        this.parts = new PartStore(redis);
        this.absences = new AbsenceStore(redis);
        this.swaps = new SwapStore(redis);
        this.moves = new MovesStore(redis);
        this.discussions = new DiscussionStore(redis);
        this.discussionRules = new DiscussionRulesStore(redis);
        this.recalls = new RecallStore(redis);
    }
}
