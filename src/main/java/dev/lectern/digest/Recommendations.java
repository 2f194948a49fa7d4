package dev.lectern.digest;

import dev.lectern.group.GroupId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.taste.Signal;
import dev.lectern.taste.Signals;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lists of what is recommended with the papers that a group read lately. Any thread. */
final class Recommendations {
    private static final Duration LATELY = Duration.ofDays(60);
    private static final int MOST = 5;

    private final Signals signals;
    private final PaperStore papers;

    Recommendations(Signals signals, PaperStore papers) {
        this.signals = signals;
        this.papers = papers;
    }

    /** What the group reads besides the lists that it chose, and the reason why; what was read last comes first. */
    Map<PaperList, Reason> of(GroupId group, Instant now) {
        List<Signal> read = signals.of(group, now).stream()
                .filter(signal -> signal.kind() == Signal.Kind.READ)
                .filter(signal -> signal.at().isAfter(now.minus(LATELY)))
                .sorted(Comparator.comparing(Signal::at).reversed())
                .limit(MOST)
                .toList();
        Map<PaperList, Reason> lists = new LinkedHashMap<>();
        for (Signal signal : read) {
            papers.find(signal.paper())
                    .filter(paper -> !paper.isOnlyTyped())
                    .ifPresent(paper -> lists.putIfAbsent(
                            PaperList.like(paper.id()),
                            new Reason.Recommended(paper.id(), paper.title(), signal.at())));
        }
        return lists;
    }
}
