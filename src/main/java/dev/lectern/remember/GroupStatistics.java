package dev.lectern.remember;

import dev.lectern.ballot.Verdict;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.paper.PaperId;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A group in numbers over some time. Nothing of it tells of a member what the group does not see anyway.
 *
 * @param meetings how many were held
 * @param papers how many of them were read
 * @param turns of each present member, in the order of joining
 * @param topics of the papers read, how many of each; most first, papers without one last and under {@link #NO_TOPIC}
 * @param byQuarter the same for each quarter in which something was read, earliest first
 * @param turnout of each vote that was counted, in percent of the members, by the day of its close
 * @param attendance of each meeting of which it is known, how many were there
 * @param ratings of each meeting that enough people rated, the average
 */
record GroupStatistics(
        int meetings,
        int papers,
        List<Turns> turns,
        Map<String, Integer> topics,
        Map<Quarter, Map<String, Integer>> byQuarter,
        List<Measured> turnout,
        List<Measured> attendance,
        List<Measured> ratings) {
    /** Never a topic: those are not blank. */
    static final String NO_TOPIC = "";

    /** Something measured on a day, in the group's zone. */
    record Measured(LocalDate day, double value) {}

    /** Three months of a year, such as 2026 Q2. */
    record Quarter(int year, int number) implements Comparable<Quarter> {
        static Quarter of(LocalDate day) {
            return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
        }

        @Override
        public int compareTo(Quarter other) {
            return Comparator.comparingInt(Quarter::year)
                    .thenComparingInt(Quarter::number)
                    .compare(this, other);
        }

        @Override
        public String toString() {
            return year + " Q" + number;
        }
    }

    /**
     * @param whole all that is known
     * @param since the first day that counts, in the group's zone; empty to count everything
     * @param members in the order of joining
     * @param topic what a paper is about, if it is about one of the topics that are counted
     */
    static GroupStatistics of(
            Life whole,
            Optional<LocalDate> since,
            Collection<UserId> members,
            Function<PaperId, Optional<String>> topic) {
        Life life = since.map(whole::since).orElse(whole);
        List<ReadPaper> read = life.archive().papers();
        Map<Quarter, Map<String, Integer>> byQuarter = new TreeMap<>();
        read.forEach(paper -> byQuarter
                .computeIfAbsent(Quarter.of(paper.date()), any -> new TreeMap<>())
                .merge(topic.apply(paper.paper()).orElse(NO_TOPIC), 1, Integer::sum));
        byQuarter.replaceAll((quarter, topics) -> mostFirst(topics));
        Map<String, Integer> topics = new TreeMap<>();
        byQuarter.values().forEach(each -> each.forEach((name, count) -> topics.merge(name, count, Integer::sum)));
        return new GroupStatistics(
                life.meetings().size(),
                read.size(),
                Turns.of(members, life),
                mostFirst(topics),
                byQuarter,
                turnout(life),
                attendance(life),
                ratings(life));
    }

    private static Map<String, Integer> mostFirst(Map<String, Integer> topics) {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        topics.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> each) ->
                                each.getKey().equals(NO_TOPIC))
                        .thenComparing(
                                Map.Entry.<String, Integer>comparingByValue().reversed())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(each -> sorted.put(each.getKey(), each.getValue()));
        return sorted;
    }

    private static List<Measured> turnout(Life life) {
        return life.ballots().stream()
                .flatMap(ballot -> ballot.verdict().stream()
                        .filter(verdict -> verdict.members() > 0)
                        .map(verdict -> new Measured(life.day(ballot.closes()), percent(verdict))))
                .toList();
    }

    /** Who left meanwhile may have voted. */
    private static double percent(Verdict verdict) {
        return Math.min(100, Math.round(100.0 * verdict.turnout() / verdict.members()));
    }

    private static List<Measured> attendance(Life life) {
        return measured(
                life,
                meeting -> Optional.of((double) life.said(meeting).attended().size())
                        .filter(there -> there > 0));
    }

    private static List<Measured> ratings(Life life) {
        return measured(
                life, meeting -> Stars.of(life.said(meeting).ratings().values()).average());
    }

    private static List<Measured> measured(Life life, Function<Meeting, Optional<Double>> value) {
        return life.meetings().stream()
                .flatMap(meeting ->
                        value.apply(meeting).stream().map(known -> new Measured(life.day(meeting.start()), known)))
                .toList();
    }
}
