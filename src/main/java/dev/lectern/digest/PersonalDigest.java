package dev.lectern.digest;

import dev.lectern.group.UserId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * That a member gets digests of their own by direct message.
 *
 * @param topics the member's own, in their order; may be empty
 * @param days at least one, in the order of the week
 * @param time in the group's zone
 */
public record PersonalDigest(UserId user, List<String> topics, Set<DayOfWeek> days, LocalTime time) {
    public PersonalDigest {
        topics = List.copyOf(topics);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("a digest needs a day");
        }
        days = Collections.unmodifiableSet(EnumSet.copyOf(days));
    }
}
