package dev.lectern.sandbox.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What somebody's account may do in the workspace, as Slack's user object tells it. */
public enum Rank {
    MEMBER,
    ADMIN,
    OWNER,
    /** Multi-channel guest. */
    GUEST,
    SINGLE_CHANNEL_GUEST,
    /** Of another workspace, by Slack Connect. */
    STRANGER,
    /** Another app's bot user. */
    APP;

    private static final String ELSEWHERE = "T0ELSEWHERE";

    /** By its name in lower case. */
    public static Optional<Rank> of(String name) {
        return Arrays.stream(values())
                .filter(rank -> rank.toString().equals(name))
                .findFirst();
    }

    void describe(ObjectNode user) {
        user.put("is_admin", this == ADMIN || this == OWNER).put("is_owner", this == OWNER);
        user.put("is_restricted", this == GUEST || this == SINGLE_CHANNEL_GUEST);
        user.put("is_ultra_restricted", this == SINGLE_CHANNEL_GUEST);
        if (this == STRANGER) {
            user.put("is_stranger", true).put("team_id", ELSEWHERE);
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
