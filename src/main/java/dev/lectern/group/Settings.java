package dev.lectern.group;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.paper.PaperList;
import dev.lectern.text.Language;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a group has chosen for itself. Days and times are wall-clock ones in {@code zone}, to the minute;
 * {@code votingWindow} is how long a ballot stays open. Invalid settings throw IllegalArgumentException: what people type
 * goes through {@link SettingsForm}, which answers in sentences.
 *
 * @param topics in the group's order, compared without regard to case; empty means that no topic is preferred
 * @param digestDays at least one, in the order of the week
 * @param follows arXiv categories and feeds whose papers the digest may have besides those of Daily Papers, and people
 *     whose picks for those it prefers
 * @param changedLead how long before a meeting its steps are, where the group has changed that; see {@link #lead}
 * @param language what is spoken in the channel; empty where nobody has chosen
 */
public record Settings(
        List<String> topics,
        Set<DayOfWeek> digestDays,
        LocalTime digestTime,
        ZoneId zone,
        DayOfWeek meetingDay,
        LocalTime meetingTime,
        Rhythm rhythm,
        Duration votingWindow,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<PaperList> follows,
        Optional<Lead> changedLead,
        Optional<Language> language) {
    public static final int MOST_TOPICS = 20;
    public static final int LONGEST_TOPIC = 50;
    public static final int MOST_FOLLOWS = 10;
    public static final Duration SHORTEST_WINDOW = Duration.ofHours(1);
    /** A week, so that the ballots of a weekly group follow each other instead of overlapping. */
    public static final Duration LONGEST_WINDOW = Duration.ofDays(7);

    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    public Settings {
        topics = List.copyOf(topics);
        digestDays = inOrderOfTheWeek(digestDays);
        require(topics.size() <= MOST_TOPICS, "too many topics: " + topics.size());
        topics.forEach(topic -> require(fits(topic), "not a topic: '" + topic + "'"));
        require(distinct(topics), "a topic is there twice: " + topics);
        require(!digestDays.isEmpty(), "a digest needs a day");
        require(wholeMinute(digestTime), "not a whole minute: " + digestTime);
        require(wholeMinute(meetingTime), "not a whole minute: " + meetingTime);
        require(fits(votingWindow), "voting window out of range: " + votingWindow);
        follows = List.copyOf(follows);
        require(follows.size() <= MOST_FOLLOWS, "too many lists: " + follows.size());
        follows.forEach(list -> require(FollowText.fits(list), "not to be followed: " + list));
    }

    /** With steps as long before a meeting as usual, and no language chosen. */
    public Settings(
            List<String> topics,
            Set<DayOfWeek> digestDays,
            LocalTime digestTime,
            ZoneId zone,
            DayOfWeek meetingDay,
            LocalTime meetingTime,
            Rhythm rhythm,
            Duration votingWindow,
            List<PaperList> follows) {
        this(
                topics,
                digestDays,
                digestTime,
                zone,
                meetingDay,
                meetingTime,
                rhythm,
                votingWindow,
                follows,
                Optional.empty(),
                Optional.empty());
    }

    /** How long before a meeting its steps are. */
    public Lead lead() {
        return changedLead.orElse(Lead.USUAL);
    }

    public Settings withLead(Lead lead) {
        return new Settings(
                topics,
                digestDays,
                digestTime,
                zone,
                meetingDay,
                meetingTime,
                rhythm,
                votingWindow,
                follows,
                Optional.of(lead).filter(chosen -> !chosen.equals(Lead.USUAL)),
                language);
    }

    public Settings withLanguage(Optional<Language> chosen) {
        return new Settings(
                topics,
                digestDays,
                digestTime,
                zone,
                meetingDay,
                meetingTime,
                rhythm,
                votingWindow,
                follows,
                changedLead,
                chosen);
    }

    /** What a new group starts from: a digest at 09:00 on workdays, meetings on Thursdays at 15:00, two days to vote. */
    public static Settings defaults(ZoneId zone) {
        return new Settings(
                List.of(),
                WORKDAYS,
                LocalTime.of(9, 0),
                zone,
                DayOfWeek.THURSDAY,
                LocalTime.of(15, 0),
                Rhythm.WEEKLY,
                Duration.ofDays(2),
                List.of());
    }

    static boolean fits(Duration votingWindow) {
        return votingWindow.compareTo(SHORTEST_WINDOW) >= 0 && votingWindow.compareTo(LONGEST_WINDOW) <= 0;
    }

    /** A topic is one line without commas, because people list topics by commas and lines. */
    private static boolean fits(String topic) {
        return !topic.isBlank()
                && topic.equals(topic.strip())
                && topic.codePointCount(0, topic.length()) <= LONGEST_TOPIC
                && topic.chars().noneMatch(c -> c == ',' || c == '\n' || c == '\r');
    }

    private static boolean distinct(List<String> topics) {
        Set<String> seen = new HashSet<>();
        return topics.stream().allMatch(topic -> seen.add(topic.toLowerCase(Locale.ROOT)));
    }

    private static boolean wholeMinute(LocalTime time) {
        return time.equals(time.truncatedTo(ChronoUnit.MINUTES));
    }

    private static Set<DayOfWeek> inOrderOfTheWeek(Collection<DayOfWeek> days) {
        EnumSet<DayOfWeek> sorted = EnumSet.noneOf(DayOfWeek.class);
        sorted.addAll(days);
        return Collections.unmodifiableSet(sorted);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
