package dev.lectern.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Parameter;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** A feed as another library than the one that wrote it reads it, by nothing but what stands in the file. */
public record ReadFeed(Calendar calendar) {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");

    static {
        // Else it asks a site about each zone.
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    }

    /** Reads and validates; a feed that is not valid fails the test. */
    public static ReadFeed of(String text) {
        try {
            Calendar calendar = new CalendarBuilder().build(new StringReader(text));
            assertThat(calendar.validate().getEntries()).as(text).isEmpty();
            return new ReadFeed(calendar);
        } catch (IOException | ParserException e) {
            throw new AssertionError("not to be read: " + text, e);
        }
    }

    public List<Read> events() {
        return calendar.<VEvent>getComponents(Component.VEVENT).stream()
                .map(event -> new Read(this, event))
                .toList();
    }

    /** The only one. */
    public Read event() {
        assertThat(events()).hasSize(1);
        return events().get(0);
    }

    public String property(String name) {
        return calendar.getProperty(name).map(Property::getValue).orElse("");
    }

    /**
     * The instant of a wall clock's time that comes once, by the definition of the zone in the file, as RFC 5545 (section
     * 3.6.5) has it: what began last holds. ical4j's own way takes the hour of a change for one of UTC.
     */
    private Instant instant(String zone, LocalDateTime local) {
        VTimeZone defined = calendar.<VTimeZone>getComponents(Component.VTIMEZONE).stream()
                .filter(some ->
                        some.getRequiredProperty(Property.TZID).getValue().equals(zone))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no definition of " + zone));
        TreeMap<Instant, ZoneOffset> onsets = new TreeMap<>();
        defined.getObservances().forEach(observance -> onsets(observance, onsets, local));
        List<Instant> instants = onsets.values().stream()
                .distinct()
                .map(local::atOffset)
                .filter(at -> onsets.floorEntry(at.toInstant()).getValue().equals(at.getOffset()))
                .map(OffsetDateTime::toInstant)
                .toList();
        assertThat(instants).as("%s in %s", local, defined).hasSize(1);
        return instants.get(0);
    }

    private static void onsets(Observance observance, TreeMap<Instant, ZoneOffset> onsets, LocalDateTime until) {
        ZoneOffset from = ((TzOffsetFrom) observance.getRequiredProperty(Property.TZOFFSETFROM)).getOffset();
        ZoneOffset to = ((TzOffsetTo) observance.getRequiredProperty(Property.TZOFFSETTO)).getOffset();
        DateTime first =
                DateTime.parse(observance.getRequiredProperty(Property.DTSTART).getValue());
        String rule =
                observance.getProperty(Property.RRULE).map(Property::getValue).orElse("FREQ=YEARLY;COUNT=1");
        RecurrenceRuleIterator each = parsed(rule).iterator(first);
        while (each.hasNext() && each.peekDateTime().getYear() <= until.getYear() + 1) {
            onsets.put(
                    LocalDateTime.parse(each.nextDateTime().toString(), LOCAL).toInstant(from), to);
        }
    }

    private static RecurrenceRule parsed(String rule) {
        try {
            return new RecurrenceRule(rule);
        } catch (InvalidRecurrenceRuleException e) {
            throw new AssertionError(e);
        }
    }

    /** A meeting as it stands in the file. */
    public record Read(ReadFeed feed, VEvent event) {
        public String value(String name) {
            return event.getProperty(name).map(Property::getValue).orElse("");
        }

        public String uid() {
            return value(Property.UID);
        }

        public int sequence() {
            return Integer.parseInt(value(Property.SEQUENCE));
        }

        public Instant start() {
            return instant(Property.DTSTART);
        }

        public Instant end() {
            return instant(Property.DTEND);
        }

        public Instant changed() {
            return OffsetDateTime.parse(
                            value(Property.LAST_MODIFIED), DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX"))
                    .toInstant();
        }

        public List<String> alarms() {
            return event.getComponentList().getAll().stream()
                    .filter(part -> part.getName().equals(Component.VALARM))
                    .map(alarm -> alarm.getRequiredProperty(Property.TRIGGER).getValue())
                    .toList();
        }

        private Instant instant(String name) {
            Property property = event.getRequiredProperty(name);
            Optional<Parameter> zone = property.getParameter(Parameter.TZID);
            LocalDateTime local = LocalDateTime.parse(property.getValue(), LOCAL);
            return feed.instant(zone.orElseThrow().getValue(), local);
        }
    }
}
