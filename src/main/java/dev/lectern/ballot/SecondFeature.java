package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import java.util.List;
import java.util.Optional;

/** A member's +1 for what another one nominated. Its two buttons say what is to be, so that a second click undoes nothing. */
final class SecondFeature implements Feature {
    private static final Texts TEXTS = Texts.of(SecondFeature.class);

    static final String SECOND = "ballot.second/1";
    static final String TAKE_BACK = "ballot.unsecond/1";

    private final GroupStore groups;
    private final BacklogStore backlogs;
    private final PaperStore papers;
    private final Changes changes;

    SecondFeature(GroupStore groups, BacklogStore backlogs, PaperStore papers, Changes changes) {
        this.groups = groups;
        this.backlogs = backlogs;
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(SECOND, click -> changed(click, this::second));
        routes.button(TAKE_BACK, click -> changed(click, this::takeBack));
    }

    /** What a click on a nominated paper does. */
    private interface Doing {
        Reply to(Change change, Backlog backlog, Nomination nomination, UserId member, Paper paper);
    }

    private Reply changed(Click click, Doing doing) {
        PaperId clicked = click.value(PaperId::parse);
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            Optional<Group> group = groups.find(click.group());
            if (group.isEmpty()) {
                return GroupFeature.noGroup();
            }
            if (!group.get().isMember(click.user())) {
                return Reply.onlyToYou(TEXTS.say("backlog.members-only"));
            }
            Backlog backlog = backlogs.find(click.group());
            return papers.find(clicked)
                    .flatMap(paper -> backlog.find(paper.id())
                            .map(nomination -> doing.to(change, backlog, nomination, click.user(), paper)))
                    .orElseGet(() -> Reply.onlyToYou(TEXTS.say("backlog.off")));
        });
    }

    private Reply second(Change change, Backlog backlog, Nomination nomination, UserId member, Paper paper) {
        if (nomination.by().equals(member)) {
            return Reply.onlyToYou(TEXTS.say("backlog.second.own", "title", PaperText.link(paper)));
        }
        Backlog seconded = backlog.second(new Second(paper.id(), member, change.now()));
        if (!seconded.equals(backlog)) {
            backlogs.save(change, seconded);
        }
        String said = TEXTS.say(
                "backlog.seconded",
                "title",
                PaperText.link(paper),
                "seconds",
                seconded.seconds(paper.id()).size());
        return Reply.onlyToYou(said, List.of(section(said), actions(BacklogMessages.takeBackButton(paper))));
    }

    private Reply takeBack(Change change, Backlog backlog, Nomination nomination, UserId member, Paper paper) {
        Backlog less = backlog.withoutSecond(paper.id(), member);
        if (!less.equals(backlog)) {
            backlogs.save(change, less);
        }
        return Reply.onlyToYou(TEXTS.say("backlog.taken-back", "title", PaperText.link(paper)));
    }
}
