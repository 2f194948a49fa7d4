package dev.lectern.taste;

import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.Vectors;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tastes of groups and people as of now. Any thread. */
public final class Tastes {
    private static final int BACKGROUND_DAYS = 7;
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final GroupStore groups;
    private final Signals signals;
    private final PaperStore papers;
    private final Vectors vectors;
    private final TopicVectors topicVectors;
    private volatile Optional<Background> background = Optional.empty();

    private record Background(Instant at, Likeness likeness) {}

    public Tastes(GroupStore groups, Signals signals, PaperStore papers, Vectors vectors, TopicVectors topicVectors) {
        this.groups = groups;
        this.signals = signals;
        this.papers = papers;
        this.vectors = vectors;
        this.topicVectors = topicVectors;
    }

    /**
     * By everything that its members did there, and its own topics; to judge papers, so never before an ack.
     *
     * @param around knows the papers to be judged
     */
    public Taste ofGroup(Group group, Likeness around, Instant now) {
        return toJudge(signals.of(group.id(), now), group.settings().topics(), around, now);
    }

    /** As {@link #ofGroup}, by what one person did in all groups of the workspace, and topics of their own. */
    public Taste ofMember(TeamId team, UserId user, List<String> topics, Likeness around, Instant now) {
        return toJudge(own(team, user, now), topics, around, now);
    }

    /** To be shown, quickly: it judges topics by their words alone. */
    public Taste shown(Group group, Instant now) {
        return taste(signals.of(group.id(), now), group.settings().topics(), Map.of(), background(now), now);
    }

    /** As {@link #shown(Group, Instant)}, of one person. */
    public Taste shown(TeamId team, UserId user, List<String> topics, Instant now) {
        return taste(own(team, user, now), topics, Map.of(), background(now), now);
    }

    private List<Signal> own(TeamId team, UserId user, Instant now) {
        return groups.of(team).stream()
                .flatMap(group -> signals.of(group.id(), now).stream())
                .filter(signal -> signal.by().filter(user::equals).isPresent())
                .toList();
    }

    /** Topics' vectors are of use only where papers have some. */
    private Taste toJudge(List<Signal> happened, List<String> topics, Likeness around, Instant now) {
        return taste(happened, topics, around.hasVectors() ? topicVectors.of(topics) : Map.of(), around, now);
    }

    private Taste taste(
            List<Signal> happened,
            List<String> topics,
            Map<String, float[]> vectorsOfTopics,
            Likeness around,
            Instant now) {
        Map<PaperId, Paper> known =
                papers.findEach(happened.stream().map(Signal::paper).distinct().toList());
        List<PaperId> ids = known.values().stream().map(Paper::id).distinct().toList();
        Likeness likeness = ids.isEmpty()
                ? around
                : around.with(known.values().stream().map(Subject::of).toList(), vectors.of(ids));
        List<Signal> told = happened.stream()
                .flatMap(signal ->
                        Optional.ofNullable(known.get(signal.paper())).stream().map(paper -> told(signal, paper)))
                .toList();
        return Taste.of(told, Topics.of(topics, vectorsOfTopics, around), likeness, now);
    }

    /** Under the id that the paper has now; one that stood on no list was brought by whoever nominated it. */
    private static Signal told(Signal signal, Paper paper) {
        boolean brought =
                signal.kind() == Signal.Kind.NOMINATED && paper.listings().isEmpty();
        return new Signal(paper.id(), brought ? Signal.Kind.BROUGHT : signal.kind(), signal.by(), signal.at());
    }

    /** The papers of the last days, as what likeness is measured by; read anew every few minutes. */
    private Likeness background(Instant now) {
        Optional<Background> kept = background.filter(
                before -> Duration.between(before.at(), now).abs().compareTo(GOOD_FOR) < 0);
        if (kept.isPresent()) {
            return kept.get().likeness();
        }
        LocalDate today = now.atOffset(ZoneOffset.UTC).toLocalDate();
        List<Paper> recent = papers.listedBetween(
                List.of(PaperList.DAILY, PaperList.IMPORT), today.minusDays(BACKGROUND_DAYS), today);
        Likeness likeness = Likeness.among(
                recent.stream().map(Subject::of).toList(),
                vectors.of(recent.stream().map(Paper::id).toList()));
        background = Optional.of(new Background(now, likeness));
        return likeness;
    }
}
