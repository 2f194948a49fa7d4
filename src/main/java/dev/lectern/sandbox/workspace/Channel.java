package dev.lectern.sandbox.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A channel, public or private, or the direct message channel between the bot and one person ({@code with}). */
public record Channel(
        String id,
        String name,
        String topic,
        List<String> members,
        Optional<String> with,
        boolean archived,
        boolean closed) {
    private static final long CREATED = 1_700_000_000L;

    public Channel {
        members = List.copyOf(members);
    }

    static Channel open(String id, String name, String topic, List<String> members) {
        return new Channel(id, name, topic, members, Optional.empty(), false, false);
    }

    static Channel direct(String id, String person, String bot) {
        return new Channel(id, "directmessage", "", List.of(person, bot), Optional.of(person), false, false);
    }

    public boolean isDirect() {
        return with.isPresent();
    }

    public boolean has(String member) {
        return members.contains(member);
    }

    Channel joinedBy(String member) {
        List<String> more = new ArrayList<>(members);
        more.add(member);
        return new Channel(id, name, topic, more, with, archived, closed);
    }

    Channel leftBy(String member) {
        return new Channel(
                id,
                name,
                topic,
                members.stream().filter(other -> !other.equals(member)).toList(),
                with,
                archived,
                closed);
    }

    Channel archived(boolean now) {
        return new Channel(id, name, topic, members, with, now, closed);
    }

    /** Made private, which it stays. */
    Channel madePrivate() {
        return new Channel(id, name, topic, members, with, archived, true);
    }

    /** What Slack calls its kind in the names of scopes. */
    public String kind() {
        if (isDirect()) {
            return "im";
        }
        return closed ? "groups" : "channels";
    }

    /** Slack's conversation object, as the bot sees it. */
    public ObjectNode toSlack(String bot) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode().put("id", id).put("created", CREATED);
        channel.put("is_im", isDirect()).put("is_archived", archived).put("is_org_shared", false);
        if (with.isPresent()) {
            return channel.put("user", with.get()).put("is_user_deleted", false).put("is_open", true);
        }
        channel.put("name", name).put("name_normalized", name).put("is_channel", true);
        channel.put("is_group", false)
                .put("is_mpim", false)
                .put("is_private", closed)
                .put("is_general", false);
        channel.put("is_member", has(bot)).put("num_members", members.size());
        channel.putObject("topic").put("value", topic).put("creator", "").put("last_set", 0);
        channel.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return channel;
    }

    ObjectNode toStored() {
        ObjectNode stored = JsonNodeFactory.instance.objectNode();
        stored.put("id", id).put("name", name).put("topic", topic);
        stored.put("archived", archived).put("private", closed);
        members.forEach(stored.putArray("members")::add);
        with.ifPresent(person -> stored.put("with", person));
        return stored;
    }

    static Channel fromStored(JsonNode stored) {
        return new Channel(
                stored.path("id").asString(),
                stored.path("name").asString(),
                stored.path("topic").asString(),
                stored.path("members").valueStream().map(JsonNode::asString).toList(),
                stored.path("with").asStringOpt(),
                stored.path("archived").asBoolean(false),
                stored.path("private").asBoolean(false));
    }
}
