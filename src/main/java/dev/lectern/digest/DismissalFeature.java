package dev.lectern.digest;

import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.taste.Dismissal;
import dev.lectern.taste.DismissalStore;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Saying of a digest's papers that they are not for us, and taking it back. */
final class DismissalFeature implements Feature {
    private static final Texts TEXTS = Texts.of(DismissalFeature.class);
    /** Opens the form; its value is the digest's issue, its argument the group. */
    static final String DISMISS = "digest.dismiss/1";

    private final GroupStore groups;
    private final DigestStore digests;
    private final DismissalStore dismissals;
    private final PaperStore papers;
    private final Changes changes;

    DismissalFeature(
            GroupStore groups, DigestStore digests, DismissalStore dismissals, PaperStore papers, Changes changes) {
        this.groups = groups;
        this.digests = digests;
        this.dismissals = dismissals;
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(DISMISS, this::open);
        routes.modal(DismissalModal.CALLBACK, this::submitted);
    }

    private Reply open(Click click) {
        DismissalModal.Place place =
                new DismissalModal.Place(click.argument(GroupId::parse), click.value(Audience.Issue::parse));
        List<Paper> shown = shown(place);
        if (shown.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("dismiss.gone"));
        }
        return Reply.opens(Limits.fit(DismissalModal.of(place, shown, dismissedBy(click.user(), place.group()))));
    }

    private List<Paper> shown(DismissalModal.Place place) {
        return digests.find(place.group(), place.issue())
                .map(digest -> papers.findAll(
                        digest.papers().stream().map(Chosen::paper).toList()))
                .orElse(List.of());
    }

    private Set<PaperId> dismissedBy(UserId user, GroupId group) {
        return dismissals.of(group).stream()
                .filter(dismissal -> dismissal.by().equals(user))
                .map(Dismissal::paper)
                .collect(Collectors.toSet());
    }

    private Reply submitted(Submission sent) {
        DismissalModal.Place place = DismissalModal.Place.read(sent.metadata());
        Set<PaperId> ticked = DismissalModal.read(sent);
        return changes.once(place.group(), sent.request(), Reply.KEPT, change -> {
            if (groups.find(place.group()).isEmpty()) {
                return GroupFeature.noGroup();
            }
            Set<PaperId> before = dismissedBy(sent.user(), place.group());
            shown(place).forEach(paper -> note(change, sent.user(), paper.id(), before, ticked));
            return Reply.none();
        });
    }

    private void note(Change change, UserId user, PaperId paper, Set<PaperId> before, Set<PaperId> ticked) {
        if (ticked.contains(paper) && !before.contains(paper)) {
            dismissals.save(change, new Dismissal(paper, user, change.now()));
        } else if (!ticked.contains(paper) && before.contains(paper)) {
            dismissals.takeBack(change, user, paper);
        }
    }
}
