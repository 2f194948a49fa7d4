package dev.lectern.sandbox.workspace;

import java.time.Instant;
import java.time.ZoneId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A member of the workspace, or the app's bot user.
 *
 * @param locale what they read Slack in, such as {@code de-DE}
 */
public record Person(
        String id, String name, String realName, ZoneId zone, String color, Rank rank, String locale, boolean deleted) {
    static final String LOCALE = "en-US";

    static Person human(String id, String name, String realName, String zone, String color) {
        return new Person(id, name, realName, ZoneId.of(zone), color, Rank.MEMBER, LOCALE, false);
    }

    /** Whose account was deactivated. */
    Person deactivated() {
        return new Person(id, name, realName, zone, color, rank, locale, true);
    }

    Person withRank(Rank other) {
        return new Person(id, name, realName, zone, color, other, locale, deleted);
    }

    Person withLocale(String other) {
        return new Person(id, name, realName, zone, color, rank, other, deleted);
    }

    /** Slack's user object, without the locale. */
    public ObjectNode toSlack(String team, Instant now) {
        ObjectNode user = JsonNodeFactory.instance.objectNode();
        user.put("id", id).put("team_id", team).put("name", name).put("deleted", deleted);
        user.put("color", color).put("real_name", realName).put("tz", zone.getId());
        user.put("tz_label", zone.getId());
        user.put("tz_offset", zone.getRules().getOffset(now).getTotalSeconds());
        user.putObject("profile")
                .put("real_name", realName)
                .put("display_name", name)
                .put("real_name_normalized", realName)
                .put("display_name_normalized", name)
                .put("team", team);
        rank.describe(user);
        user.put("is_bot", rank == Rank.APP).put("is_app_user", false);
        return user.put("updated", 1_700_000_000);
    }
}
