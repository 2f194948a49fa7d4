package dev.lectern.group;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A reading group: a channel, what it has chosen, and who reads along.
 *
 * @param channelName without the leading {@code #}
 * @param members in the order of joining; at least one
 * @param organizer who set the group up; need not be a member
 */
public record Group(
        GroupId id,
        String channelName,
        Settings settings,
        @JsonDeserialize(as = LinkedHashSet.class) Set<UserId> members,
        UserId organizer,
        Instant createdAt) {

    public Group {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a group without members: " + id);
        }
        if (channelName.isBlank() || channelName.startsWith("#")) {
            throw new IllegalArgumentException("not a channel's name: '" + channelName + "'");
        }
    }

    public boolean isMember(UserId user) {
        return members.contains(user);
    }

    public Group withSettings(Settings changed) {
        return new Group(id, channelName, changed, members, organizer, createdAt);
    }

    /** Exactly these members: who was there keeps the place in the order of joining, the others follow as given. */
    public Group withMembers(Collection<UserId> chosen) {
        LinkedHashSet<UserId> kept = new LinkedHashSet<>(members);
        kept.retainAll(new LinkedHashSet<>(chosen));
        kept.addAll(chosen);
        return new Group(id, channelName, settings, kept, organizer, createdAt);
    }

    /** With one more member, the last in the order; the same group where the user is a member already. */
    public Group join(UserId user) {
        LinkedHashSet<UserId> more = new LinkedHashSet<>(members);
        more.add(user);
        return withMembers(more);
    }

    /** Without this member; empty where nobody would be left, because a group has at least one member. */
    public Optional<Group> leave(UserId user) {
        LinkedHashSet<UserId> fewer = new LinkedHashSet<>(members);
        fewer.remove(user);
        return fewer.isEmpty() ? Optional.empty() : Optional.of(withMembers(fewer));
    }
}
