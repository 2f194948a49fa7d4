package dev.lectern.app;

import dev.lectern.redis.Json;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** What people of the sample's group do, as Slack sends it: signed, to one Lectern's door or another's. Any thread. */
final class SlackRequests {
    private final List<Door> doors;
    private final InstantSource clock;
    private final String responseUrl;
    private final AtomicInteger asked = new AtomicInteger();

    SlackRequests(List<Door> doors, InstantSource clock, String responseUrl) {
        this.doors = doors;
        this.clock = clock;
        this.responseUrl = responseUrl;
    }

    /** A group with these members; the first of them sets it up. */
    void setUp(List<String> members) {
        Map<String, Object> values = new HashMap<>();
        values.put("members", answer("selected_users", members));
        values.put("topics", answer("value", "agents, evaluation, efficient inference"));
        values.put("digest_days", answer("selected_options", List.of(Map.of("value", "MONDAY"))));
        values.put("digest_time", answer("selected_time", "09:00"));
        values.put("meeting_day", answer("selected_option", Map.of("value", "THURSDAY")));
        values.put("meeting_time", answer("selected_time", "15:00"));
        values.put("rhythm", answer("selected_option", Map.of("value", "WEEKLY")));
        values.put("voting_window", answer("selected_option", Map.of("value", "2 days")));
        values.put("zone", answer("value", "UTC"));
        Map<String, Object> view = Map.of(
                "id", "V0BENCH",
                "type", "modal",
                "hash", "1.1",
                "callback_id", "group.setup/1",
                "private_metadata", Sample.group() + " reading-group",
                "state", Map.of("values", values));
        knock(0, payload("view_submission", members.get(0), Map.of("view", view)));
    }

    private static Map<String, Object> answer(String kind, Object value) {
        return Map.of("answer", Map.of(kind, value));
    }

    String command(String user, String text) {
        return knock(
                0,
                Map.of(
                        "command", "/papers",
                        "team_id", Sample.TEAM,
                        "channel_id", Sample.group().channel().value(),
                        "channel_name", "reading-group",
                        "user_id", user,
                        "text", text,
                        "trigger_id", trigger(),
                        "response_url", responseUrl));
    }

    void click(String user, String action, String value, String channel) {
        knock(0, clicked(user, action, value, channel));
    }

    /** One click, to be sent as often as Slack would. */
    Map<String, String> clicked(String user, String action, String value, String channel) {
        return payload(
                "block_actions",
                user,
                Map.of(
                        "channel", Map.of("id", channel, "name", "somewhere"),
                        "response_url", responseUrl + "/" + user,
                        "actions",
                                List.of(Map.of(
                                        "type", "button", "action_id", action, "value", value, "action_ts", trigger()))));
    }

    private Map<String, String> payload(String type, String user, Map<String, Object> more) {
        Map<String, Object> payload = new HashMap<>(more);
        payload.put("type", type);
        payload.put("team", Map.of("id", Sample.TEAM));
        payload.put("user", Map.of("id", user, "team_id", Sample.TEAM));
        payload.put("api_app_id", "A0BENCH");
        payload.put("trigger_id", trigger());
        return Map.of("payload", Json.write(payload));
    }

    private String trigger() {
        return asked.incrementAndGet() + ".2.3";
    }

    /** @param door by which of the doors */
    String knock(int door, Map<String, String> fields) {
        HttpResponse<String> answer = doors.get(door).send(Door.Knock.signed(Door.form(fields), clock.instant()));
        if (answer.statusCode() != 200 || answer.body().contains("errors")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }
}
