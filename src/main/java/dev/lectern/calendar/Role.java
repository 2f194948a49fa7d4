package dev.lectern.calendar;

import dev.lectern.group.UserId;
import dev.lectern.meeting.part.Handed;
import dev.lectern.meeting.part.Part;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A part of a meeting and who has it, in the order in which they got it. */
record Role(Part part, List<Holder> holders) {

    Role {
        holders = List.copyOf(holders);
    }

    /** @param name raw text; empty where nobody could say it */
    record Holder(UserId user, Optional<String> name) {}

    /** Without names. */
    static List<Role> all(Handed handed) {
        return handed.byPart().entrySet().stream()
                .map(one -> new Role(
                        one.getKey(),
                        one.getValue().stream()
                                .map(user -> new Holder(user, Optional.empty()))
                                .toList()))
                .toList();
    }

    Role named(Function<UserId, Optional<String>> names) {
        return new Role(
                part,
                holders.stream()
                        .map(holder -> new Holder(holder.user(), names.apply(holder.user())))
                        .toList());
    }

    boolean isHeldBy(UserId member) {
        return holders.stream().anyMatch(holder -> holder.user().equals(member));
    }

    /** Who has which part, by its id: all that matters of it. */
    static Map<String, List<UserId>> users(List<Role> roles) {
        Map<String, List<UserId>> users = new LinkedHashMap<>();
        roles.forEach(role -> users.put(
                role.part().id(), role.holders().stream().map(Holder::user).toList()));
        return users;
    }
}
