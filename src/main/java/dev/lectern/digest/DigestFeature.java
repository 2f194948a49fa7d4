package dev.lectern.digest;

import dev.lectern.ballot.StandingsReader;
import dev.lectern.group.Group;
import dev.lectern.group.GroupStore;
import dev.lectern.group.Planner;
import dev.lectern.paper.PaperList;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.Vectors;
import dev.lectern.remember.KinMessages;
import dev.lectern.remember.RecallPlanner;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Routes;
import dev.lectern.taste.DismissalStore;
import dev.lectern.taste.Signals;
import dev.lectern.taste.Tastes;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;
import java.util.function.Consumer;

/**
 * The digest: at its hour the channel gets the papers of the list days since the last one. Knows the parts that go with
 * it, too: members' own digests, and saying of a paper that it is not for us.
 */
public final class DigestFeature implements Feature, Planner {
    private static final Texts TEXTS = Texts.of(DigestFeature.class);
    private static final String POST = "digest.post";
    private static final String NEXT = "next";
    private static final String DRAWING = "digest";

    private final GroupStore groups;
    private final DigestStore digests;
    private final Consumer<List<PaperList>> follow;
    private final Recommendations recommendations;
    private final DigestChooser chooser;
    private final DigestMessages messages;
    private final PersonalDigestFeature personal;
    private final DismissalFeature dismissing;
    private final RecallPlanner recall;

    /**
     * What digests are chosen by.
     *
     * @param follow told what a group follows, and what is recommended with what it read, at each of its digests; may be told the same twice
     */
    public record Choice(
            Tastes tastes,
            Signals signals,
            DismissalStore dismissals,
            Vectors vectors,
            Consumer<List<PaperList>> follow) {}

    /**
     * What digests have to do with what was read before.
     *
     * @param recall is begun with the first digest of a group that has none yet
     */
    public record Memory(KinMessages kin, RecallPlanner recall) {}

    public DigestFeature(
            GroupStore groups,
            DigestStore digests,
            PersonalDigestStore personal,
            PaperStore papers,
            StandingsReader standings,
            Choice choice,
            Memory memory,
            Changes changes) {
        this.groups = groups;
        this.digests = digests;
        this.follow = choice.follow();
        this.recommendations = new Recommendations(choice.signals(), papers);
        this.chooser = new DigestChooser(
                digests,
                new ListedPapers(papers, choice.vectors()),
                choice.tastes(),
                choice.signals(),
                recommendations);
        this.messages = new DigestMessages(digests, papers, standings, memory.kin());
        this.recall = memory.recall();
        this.personal = new PersonalDigestFeature(groups, digests, personal, chooser, messages, changes);
        this.dismissing = new DismissalFeature(groups, digests, choice.dismissals(), papers, changes);
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        // The digest after a pause shows what the missed ones would have.
        steps.register(POST, Missed.FOLD, this::post);
        drawings.register(DRAWING, (group, key) -> messages.draw(group, Audience.Issue.parse(key)));
        List.of(personal, dismissing).forEach(part -> part.register(routes, steps, drawings));
    }

    @Override
    public void words(Wording wording) {
        wording.step(POST, key -> new Wording.StepWords(TEXTS.say("step.digest"), TEXTS.say("step.digest.failed")));
        wording.message(DRAWING, () -> TEXTS.say("message.digest"));
        personal.words(wording);
    }

    @Override
    public void plan(Change change, Group group) {
        change.schedule(new Step(POST, NEXT, DigestSchedule.next(group.settings(), change.now())));
        personal.plan(change, group);
    }

    private void post(Step step, Change change) {
        groups.find(change.group()).ifPresent(group -> {
            change.schedule(new Step(POST, NEXT, DigestSchedule.next(group.settings(), change.now())));
            recall.begin(change, group);
            follow.accept(group.settings().follows());
            follow.accept(
                    List.copyOf(recommendations.of(group.id(), change.now()).keySet()));
            chooser.forChannel(group, change.now()).ifPresent(digest -> {
                digests.save(change, Audience.CHANNEL, digest);
                change.send(Outbound.shownIn(
                        change.group().channel(), DRAWING, digest.day().toString()));
            });
        });
    }
}
