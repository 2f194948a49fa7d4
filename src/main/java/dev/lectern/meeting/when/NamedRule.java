package dev.lectern.meeting.when;

/**
 * One series of a group's meetings.
 *
 * @param id as {@link Slot#series} has it
 * @param bySettings whether the group's settings say its day, hour and rhythm: then what {@code rule} says of these is
 *     only what they said last
 * @param ownZone whether it stays in its zone when the group's changes
 */
public record NamedRule(String id, MeetingRule rule, boolean bySettings, boolean ownZone) {
    public NamedRule {
        if (!Slot.isSeries(id)) {
            throw new IllegalArgumentException("not a series: " + id);
        }
    }

    /** In the group's zone, by a rule of its own. */
    public static NamedRule of(String id, MeetingRule rule) {
        return new NamedRule(id, rule, false, false);
    }

    /** By another rule, which holds whatever the settings say from now on. */
    public NamedRule by(MeetingRule changed) {
        return new NamedRule(id, changed, false, ownZone);
    }

    /** Elsewhere, or longer or shorter, by the same rule. */
    NamedRule at(MeetingRule elsewhere) {
        return new NamedRule(id, elsewhere, bySettings, ownZone);
    }

    NamedRule resolved(MeetingRule settings) {
        if (bySettings) {
            return new NamedRule(id, settings.at(rule.place(), rule.length()), true, false);
        }
        return ownZone ? this : new NamedRule(id, rule.in(settings.zone()), false, false);
    }
}
