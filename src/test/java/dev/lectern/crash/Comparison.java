package dev.lectern.crash;

import dev.lectern.ballot.BacklogStore;
import dev.lectern.ballot.Ballot;
import dev.lectern.ballot.BallotId;
import dev.lectern.ballot.BallotState;
import dev.lectern.ballot.BallotStore;
import dev.lectern.ballot.Votes;
import dev.lectern.crash.Model.Belief;
import dev.lectern.crash.Model.Promise;
import dev.lectern.crash.Page.Message;
import dev.lectern.group.ChannelId;
import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Due;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;
import tools.jackson.databind.JsonNode;

/** Holds Redis and Slack, at rest, to what people were answered, and to each other. */
final class Comparison {
    private static final Duration KICK_OFF_HELPS = Duration.ofHours(1);
    /** Behind the bar of an open vote's paper, or behind the title in a closed one's list. */
    private static final Pattern TALLY =
            Pattern.compile("(?:[▰▱]+|> ·) (\\d+) (?:vote|approval)s?(?:: (.*))?$", Pattern.MULTILINE);

    private final UnifiedJedis redis;
    private final Page page;
    private final Model model;
    private final Instant now;
    private final GroupStore groups;
    private final MeetingStore meetings;
    private final BacklogStore backlogs;
    private final BallotStore ballots;
    private final Map<String, Votes> votes = new HashMap<>();
    private final Tally tally = new Tally();

    /**
     * What was found to be wrong. Since clicks turn a vote on and off, one that was not counted and one that was counted
     * twice look the same: lost is what must be there and is not, double what is there and must not be.
     */
    static final class Tally {
        final List<String> wrong = new ArrayList<>();
        long messages;
        long lostMessages;
        long doubleMessages;
        long lostVotes;
        long doubleVotes;
        long lostOthers;
        long doubleOthers;
        long heldByTwo;
    }

    private Comparison(UnifiedJedis redis, Page page, Model model, Instant now) {
        this.redis = redis;
        this.page = page;
        this.model = model;
        this.now = now;
        this.groups = new GroupStore(redis);
        this.meetings = new MeetingStore(redis);
        this.backlogs = new BacklogStore(redis);
        this.ballots = new BallotStore(redis, Clock.systemUTC(), () -> Duration.ZERO, new Due(redis));
    }

    static Tally of(UnifiedJedis redis, Page page, Model model, Instant now, List<String> people) {
        Comparison comparison = new Comparison(redis, page, model, now);
        comparison.facts();
        comparison.messages(people);
        comparison.fences();
        return comparison.tally;
    }

    static GroupId group(String channel) {
        return new GroupId(new TeamId(World.TEAM), new ChannelId(channel));
    }

    private void facts() {
        model.beliefs().forEach((fact, belief) -> {
            boolean holds = holds(fact);
            if (!belief.allows(holds)) {
                count(fact, holds);
                tally.wrong.add((holds ? "is, and must not be: " : "must be, and is not: ") + fact);
            }
            // What was open is now known.
            if (belief == Belief.EITHER) {
                model.holds(fact, holds);
            }
        });
    }

    private void count(Fact fact, boolean holds) {
        if (fact instanceof Fact.Voted) {
            tally.doubleVotes += holds ? 1 : 0;
            tally.lostVotes += holds ? 0 : 1;
        } else {
            tally.doubleOthers += holds ? 1 : 0;
            tally.lostOthers += holds ? 0 : 1;
        }
    }

    private boolean holds(Fact fact) {
        GroupId group = group(fact.channel());
        if (fact instanceof Fact.Member member) {
            return groups.find(group).orElseThrow().isMember(new UserId(member.user()));
        }
        if (fact instanceof Fact.Nominated nominated) {
            return isNominated(group, nominated);
        }
        if (fact instanceof Fact.Voted voted) {
            return votes(group, voted.ballot())
                    .of(new UserId(voted.user()))
                    .filter(vote -> vote.papers().contains(PaperId.parse(voted.paper())))
                    .isPresent();
        }
        Fact.Presents presents = (Fact.Presents) fact;
        return meetings.find(group, MeetingId.parse(presents.meeting()))
                .flatMap(Meeting::presenter)
                .filter(new UserId(presents.user())::equals)
                .isPresent();
    }

    private boolean isNominated(GroupId group, Fact.Nominated nominated) {
        PaperId paper = PaperId.parse(nominated.paper());
        return backlogs.find(group)
                        .find(paper)
                        .filter(found -> found.by().equals(new UserId(nominated.user())))
                        .isPresent()
                || meetings.all(group).stream()
                        .anyMatch(
                                meeting -> meeting.paper().filter(paper::equals).isPresent());
    }

    private Votes votes(GroupId group, String ballot) {
        return votes.computeIfAbsent(group + " " + ballot, any -> ballots.votes(group, BallotId.parse(ballot)));
    }

    private void messages(List<String> people) {
        for (String channel : World.CHANNELS) {
            List<Message> posted = page.channel(channel);
            once(channel, posted);
            Set<String> ids = posted.stream().map(Message::id).collect(Collectors.toSet());
            Set<String> wanted = wanted(channel);
            tally.messages += wanted.size();
            wanted.stream().filter(id -> !ids.contains(id)).sorted().forEach(id -> {
                tally.lostMessages++;
                tally.wrong.add("the message " + id + " is not in " + channel + "; noted as sent: "
                        + redis.hget("lectern:{" + group(channel) + "}:sent", id) + "; the bot's calls: "
                        + calls(channel, id));
            });
            ballots.all(group(channel)).forEach(ballot -> finalState(ballot, channel, posted));
        }
        people.forEach(user -> direct(user, page.direct(user)));
    }

    /** What Slack answered to each try of a message. */
    private List<String> calls(String channel, String id) {
        return page.allCalls("chat.postMessage")
                .filter(call ->
                        call.path("arguments").path("channel").asString("").equals(channel)
                                && call.path("arguments")
                                        .path("metadata")
                                        .path("event_payload")
                                        .path("id")
                                        .asString("")
                                        .equals(id))
                .map(call -> call.path("response").toString())
                .toList();
    }

    private void once(String where, List<Message> posted) {
        Set<String> seen = new HashSet<>();
        for (Message message : posted) {
            if (message.id().isEmpty()) {
                tally.wrong.add("a message without an id in " + where + ", at " + message.ts());
            } else if (!seen.add(message.id())) {
                tally.doubleMessages++;
                tally.wrong.add("the message " + message.id() + " stands in " + where + " more than once");
            }
        }
    }

    /** Everything that the group's state says must have been said. */
    private Set<String> wanted(String channel) {
        GroupId group = group(channel);
        Set<String> wanted = model.promises().stream()
                .filter(promise -> promise.channel().equals(channel))
                .map(Promise::id)
                .collect(Collectors.toCollection(TreeSet::new));
        ballots.all(group).forEach(ballot -> wanted.add("ballot/" + ballot.id()));
        redis.hkeys("lectern:{" + group + "}:digests").forEach(day -> wanted.add("digest/" + day));
        for (Meeting meeting : meetings.all(group)) {
            meeting.paper().ifPresent(paper -> wanted.add("ballot.result/" + decided(group, meeting)));
            meeting.presenter().ifPresent(who -> wanted.add("presenter/" + meeting.id() + "/" + who));
            if (!now.isBefore(meeting.start()) && now.isBefore(meeting.start().plus(KICK_OFF_HELPS))) {
                model.promised(new Promise(channel, "meeting.start/" + meeting.id()));
                wanted.add("meeting.start/" + meeting.id());
            }
        }
        return wanted;
    }

    /** The vote that chose what is read, which may be the second one for that meeting; its own id where nobody voted. */
    private String decided(GroupId group, Meeting meeting) {
        return ballots.all(group).stream()
                .filter(ballot -> ballot.meeting().equals(meeting.id()) && ballot.state() == BallotState.CLOSED)
                .map(ballot -> ballot.id().value())
                .reduce((earlier, later) -> later)
                .orElse(meeting.id().value());
    }

    /** A ballot's message shows the votes that there are. */
    private void finalState(Ballot ballot, String channel, List<Message> posted) {
        GroupId group = group(channel);
        Group known = groups.find(group).orElseThrow();
        posted.stream()
                .filter(message -> message.id().equals("ballot/" + ballot.id()))
                .findFirst()
                .ifPresent(message -> {
                    List<String> shown = shown(message);
                    List<String> there = ballot.candidates().stream()
                            .map(candidate -> voters(votes(group, ballot.id().value()), candidate.paper()))
                            .sorted()
                            .toList();
                    boolean right = switch (ballot.state()) {
                        case OPEN ->
                            shown.equals(there)
                                    && message.buttons("ballot.vote/").size()
                                            == ballot.candidates().size();
                        case CLOSED ->
                            shown.equals(there)
                                    && message.buttons("ballot.vote/").isEmpty();
                        case CANCELLED -> shown.isEmpty();
                    };
                    if (!right) {
                        tally.lostMessages++;
                        tally.wrong.add("the ballot " + ballot.id() + " in " + known.channelName() + " ("
                                + ballot.state() + ") shows " + shown + ", and there are " + there);
                    }
                });
    }

    private static List<String> shown(Message message) {
        return message.texts().stream()
                .flatMap(text -> TALLY.matcher(text).results())
                .map(found -> found.group(1) + " "
                        + new TreeSet<>(
                                found.group(2) == null
                                        ? List.of()
                                        : List.of(found.group(2).split(", "))))
                .sorted()
                .toList();
    }

    private static String voters(Votes votes, PaperId paper) {
        Set<String> names = votes.byVoter().entrySet().stream()
                .filter(vote -> vote.getValue().papers().contains(paper))
                .map(vote -> People.nameOf(vote.getKey().value()))
                .collect(Collectors.toCollection(TreeSet::new));
        return names.size() + " " + names;
    }

    /** Whoever is asked, or presents, was told so. */
    private void direct(String user, List<Message> posted) {
        once(user, posted);
        Set<String> ids = posted.stream().map(Message::id).collect(Collectors.toSet());
        for (String channel : World.CHANNELS) {
            for (Meeting meeting : meetings.all(group(channel))) {
                boolean told = meeting.asked()
                        .or(meeting::presenter)
                        .filter(new UserId(user)::equals)
                        .isPresent();
                tally.messages += told ? 1 : 0;
                if (told && !ids.contains("presenter.ask/" + meeting.id() + "/" + user)) {
                    tally.lostMessages++;
                    tally.wrong.add("nobody told " + user + " of the meeting " + meeting.id() + " in " + channel);
                }
            }
        }
    }

    /** Of two calls for one group, the later one comes from whoever held the right to send later. */
    private void fences() {
        Map<String, Long> newest = new TreeMap<>();
        for (JsonNode call : page.calls("chat.postMessage")) {
            JsonNode payload = call.path("arguments").path("metadata").path("event_payload");
            String group = payload.path("group").asString("");
            long fence = payload.path("fence").asLong(0);
            if (group.isEmpty() || fence == 0) {
                tally.wrong.add("a message without its group's lease: " + payload);
            } else if (fence < newest.getOrDefault(group, 0L)) {
                tally.heldByTwo++;
                tally.wrong.add("of " + group + ", " + payload + " came after lease " + newest.get(group));
            }
            newest.merge(group, fence, Math::max);
        }
    }
}
