package dev.lectern.group;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A reading group: a channel, what it has chosen, and who reads along.
 *
 * @param channelName without the leading {@code #}
 * @param members in the order of joining; at least one
 * @param organizer who set the group up, or came into that place: whom the group's troubles are told to; need not be a
 *     member
 * @param others who organizes besides, in the order of being named
 */
public record Group(
        GroupId id,
        String channelName,
        Settings settings,
        @JsonDeserialize(as = LinkedHashSet.class) Set<UserId> members,
        UserId organizer,
        Instant createdAt,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<UserId> others) {

    public Group {
        members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a group without members: " + id);
        }
        if (channelName.isBlank() || channelName.startsWith("#")) {
            throw new IllegalArgumentException("not a channel's name: '" + channelName + "'");
        }
        others = others.stream()
                .distinct()
                .filter(other -> !other.equals(organizer))
                .toList();
    }

    /** Organized by one alone. */
    public Group(
            GroupId id,
            String channelName,
            Settings settings,
            Set<UserId> members,
            UserId organizer,
            Instant createdAt) {
        this(id, channelName, settings, members, organizer, createdAt, List.of());
    }

    /** At least one, the first of them the one to whom the group's troubles are told. */
    public List<UserId> organizers() {
        return Stream.concat(Stream.of(organizer), others.stream()).toList();
    }

    public boolean isOrganizer(UserId user) {
        return organizer.equals(user) || others.contains(user);
    }

    /**
     * Organized by these, in this order.
     *
     * @throws IllegalArgumentException for nobody: a group has at least one organizer
     */
    public Group withOrganizers(Collection<UserId> chosen) {
        List<UserId> all = chosen.stream().distinct().toList();
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a group without organizers: " + id);
        }
        return new Group(id, channelName, settings, members, all.get(0), createdAt, all.subList(1, all.size()));
    }

    public boolean isMember(UserId user) {
        return members.contains(user);
    }

    public Group withSettings(Settings changed) {
        return new Group(id, channelName, changed, members, organizer, createdAt, others);
    }

    /** Exactly these members: who was there keeps the place in the order of joining, the others follow as given. */
    public Group withMembers(Collection<UserId> chosen) {
        LinkedHashSet<UserId> kept = new LinkedHashSet<>(members);
        kept.retainAll(new LinkedHashSet<>(chosen));
        kept.addAll(chosen);
        return new Group(id, channelName, settings, kept, organizer, createdAt, others);
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
