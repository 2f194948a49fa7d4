package dev.lectern.taste;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Limits;
import dev.lectern.text.Texts;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /papers taste}: what the group likes and what oneself likes, and what that came from. */
public final class TasteFeature implements Feature {
    private static final Texts TEXTS = Texts.of(TasteFeature.class);

    private final GroupStore groups;
    private final Tastes tastes;
    private final PaperStore papers;
    private final InstantSource clock;

    public TasteFeature(GroupStore groups, Tastes tastes, PaperStore papers, InstantSource clock) {
        this.groups = groups;
        this.tastes = tastes;
        this.papers = papers;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("taste", "taste", () -> TEXTS.say("verb.taste"), this::taste);
    }

    private Reply taste(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        Instant now = clock.instant();
        Taste all = tastes.shown(group.get(), now);
        Taste own = tastes.shown(command.group().team(), command.user(), List.of(), now);
        return new Reply.OnlyToYou(Limits.fit(TasteMessages.of(group.get(), all, own, titles(all, own))));
    }

    private Map<PaperId, Paper> titles(Taste... tastes) {
        List<PaperId> ids = Stream.of(tastes)
                .flatMap(taste -> Stream.concat(
                        taste.interests().stream().flatMap(interest -> interest.papers().stream()),
                        taste.dismissed().stream()))
                .map(Liked::paper)
                .distinct()
                .toList();
        return papers.findAll(ids).stream().collect(Collectors.toMap(Paper::id, Function.identity(), (a, b) -> a));
    }
}
