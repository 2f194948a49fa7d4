package dev.lectern.calendar;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.io.TimezoneAssignment;
import biweekly.io.text.ICalWriter;
import biweekly.util.Duration;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A feed as an iCalendar file (RFC 5545). The same feed is the same text: nothing in it is of the moment of writing.
 *
 * <p>Hours are written as those of the group's zone, with that zone's definition: so a calendar shows the hour on which
 * the group agreed, and a reader abroad their own.
 */
final class FeedWriter {
    /** How often calendars are to ask; those that listen take this as a wish. */
    private static final String ASK_AGAIN = "PT1H";

    private static final String PRODUCT = "-//Lectern//Reading group//EN";

    private FeedWriter() {}

    static String write(Feed feed) {
        ICalendar calendar = new ICalendar();
        calendar.setProductId(PRODUCT);
        calendar.setMethod("PUBLISH");
        calendar.setName(OneLine.of(feed.name()));
        calendar.setExperimentalProperty("X-WR-CALNAME", OneLine.of(feed.name()));
        calendar.setExperimentalProperty("X-WR-TIMEZONE", feed.zone().getId());
        // RFC 7986: there is no usual type, so it must be named; biweekly does not.
        calendar.setRefreshInterval(Duration.parse(ASK_AGAIN)).setParameter("VALUE", "DURATION");
        calendar.setExperimentalProperty("X-PUBLISHED-TTL", ASK_AGAIN);
        Map<String, TimezoneAssignment> zones = zones(feed);
        zones.values().forEach(calendar.getTimezoneInfo().getTimezones()::add);
        feed.entries().stream()
                .sorted(Comparator.comparing(
                                (Feed.Entry entry) -> entry.given().event().start())
                        .thenComparing(Feed.Entry::group))
                .forEach(entry -> new EntryWriter(feed, entry)
                        .addTo(
                                calendar,
                                Objects.requireNonNull(zones.get(entry.zone().getId()))));
        return Folding.fold(text(calendar));
    }

    /** Of each zone in which something is, by name; a calendar must have at least one component, so never none. */
    private static Map<String, TimezoneAssignment> zones(Feed feed) {
        Map<String, TimezoneAssignment> zones = new TreeMap<>();
        List<Instant> moments = feed.entries().stream()
                .map(entry -> entry.given().event())
                .flatMap(event -> Stream.of(event.start(), event.end()))
                .sorted()
                .toList();
        Instant first = moments.isEmpty() ? Instant.EPOCH : moments.get(0);
        Instant last = moments.isEmpty() ? Instant.EPOCH : moments.get(moments.size() - 1);
        Stream.concat(Stream.of(feed.zone()), feed.entries().stream().map(Feed.Entry::zone))
                .forEach(zone -> zones.computeIfAbsent(zone.getId(), id -> assignment(zone, first, last)));
        return zones;
    }

    private static TimezoneAssignment assignment(ZoneId zone, Instant first, Instant last) {
        return new TimezoneAssignment(TimeZone.getTimeZone(zone), ZoneDefinition.of(zone, first, last));
    }

    private static String text(ICalendar calendar) {
        StringWriter text = new StringWriter();
        try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
            writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
            writer.write(calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
