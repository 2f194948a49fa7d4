package dev.lectern.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What one server tells about itself. Its settings can be kept secret (managed servers do), its INFO hardly ever; what
 * it does not tell is empty.
 *
 * @param version of the commands that it understands, such as 7.0.15
 * @param maxMemory in bytes; 0 for no limit
 * @param evictionPolicy what it does at the limit, such as noeviction
 * @param appendOnly whether it writes an append-only file
 * @param appendSync when that file is on the disk: always, everysec or no
 * @param snapshots whether it saves snapshots by itself
 * @see <a href="https://redis.io/docs/latest/commands/info/">Redis: INFO</a>
 */
record RedisFacts(
        Optional<String> version,
        boolean isReplica,
        long maxMemory,
        String evictionPolicy,
        Optional<Boolean> appendOnly,
        Optional<String> appendSync,
        Optional<Boolean> snapshots) {
    private static final Pattern VERSION = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\b.*");
    /** The first whose ZADD knows LT. */
    private static final int[] OLDEST = {6, 2};

    /**
     * @param info the answer to INFO
     * @param settings what CONFIG GET told of {@code save} and {@code appendfsync}
     */
    static RedisFacts parse(String info, Map<String, String> settings) {
        Map<String, String> fields = info.lines()
                .map(line -> line.split(":", 2))
                .filter(parts -> parts.length == 2)
                .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1].trim(), (first, second) -> first));
        return new RedisFacts(
                Optional.ofNullable(fields.get("redis_version")),
                "slave".equals(fields.get("role")),
                number(fields.getOrDefault("maxmemory", "0")),
                fields.getOrDefault("maxmemory_policy", ""),
                Optional.ofNullable(fields.get("aof_enabled")).map("1"::equals),
                Optional.ofNullable(settings.get("appendfsync")),
                Optional.ofNullable(settings.get("save")).map(save -> !save.isBlank()));
    }

    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    }

    /** @param who the server, as the sentences begin */
    List<RedisFinding> findings(String who) {
        List<RedisFinding> findings = new ArrayList<>();
        aboutVersion(who).ifPresent(findings::add);
        if (isReplica) {
            findings.add(RedisFinding.refuses(
                    who + " is a replica, and what is written to one is lost: name its" + " master, or its Sentinels"));
        }
        aboutEviction(who).ifPresent(findings::add);
        aboutTheDisk(who).ifPresent(findings::add);
        return findings;
    }

    private Optional<RedisFinding> aboutVersion(String who) {
        Optional<Matcher> numbers = version.map(VERSION::matcher).filter(Matcher::matches);
        if (numbers.isEmpty()) {
            return Optional.of(RedisFinding.warns(
                    who + " does not tell its version: Lectern needs 6.2 or newer, so see that it is"));
        }
        int major = Integer.parseInt(numbers.get().group(1));
        int minor = Integer.parseInt(numbers.get().group(2));
        return major > OLDEST[0] || (major == OLDEST[0] && minor >= OLDEST[1])
                ? Optional.empty()
                : Optional.of(RedisFinding.refuses(
                        who + " is version " + version.get() + ", too old: Lectern needs 6.2 or newer"));
    }

    private Optional<RedisFinding> aboutEviction(String who) {
        if (maxMemory == 0) {
            return Optional.empty();
        }
        String throwsAway = who + " throws away ";
        String wayOut = " when its memory is full (maxmemory-policy " + evictionPolicy + "): set noeviction";
        if (evictionPolicy.startsWith("allkeys-")) {
            return Optional.of(RedisFinding.refuses(throwsAway + "groups and votes" + wayOut));
        }
        return evictionPolicy.startsWith("volatile-")
                ? Optional.of(RedisFinding.warns(throwsAway + "what keeps two processes from the same work" + wayOut))
                : Optional.empty();
    }

    private Optional<RedisFinding> aboutTheDisk(String who) {
        if (!appendOnly.orElse(true)) {
            String lost = snapshots
                    .map(are -> are ? "what was written since its last snapshot" : "everything")
                    .orElse("everything, or what was written since its last snapshot,");
            return Optional.of(RedisFinding.warns(
                    who + " loses " + lost + " when it dies, as it keeps no append-only file: set appendonly yes"));
        }
        return appendSync
                .filter("no"::equals)
                .map(no -> RedisFinding.warns(who + " loses up to half a minute of writes when its machine dies"
                        + " (appendfsync no): set always, or everysec"));
    }
}
