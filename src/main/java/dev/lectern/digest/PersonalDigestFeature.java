package dev.lectern.digest;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.Planner;
import dev.lectern.group.Settings;
import dev.lectern.group.SettingsForm;
import dev.lectern.group.UserId;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Missed;
import dev.lectern.work.Step;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Digests by direct message: each member's own, with their own topics, days and hour; one a person and workspace. */
final class PersonalDigestFeature implements Feature, Planner {
    static final String DRAWING = "digest.personal";
    private static final Texts TEXTS = Texts.of(PersonalDigestFeature.class);
    private static final String POST = "digest.personal";
    private static final String SETTINGS = "digest.settings";

    private final GroupStore groups;
    private final DigestStore digests;
    private final PersonalDigestStore personal;
    private final DigestChooser chooser;
    private final DigestMessages messages;
    private final Changes changes;

    PersonalDigestFeature(
            GroupStore groups,
            DigestStore digests,
            PersonalDigestStore personal,
            DigestChooser chooser,
            DigestMessages messages,
            Changes changes) {
        this.groups = groups;
        this.digests = digests;
        this.personal = personal;
        this.chooser = chooser;
        this.messages = messages;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("digest", "digest", () -> TEXTS.say("verb.digest"), this::open);
        routes.modal(PersonalDigestModal.CALLBACK, this::submitted);
        // Each member's next one is planned by the one before, so none piles up; folding would mix up the members.
        steps.register(POST, Missed.DO_LATE, this::post);
        drawings.register(DRAWING, (group, key) -> messages.draw(group, Audience.Issue.parse(key)));
    }

    @Override
    public void words(Wording wording) {
        wording.step(POST, key -> new Wording.StepWords(TEXTS.say("step.own"), TEXTS.say("step.own.failed")));
        wording.message(DRAWING, () -> TEXTS.say("message.own"));
        wording.message(SETTINGS, () -> TEXTS.say("message.settings"));
    }

    @Override
    public void plan(Change change, Group group) {
        personal.all(group.id()).forEach(digest -> plan(change, group, digest));
    }

    private static void plan(Change change, Group group, PersonalDigest digest) {
        change.schedule(new Step(POST, digest.user().value(), next(group, digest, change.now())));
    }

    private static Instant next(Group group, PersonalDigest digest, Instant after) {
        return DigestSchedule.next(
                digest.days(), digest.time(), group.settings().zone(), after);
    }

    private Reply open(Command command) {
        Optional<Group> group = groups.find(command.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (!group.get().isMember(command.user())) {
            return Reply.onlyToYou(TEXTS.say("own.members"));
        }
        return Reply.opens(PersonalDigestModal.of(
                group.get(),
                command.user(),
                personal.groupOf(command.group().team(), command.user())
                        .flatMap(place -> personal.find(place, command.user()))));
    }

    private Reply submitted(Submission sent) {
        GroupId id = PersonalDigestModal.group(sent);
        Optional<Group> group = groups.find(id);
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (!PersonalDigestModal.isOn(sent)) {
            return changes.once(id, sent.request(), Reply.KEPT, change -> end(change, sent.user()));
        }
        SettingsForm.Parsed parsed = PersonalDigestModal.read(sent, group.get()).parse();
        if (parsed instanceof SettingsForm.Invalid invalid) {
            return Reply.problems(PersonalDigestModal.beside(invalid.problems()));
        }
        Settings read = ((SettingsForm.Valid) parsed).settings();
        PersonalDigest digest = new PersonalDigest(sent.user(), read.topics(), read.digestDays(), read.digestTime());
        return changes.once(
                id,
                sent.request(),
                Reply.KEPT,
                change -> groups.find(id)
                        .map(found -> begin(change, found, digest))
                        .orElseGet(GroupFeature::noGroup));
    }

    private Reply begin(Change change, Group group, PersonalDigest digest) {
        Audience member = Audience.of(digest.user());
        personal.groupOf(group.id().team(), digest.user())
                .filter(before -> !before.equals(group.id()))
                .ifPresent(before -> digests.noteShown(change, member, digests.shown(before, member)));
        personal.save(change, digest);
        plan(change, group, digest);
        Instant first = next(group, digest, change.now());
        tell(change, digest.user(), () -> DigestMessages.begun(group, digest, first));
        return Reply.none();
    }

    /** Also where it is kept in another group: that one's next step finds that it ended. */
    private Reply end(Change change, UserId user) {
        personal.leave(change, user);
        change.unschedule(POST, user.value());
        tell(change, user, DigestMessages::ended);
        return Reply.none();
    }

    private static void tell(Change change, UserId user, Supplier<Message> message) {
        change.send(Outbound.toMember(SETTINGS + "/" + user + "/" + change.now().toEpochMilli(), user, message)
                .notTwice());
    }

    private void post(Step step, Change change) {
        UserId user = new UserId(step.key());
        Optional<Group> group = groups.find(change.group()).filter(known -> known.isMember(user));
        Optional<PersonalDigest> wanted = group.flatMap(known -> personal.find(known.id(), user));
        if (wanted.isEmpty()) {
            personal.remove(change, user);
            return;
        }
        plan(change, group.get(), wanted.get());
        chooser.forMember(group.get(), wanted.get(), change.now()).ifPresent(digest -> {
            Audience member = Audience.of(user);
            digests.save(change, member, digest);
            change.send(Outbound.shownTo(user, DRAWING, member.on(digest.day()).toString()));
        });
    }
}
