package dev.lectern.meeting.when;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.Freq;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.Part;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/** Dates that recur by a rule of RFC 5545, section 3.3.10, of whole days. */
final class Recurrence {
    private static final Set<Freq> WHOLE_DAYS = EnumSet.of(Freq.DAILY, Freq.WEEKLY, Freq.MONTHLY, Freq.YEARLY);
    /** The calendar repeats after 400 years; no rule that meets at all waits as long as a tenth of that. */
    private static final int LONGEST_WAIT_YEARS = 40;

    private final RecurrenceRule rule;

    private Recurrence(RecurrenceRule rule) {
        this.rule = rule;
    }

    /** @throws IllegalArgumentException for what is no rule, or has times of day in it */
    static Recurrence of(String rrule) {
        try {
            RecurrenceRule rule = new RecurrenceRule(rrule, RfcMode.RFC5545_STRICT);
            if (!WHOLE_DAYS.contains(rule.getFreq()) || hasTimes(rule) || endsInTheDay(rule)) {
                throw new IllegalArgumentException("not a rule of whole days: " + rrule);
            }
            return new Recurrence(rule);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException("not a rule: " + rrule, e);
        }
    }

    /** Not a constant: the library's parts can't be named before a rule was made. */
    private static boolean hasTimes(RecurrenceRule rule) {
        return Stream.of(Part.BYHOUR, Part.BYMINUTE, Part.BYSECOND, Part.RSCALE, Part.SKIP)
                .anyMatch(rule::hasPart);
    }

    private static boolean endsInTheDay(RecurrenceRule rule) {
        return rule.getUntil() != null && !rule.getUntil().isAllDay();
    }

    RecurrenceRule rule() {
        return rule;
    }

    /** Whether it meets at all, at whatever date it begins. */
    boolean everMeets() {
        return firstFrom(LocalDate.of(2000, 1, 1)).isPresent();
    }

    /** The first date on or after this one, whatever the interval; empty where there is none, ever. */
    Optional<LocalDate> firstFrom(LocalDate anchor) {
        Recurrence each = of(rule.toString());
        each.rule.setInterval(1);
        return each.dates(anchor, anchor)
                .findFirst()
                .filter(date -> date.isBefore(anchor.plusYears(LONGEST_WAIT_YEARS)));
    }

    /** @param first intervals are counted from this date */
    Stream<LocalDate> dates(LocalDate first, LocalDate from) {
        return begun(first, from).stream().flatMap(Recurrence::stream);
    }

    /** Empty for a rule that never meets: the library says so by an exception. */
    private Optional<RecurrenceRuleIterator> begun(LocalDate first, LocalDate from) {
        try {
            RecurrenceRuleIterator dates = rule.iterator(allDay(first));
            if (from.isAfter(first)) {
                dates.fastForward(allDay(from));
            }
            return Optional.of(dates);
        } catch (IllegalArgumentException | IllegalStateException never) {
            return Optional.empty();
        }
    }

    private static Stream<LocalDate> stream(RecurrenceRuleIterator dates) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(new Dates(dates), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    private record Dates(RecurrenceRuleIterator inner) implements Iterator<LocalDate> {
        @Override
        public boolean hasNext() {
            return inner.hasNext();
        }

        @Override
        public LocalDate next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            DateTime date = inner.nextDateTime();
            return LocalDate.of(date.getYear(), date.getMonth() + 1, date.getDayOfMonth());
        }
    }

    private static DateTime allDay(LocalDate date) {
        return new DateTime(date.getYear(), date.getMonthValue() - 1, date.getDayOfMonth());
    }
}
