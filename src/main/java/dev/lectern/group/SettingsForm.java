package dev.lectern.group;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings as a person types or picks them, nothing checked yet. Each text may be empty. Topics are separated by
 * commas or lines; days are names ({@code Thursday}, {@code thu}); a bare number as {@code votingWindow} means days;
 * {@code follows} are arXiv categories and feeds, separated by commas, spaces or lines.
 */
public record SettingsForm(
        String topics,
        List<String> digestDays,
        String digestTime,
        String zone,
        String meetingDay,
        String meetingTime,
        String rhythm,
        String votingWindow,
        String follows) {

    /** The form's inputs, to show a problem where it belongs. */
    public enum Field {
        TOPICS,
        DIGEST_DAYS,
        DIGEST_TIME,
        ZONE,
        MEETING_DAY,
        MEETING_TIME,
        RHYTHM,
        VOTING_WINDOW,
        FOLLOWS
    }

    /** What the form says, or what is wrong with it. */
    public sealed interface Parsed {}

    public record Valid(Settings settings) implements Parsed {}

    /** For each input that can't be used one sentence with the way out; at least one, in the form's order. */
    public record Invalid(Map<Field, String> problems) implements Parsed {
        public Invalid {
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("invalid without a problem");
            }
            problems = Collections.unmodifiableMap(new EnumMap<>(problems));
        }
    }

    public SettingsForm {
        digestDays = List.copyOf(digestDays);
    }

    /** The form that says these settings, to begin from when they are changed: it parses to the same settings. */
    public static SettingsForm of(Settings settings) {
        return new SettingsForm(
                String.join(", ", settings.topics()),
                settings.digestDays().stream().map(Enum::name).toList(),
                clock(settings.digestTime()),
                settings.zone().getId(),
                settings.meetingDay().name(),
                clock(settings.meetingTime()),
                settings.rhythm().name(),
                window(settings.votingWindow()),
                FollowText.write(settings.follows()));
    }

    /** Reads every input; all problems are said at once. */
    public Parsed parse() {
        Problems problems = new Problems();
        var readTopics = problems.orNote(Field.TOPICS, FormText.topics(topics));
        var readDigestDays = problems.orNote(Field.DIGEST_DAYS, FormText.days(digestDays));
        var readDigestTime = problems.orNote(Field.DIGEST_TIME, FormText.time(digestTime));
        var readZone = problems.orNote(Field.ZONE, ZoneText.zone(zone));
        var readMeetingDay = problems.orNote(Field.MEETING_DAY, FormText.day(meetingDay));
        var readMeetingTime = problems.orNote(Field.MEETING_TIME, FormText.time(meetingTime));
        var readRhythm = problems.orNote(Field.RHYTHM, FormText.rhythm(rhythm));
        var readWindow = problems.orNote(Field.VOTING_WINDOW, FormText.window(votingWindow));
        var readFollows = problems.orNote(Field.FOLLOWS, FollowText.follows(follows));
        if (!problems.found.isEmpty()) {
            return new Invalid(problems.found);
        }
        return new Valid(new Settings(
                readTopics.orElseThrow(),
                readDigestDays.orElseThrow(),
                readDigestTime.orElseThrow(),
                readZone.orElseThrow(),
                readMeetingDay.orElseThrow(),
                readMeetingTime.orElseThrow(),
                readRhythm.orElseThrow(),
                readWindow.orElseThrow(),
                readFollows.orElseThrow()));
    }

    private static String clock(LocalTime time) {
        return DateTimeFormatter.ofPattern("HH:mm").format(time);
    }

    static String window(Duration window) {
        if (window.equals(Duration.ofDays(window.toDays()))) {
            return window.toDays() == 1 ? "1 day" : window.toDays() + " days";
        }
        if (window.equals(Duration.ofHours(window.toHours()))) {
            return window.toHours() == 1 ? "1 hour" : window.toHours() + " hours";
        }
        return window.toString();
    }

    private static final class Problems {
        private final Map<Field, String> found = new EnumMap<>(Field.class);

        <T> Optional<T> orNote(Field field, Read<T> read) {
            if (read instanceof Read.Got<T> got) {
                return Optional.of(got.value());
            }
            if (read instanceof Read.Not<T> not) {
                found.put(field, not.problem());
            }
            return Optional.empty();
        }
    }
}
