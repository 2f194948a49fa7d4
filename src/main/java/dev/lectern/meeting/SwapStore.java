package dev.lectern.meeting;

import dev.lectern.group.GroupId;
import dev.lectern.work.Change;
import dev.lectern.work.GroupValues;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.UnifiedJedis;

/** Offered dates in Redis. Any thread, any process. */
public final class SwapStore {
    private final GroupValues<SwapOffer> offers;

    public SwapStore(UnifiedJedis redis) {
        this.offers = new GroupValues<>(redis, "swaps", SwapOffer.class);
    }

    Optional<SwapOffer> find(GroupId group, SwapId id) {
        return offers.find(group, id.value());
    }

    /** Every offer ever made of a meeting's date. */
    List<SwapOffer> of(GroupId group, MeetingId meeting) {
        return offers.all(group).stream()
                .filter(offer -> offer.meeting().equals(meeting))
                .toList();
    }

    void save(Change change, SwapOffer offer) {
        offers.save(change, offer.id().value(), offer);
    }
}
