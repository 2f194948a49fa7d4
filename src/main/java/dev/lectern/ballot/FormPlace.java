package dev.lectern.ballot;

import dev.lectern.group.GroupId;

/** What a form comes back with to know what it is about: a group and, in it, a ballot or a meeting. */
record FormPlace(GroupId group, String about) {
    String write() {
        return group + " " + about;
    }

    static FormPlace read(String metadata) {
        String[] parts = metadata.split(" ", 2);
        return new FormPlace(GroupId.parse(parts[0]), parts.length < 2 ? "" : parts[1]);
    }
}
