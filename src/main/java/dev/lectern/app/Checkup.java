package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.redis.Json;
import dev.lectern.redis.RedisFinding;
import dev.lectern.slack.Refusal;
import dev.lectern.work.Parked;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the doctor found, for a person and for a program.
 *
 * @param redis what is not well with Redis itself
 * @param groups how many groups there ever was work for
 * @param late by how much the longest waiting work is late; zero where none is
 * @param leftLying whether work that is to be done at once was taken by nobody while the doctor looked
 * @param sources what is to be said of where papers come from: that one is down is not Lectern's to mend
 * @param troubled the groups that cannot even be looked at, and why
 * @param parked what was put aside and still is
 * @param released how much was released just now
 * @param dropped how much was given up just now
 * @param slack the settings for Slack, and what the workspaces granted
 */
record Checkup(
        List<RedisFinding> redis,
        long groups,
        Duration late,
        boolean leftLying,
        List<String> sources,
        Map<GroupId, String> troubled,
        List<PutAside> parked,
        int released,
        int dropped,
        SlackCheckup slack) {
    /** Work that is due is looked at within seconds, and within half a minute where a process died. */
    private static final Duration TOLERABLE = Duration.ofMinutes(1);

    Checkup(
            List<RedisFinding> redis,
            long groups,
            Duration late,
            boolean leftLying,
            List<String> sources,
            Map<GroupId, String> troubled,
            List<PutAside> parked,
            int released,
            int dropped) {
        this(redis, groups, late, leftLying, sources, troubled, parked, released, dropped, SlackCheckup.none());
    }

    Checkup with(SlackCheckup other) {
        return new Checkup(redis, groups, late, leftLying, sources, troubled, parked, released, dropped, other);
    }

    /** One group's parked work. */
    record PutAside(GroupId group, Parked work) {
        /** By this {@code --release} and {@code --drop} know it. */
        String name() {
            return group + "/" + work.key();
        }

        String advice() {
            if (!work.canBeReleased()) {
                return "it cannot be read: give it up with --drop " + name();
            }
            return Refusal.read(work.reason())
                    .map(refusal -> "Slack says that " + refusal.meaning() + ": " + refusal.wayOut())
                    .orElse("mend the reason, then --release " + group + "; or --drop " + name());
        }
    }

    private boolean isLate() {
        return late.compareTo(TOLERABLE) > 0;
    }

    boolean allIsWell() {
        return slack.allIsWell()
                && redis.isEmpty()
                && !isLate()
                && !leftLying
                && troubled.isEmpty()
                && parked.isEmpty();
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (released > 0) {
            lines.add("Released: " + released + ". A running Lectern tries again now.");
        }
        if (dropped > 0) {
            lines.add("Given up: " + dropped + ".");
        }
        lines.add("Redis:    " + (redis.isEmpty() ? "well" : redis.size() + " to see to"));
        redis.forEach(finding ->
                lines.add("  " + (finding.refuses() ? "must be mended: " : "warning: ") + oneLine(finding.sentence())));
        lines.addAll(slack.lines());
        lines.add("Groups:   " + groups);
        lines.add("Late:     " + lateness());
        lines.add("Sources:  " + (sources.isEmpty() ? "nothing to say" : sources.size() + " down or late"));
        sources.forEach(sentence -> lines.add("  " + oneLine(sentence)));
        lines.add("Troubled: " + troubled.size());
        new TreeMap<>(troubled)
                .forEach((group, why) -> lines.add("  " + group + " cannot be looked at (" + oneLine(why)
                        + "): mend what stands there; it is tried every minute"));
        lines.add("Parked:   " + parked.size());
        parked.forEach(one -> {
            lines.add(
                    "  " + oneLine(one.name()) + "  since " + since(one.work()).orElse("an unknown time"));
            lines.add("    why: " + oneLine(one.work().reason()));
            lines.add("    do:  " + oneLine(one.advice()));
        });
        lines.add(allIsWell() ? "All is well." : "Something needs attention.");
        return lines;
    }

    private String lateness() {
        if (leftLying) {
            return "work lies there that nobody takes: is a Lectern running on this Redis?";
        }
        if (late.isZero()) {
            return "nothing";
        }
        String howLong = "the longest waiting work, by " + late.toSeconds() + " s";
        return isLate() ? howLong + ": is a Lectern running on this Redis?" : howLong;
    }

    private static Optional<String> since(Parked work) {
        return Optional.of(work.since())
                .filter(since -> since.toEpochMilli() > 0)
                .map(Object::toString);
    }

    /** What stands in Redis must not forge a line of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }

    String json() {
        ObjectNode root = Json.MAPPER.createObjectNode().put("ok", allIsWell());
        ArrayNode findings = root.putArray("redis");
        redis.forEach(finding -> findings.addObject()
                .put("severity", finding.refuses() ? "refuses" : "warns")
                .put("sentence", finding.sentence()));
        root.put("groups", groups).put("lateSeconds", late.toSeconds()).put("leftLying", leftLying);
        ArrayNode news = root.putArray("sources");
        sources.forEach(news::add);
        ArrayNode troubles = root.putArray("troubled");
        new TreeMap<>(troubled)
                .forEach((group, why) ->
                        troubles.addObject().put("group", group.toString()).put("reason", why));
        ArrayNode works = root.putArray("parked");
        parked.forEach(one -> works.addObject()
                .put("name", one.name())
                .put("group", one.group().toString())
                .put("kind", one.work().kind().word())
                .put("id", one.work().id())
                .put("reason", one.work().reason())
                .put("since", since(one.work()).orElse(null))
                .put("advice", one.advice()));
        root.put("released", released).put("dropped", dropped);
        slack.write(root.putObject("slack"));
        return Json.write(root);
    }
}
