package dev.lectern.meeting.hub;

import dev.lectern.group.UserId;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A calendar on the web from which a group has its holidays. Immutable.
 *
 * @param by who wrote the link
 * @param request by which they did
 * @param brought the holidays that it brought last; none before it was read
 * @param read when it was read last; empty before
 * @param failing whether it could not be read lately, and somebody was told so
 * @param answer what was read just now, to be acted on
 */
record HolidayLink(
        String url,
        UserId by,
        String request,
        Map<LocalDate, String> brought,
        Optional<Instant> read,
        boolean failing,
        Optional<Answer> answer) {
    static final int LONGEST = 1_000;

    HolidayLink {
        brought = Map.copyOf(brought);
    }

    /** What came of reading. */
    record Answer(Map<LocalDate, String> holidays, Optional<Trouble> trouble) {
        Answer {
            holidays = Map.copyOf(holidays);
        }

        static Answer of(Map<LocalDate, String> holidays) {
            return new Answer(holidays, Optional.empty());
        }

        static Answer not(Trouble trouble) {
            return new Answer(Map.of(), Optional.of(trouble));
        }
    }

    /** Why a calendar brought nothing. */
    enum Trouble {
        /** Its site is down, or too slow: that may pass. */
        SILENT,
        /** Its site has none there, or gives it to nobody; or it is nowhere on the public web. */
        REFUSED,
        /** There is something else. */
        NO_CALENDAR,
        /** With it there would be more holidays than a group can have. */
        TOO_MANY;

        boolean mayPass() {
            return this == SILENT;
        }
    }

    static HolidayLink begun(String url, UserId by, String request) {
        return new HolidayLink(url, by, request, Map.of(), Optional.empty(), false, Optional.empty());
    }

    /** The address that somebody typed, with {@code webcal:} as the https that it means; empty for what is none. */
    static Optional<String> address(String typed) {
        String url = typed.strip().replaceFirst("(?i)^webcals?://", "https://");
        try {
            URI address = URI.create(url);
            String scheme = Optional.ofNullable(address.getScheme()).orElse("").toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            return isWeb && address.getHost() != null && url.length() <= LONGEST ? Optional.of(url) : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Where it is, without what may be a secret. */
    String site() {
        return Optional.ofNullable(URI.create(url).getHost()).orElse("");
    }

    HolidayLink answered(Answer what) {
        return new HolidayLink(url, by, request, brought, read, failing, Optional.of(what));
    }

    HolidayLink bringing(Map<LocalDate, String> holidays, Instant at) {
        return new HolidayLink(url, by, request, holidays, Optional.of(at), false, Optional.empty());
    }

    HolidayLink failed() {
        return new HolidayLink(url, by, request, brought, read, true, Optional.empty());
    }

    /**
     * A group's holidays with what the calendar has now: what it no longer has goes, what is new comes. What somebody wrote
     * stays, and what somebody took out that the calendar had before does not come back.
     */
    Map<LocalDate, String> merged(Map<LocalDate, String> present, Map<LocalDate, String> now) {
        Map<LocalDate, String> merged = new TreeMap<>(present);
        brought.forEach((date, name) -> {
            if (!now.containsKey(date)) {
                merged.remove(date, name);
            }
        });
        now.forEach((date, name) -> {
            if (!brought.containsKey(date)) {
                merged.putIfAbsent(date, name);
            }
        });
        return merged;
    }
}
