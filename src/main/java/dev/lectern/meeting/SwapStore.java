package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupKeys;
import dev.lectern.work.Stored;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Offered dates in Redis. Any thread, any process. */
public final class SwapStore {
    private static final String SWAPS = "swaps";

    private final UnifiedJedis redis;

    public SwapStore(UnifiedJedis redis) {
        this.redis = redis;
    }

    Optional<SwapOffer> find(GroupId group, SwapId id) {
        return Optional.ofNullable(redis.hget(new GroupKeys(group).of(SWAPS), id.value()))
                .map(json -> Stored.read(json, SwapOffer.class));
    }

    /** Every offer ever made of a meeting's date. */
    List<SwapOffer> of(GroupId group, MeetingId meeting) {
        return redis.hgetAll(new GroupKeys(group).of(SWAPS)).values().stream()
                .map(json -> Stored.read(json, SwapOffer.class))
                .filter(offer -> offer.meeting().equals(meeting))
                .toList();
    }

    void save(Change change, SwapOffer offer) {
        change.put(SWAPS, offer.id().value(), offer);
    }
}
