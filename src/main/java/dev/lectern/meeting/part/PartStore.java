package dev.lectern.meeting.part;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** What a group's parts are, and who has which at each meeting, in Redis. Any thread, any process. */
public final class PartStore {
    private static final String RULES = "parts:rules";
    private static final String HANDED = "parts";
    private static final String NOMINATORS = "parts:nominators";

    private final UnifiedJedis redis;

    public PartStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    /** What the group chose to have at its meetings. */
    public PartRules rules(GroupId group) {
        return Optional.ofNullable(redis.get(new GroupKeys(group).of(RULES)))
                .map(json -> Stored.read(json, PartRules.class))
                .orElse(PartRules.NONE);
    }

    void save(Change change, PartRules rules) {
        change.set(RULES, rules);
    }

    /** Who has which part at a meeting; nothing where none was handed out. */
    public Handed of(GroupId group, MeetingId meeting) {
        return find(group, meeting).orElse(Handed.NOTHING);
    }

    Optional<Handed> find(GroupId group, MeetingId meeting) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(HANDED), meeting.value()))
                .map(json -> Stored.read(json, Handed.class));
    }

    /** Of every meeting for which parts were handed out, the earliest first. */
    public Map<MeetingId, Handed> all(GroupId group) {
        Map<MeetingId, Handed> all = new TreeMap<>();
        redis.hgetAll(new GroupKeys(group).of(HANDED))
                .forEach((meeting, json) -> all.put(MeetingId.parse(meeting), Stored.read(json, Handed.class)));
        return all;
    }

    /** Who presents at each meeting besides its presenter. */
    public Map<MeetingId, List<UserId>> alsoPresenting(GroupId group) {
        Map<MeetingId, List<UserId>> presenting = new HashMap<>();
        all(group).forEach((meeting, handed) -> presenting.put(meeting, handed.alsoPresenting()));
        return presenting;
    }

    /** Whether two present a meeting's paper, one half each: as it was handed out, or will be by the group's rules. */
    public boolean inHalves(GroupId group, Meeting meeting) {
        return meeting.papers().size() < 2
                && find(group, meeting.id())
                        .filter(handed -> !handed.given().isEmpty())
                        .map(handed -> !handed.alsoPresenting().isEmpty())
                        .orElseGet(() -> rules(group).presenters() > 1);
    }

    void save(Change change, MeetingId meeting, Handed handed) {
        change.put(HANDED, meeting.value(), handed);
    }

    /** Who nominated what a meeting reads, by paper. */
    record Nominators(Map<PaperId, UserId> byPaper) {}

    /** Who nominated what a meeting reads, by paper, as far as it is known. */
    public Map<PaperId, UserId> nominators(GroupId group, MeetingId meeting) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(NOMINATORS), meeting.value()))
                .map(json -> Stored.read(json, Nominators.class).byPaper())
                .orElse(Map.of());
    }

    public void nominated(Change change, MeetingId meeting, Map<PaperId, UserId> byPaper) {
        change.put(NOMINATORS, meeting.value(), new Nominators(byPaper));
    }
}
