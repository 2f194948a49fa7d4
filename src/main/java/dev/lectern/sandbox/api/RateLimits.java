package dev.lectern.sandbox.api;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** One bucket of calls a method, or a method and channel. Any thread may use it. */
final class RateLimits {
    private record Bucket(double calls, Instant at) {}

    private final Map<String, Bucket> buckets = new HashMap<>();

    /** Takes one call; empty when there was one to take, else the seconds until there will be. */
    synchronized OptionalInt take(String name, Pace pace, Instant now) {
        double perSecond = pace.perMinute() / 60.0;
        double calls = refilled(buckets.getOrDefault(name, new Bucket(pace.burst(), now)), pace, perSecond, now);
        boolean allowed = calls >= 1;
        buckets.put(name, new Bucket(allowed ? calls - 1 : calls, now));
        return allowed ? OptionalInt.empty() : OptionalInt.of((int) Math.ceil((1 - calls) / perSecond));
    }

    private static double refilled(Bucket bucket, Pace pace, double perSecond, Instant now) {
        double seconds = Duration.between(bucket.at(), now).toMillis() / 1000.0;
        return Math.min(pace.burst(), bucket.calls() + seconds * perSecond);
    }
}
