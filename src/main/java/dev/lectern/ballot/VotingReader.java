package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads from the stores what somebody has before them who votes. Any thread. */
final class VotingReader {
    private final GroupStore groups;
    private final BallotStore ballots;
    private final PaperStore papers;
    private final InstantSource clock;

    VotingReader(GroupStore groups, BallotStore ballots, PaperStore papers, InstantSource clock) {
        this.groups = groups;
        this.ballots = ballots;
        this.papers = papers;
        this.clock = clock;
    }

    /** As of now; empty where there is no such ballot. */
    Optional<Voting> of(GroupId group, BallotId ballot, UserId member) {
        return groups.find(group).flatMap(known -> ballots.find(group, ballot).map(found -> of(known, found, member)));
    }

    private Voting of(Group group, Ballot ballot, UserId member) {
        List<Paper> offered = papers.findAll(
                ballot.candidates().stream().map(Nomination::paper).toList());
        return new Voting(group, ballot, offered, ballots.vote(group.id(), ballot, member));
    }

    /** Why the person cannot vote on it just now; empty where they can, as far as this clock tells. */
    Optional<Cast.Reason> against(Optional<Voting> voting, UserId member) {
        if (voting.isEmpty()) {
            return Optional.of(Cast.Reason.NO_SUCH_BALLOT);
        }
        Cast cast = Cast.decide(
                voting.map(Voting::ballot),
                voting.get().group(),
                voting.get().vote(),
                member,
                new Choice.TakeBack(),
                clock.instant());
        return cast instanceof Cast.Refused refused ? Optional.of(refused.reason()) : Optional.empty();
    }

    /** Under which id each paper is known now. */
    Map<PaperId, PaperId> canonical(Collection<PaperId> ids) {
        return papers.canonical(ids);
    }

    Paper paper(PaperId id) {
        return papers.get(id);
    }

    Optional<Paper> find(PaperId id) {
        return papers.find(id);
    }
}
