package dev.lectern.meeting.part;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.paper.PaperId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValue;
import dev.lectern.work.GroupValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import redis.clients.jedis.UnifiedJedis;

/** What a group's parts are, and who has which at each meeting, in Redis. Any thread, any process. */
public final class PartStore {
    private final GroupValue<PartRules> rules;
    private final GroupValues<Handed> handed;
    private final GroupValues<Nominators> nominators;

    public PartStore(UnifiedJedis redis) {
        this.rules = new GroupValue<>(redis, "parts:rules", PartRules.class);
        this.handed = new GroupValues<>(redis, "parts", Handed.class);
        this.nominators = new GroupValues<>(redis, "parts:nominators", Nominators.class);
    }

    /** What the group chose to have at its meetings. */
    public PartRules rules(GroupId group) {
        return rules.find(group).orElse(PartRules.NONE);
    }

    void save(Change change, PartRules chosen) {
        rules.save(change, chosen);
    }

    /** Who has which part at a meeting; nothing where none was handed out. */
    public Handed of(GroupId group, MeetingId meeting) {
        return find(group, meeting).orElse(Handed.NOTHING);
    }

    Optional<Handed> find(GroupId group, MeetingId meeting) {
        return handed.find(group, meeting.value());
    }

    /** Of every meeting for which parts were handed out, the earliest first. */
    public Map<MeetingId, Handed> all(GroupId group) {
        Map<MeetingId, Handed> all = new TreeMap<>();
        handed.byId(group).forEach((meeting, given) -> all.put(MeetingId.parse(meeting), given));
        return all;
    }

    /** Who presents at each meeting besides its presenter. */
    public Map<MeetingId, List<UserId>> alsoPresenting(GroupId group) {
        Map<MeetingId, List<UserId>> presenting = new HashMap<>();
        all(group).forEach((meeting, given) -> presenting.put(meeting, given.alsoPresenting()));
        return presenting;
    }

    /** Whether two present a meeting's paper, one half each: as it was handed out, or will be by the group's rules. */
    public boolean inHalves(GroupId group, Meeting meeting) {
        return meeting.papers().size() < 2
                && find(group, meeting.id())
                        .filter(given -> !given.given().isEmpty())
                        .map(given -> !given.alsoPresenting().isEmpty())
                        .orElseGet(() -> rules(group).presenters() > 1);
    }

    void save(Change change, MeetingId meeting, Handed given) {
        handed.save(change, meeting.value(), given);
    }

    /** Who nominated what a meeting reads, by paper. */
    record Nominators(Map<PaperId, UserId> byPaper) {}

    /** Who nominated what a meeting reads, by paper, as far as it is known. */
    public Map<PaperId, UserId> nominators(GroupId group, MeetingId meeting) {
        return nominators.find(group, meeting.value()).map(Nominators::byPaper).orElse(Map.of());
    }

    public void nominated(Change change, MeetingId meeting, Map<PaperId, UserId> byPaper) {
        nominators.save(change, meeting.value(), new Nominators(byPaper));
    }
}
