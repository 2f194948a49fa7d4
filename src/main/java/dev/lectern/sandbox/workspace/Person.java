package dev.lectern.sandbox.workspace;

import java.time.Instant;
import java.time.ZoneId;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A member of the workspace, or the app's bot user. */
public record Person(String id, String name, String realName, ZoneId zone, String color, boolean bot, boolean deleted) {

    static Person human(String id, String name, String realName, String zone, String color) {
        return new Person(id, name, realName, ZoneId.of(zone), color, false, false);
    }

    /** Whose account was deactivated. */
    Person deactivated() {
        return new Person(id, name, realName, zone, color, bot, true);
    }

    /** Slack's user object. */
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
        user.put("is_admin", false).put("is_owner", false).put("is_bot", bot).put("is_app_user", false);
        return user.put("updated", 1_700_000_000);
    }
}
