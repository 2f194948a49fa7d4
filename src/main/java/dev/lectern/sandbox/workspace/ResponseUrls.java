package dev.lectern.sandbox.workspace;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Response URLs: 5 uses in 30 minutes (docs.slack.dev/interactivity/handling-user-interaction). */
public final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;
    private static final int REMEMBERED = 10_000;

    /** Where an answer goes: the person and channel of the interaction, and the message that it came from, if any. */
    public record Place(String person, String channel, Optional<String> messageTs, Optional<String> threadTs) {}

    /** What became of a use: a place, or Slack's error. */
    public sealed interface Use {
        record Granted(Place place) implements Use {}

        record Refused(String error) implements Use {}
    }

    private record Issued(Place place, Instant at, int uses) {}

    private final Map<String, Issued> issued = new LinkedHashMap<>();

    public synchronized String issue(Place place, Instant now) {
        String token = UUID.randomUUID().toString().replace("-", "");
        issued.put(token, new Issued(place, now, 0));
        if (issued.size() > REMEMBERED) {
            issued.remove(issued.keySet().iterator().next());
        }
        return token;
    }

    public synchronized Use use(String token, Instant now) {
        Issued url = issued.get(token);
        if (url == null || now.isAfter(url.at().plus(LIFE))) {
            return new Use.Refused("expired_url");
        }
        if (url.uses() >= USES) {
            return new Use.Refused("used_url");
        }
        issued.put(token, new Issued(url.place(), url.at(), url.uses() + 1));
        return new Use.Granted(url.place());
    }
}
