package dev.lectern.meeting.part;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a group has at its meetings besides one presenter of one paper. Impossible rules throw IllegalArgumentException.
 *
 * @param counts how many members have each part, by the part's id; parts that are not used are missing
 * @param presenters 1, or 2 for one paper in two halves
 * @param papers how many papers a meeting has, from 1 to 4; with several, each has one presenter
 * @param own the group's own parts, used or not
 * @param nominatorApart whether who nominated a paper is not its reviewer
 * @param presenterApart whether presenters have no other part while there are people enough
 */
public record PartRules(
        Map<String, Integer> counts,
        int presenters,
        int papers,
        List<Part> own,
        boolean nominatorApart,
        boolean presenterApart) {
    public static final int MOST_PAPERS = 4;
    public static final int MOST_PRESENTERS = 2;
    public static final int MOST_OF_A_PART = 9;
    /** As many boxes as Slack shows together. */
    public static final int MOST_OWN = 10;

    /** What every group has until it chooses: one presenter of one paper, and no parts. */
    public static final PartRules NONE = new PartRules(Map.of(), 1, 1, List.of(), true, true);

    public PartRules {
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        own = List.copyOf(own);
        if (counts.values().stream().anyMatch(count -> count < 1 || count > MOST_OF_A_PART)
                || own.size() > MOST_OWN
                || own.stream().map(Part::id).distinct().count() < own.size()) {
            throw new IllegalArgumentException("parts that cannot be: " + counts + " of " + own);
        }
        if (papers < 1
                || papers > MOST_PAPERS
                || presenters < 1
                || presenters > MOST_PRESENTERS
                || presenters > 1 && papers > 1) {
            throw new IllegalArgumentException(presenters + " presenters of " + papers + " papers");
        }
    }

    /** A part, and how many members are to have it. */
    public record Wanted(Part part, int count) {}

    /** Whether the group has anything to hand out. */
    public boolean isChosen() {
        return presenters > 1 || papers > 1 || !used().isEmpty();
    }

    /** All that the group may use, its own last. */
    public List<Part> offered() {
        return Stream.concat(StandardParts.ALL.stream(), own.stream()).toList();
    }

    private List<Wanted> used() {
        return offered().stream()
                .filter(part -> counts.containsKey(part.id()))
                .map(part -> new Wanted(part, counts.getOrDefault(part.id(), 1)))
                .toList();
    }

    /** What a meeting with so many papers has to hand out besides its first presenter: other presenters first. */
    public List<Wanted> wanted(int papersThere) {
        List<Wanted> wanted = new ArrayList<>();
        if (papersThere > 1) {
            for (int number = 2; number <= papersThere; number++) {
                wanted.add(new Wanted(Part.presenterOf(number), 1));
            }
        } else if (presenters > 1) {
            wanted.add(new Wanted(Part.secondHalf(), 1));
        }
        wanted.addAll(used());
        return List.copyOf(wanted);
    }

    /** With exactly these parts of its own: new ones are used at once, those that are gone no longer are. */
    public PartRules withOwn(List<Part> parts) {
        List<String> known = own.stream().map(Part::id).toList();
        List<String> kept = parts.stream().map(Part::id).toList();
        Map<String, Integer> used = new LinkedHashMap<>(counts);
        used.keySet().removeIf(id -> known.contains(id) && !kept.contains(id));
        kept.stream().filter(id -> !known.contains(id)).forEach(id -> used.put(id, 1));
        return new PartRules(used, presenters, papers, parts, nominatorApart, presenterApart);
    }
}
