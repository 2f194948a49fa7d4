package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.multiUsersSelect;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** {@code /papers organizers}: who organizes a group. Organizers name them, and an admin of the workspace may. */
public final class OrganizersFeature implements Feature {
    private static final Texts TEXTS = Texts.of(OrganizersFeature.class);
    private static final String CALLBACK = "group.organizers/1";
    private static final String CHOSEN = "organizers";
    private static final String NOTE = "group.organizers";

    private final GroupStore groups;
    private final GroupLogStore log;
    private final Changes changes;
    private final Function<UserId, String> names;

    /** @param names how somebody is called, in plain text */
    public OrganizersFeature(GroupStore groups, GroupLogStore log, Changes changes, Function<UserId, String> names) {
        this.groups = groups;
        this.log = log;
        this.changes = changes;
        this.names = names;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("organizers", "organizers", () -> TEXTS.say("help.organizers"), this::shown);
        routes.modal(CALLBACK, this::chosen);
    }

    @Override
    public void words(Wording wording) {
        wording.message(NOTE, () -> TEXTS.say("called.organizers"));
    }

    private Reply shown(Command command) {
        return groups.find(command.group())
                .map(group -> RightsText.mayOrganize(group, command.user())
                        ? Reply.opens(form(group))
                        : Reply.onlyToYou(TEXTS.say("organizers.are", "people", mentions(group.organizers()))))
                .orElseGet(GroupFeature::noGroup);
    }

    private static Modal form(Group group) {
        return Limits.fit(Modal.of(
                        CALLBACK,
                        TEXTS.say("organizers.title"),
                        section(TEXTS.say("organizers.intro")),
                        input(
                                        CHOSEN,
                                        TEXTS.say("organizers.title"),
                                        multiUsersSelect("answer").choosing(RightsText.stillThere(group)))
                                .hint(TEXTS.say("organizers.hint")))
                .submit(TEXTS.say("setup.save"))
                .close(TEXTS.say("setup.cancel"))
                .privateMetadata(group.id().toString()));
    }

    private Reply chosen(Submission sent) {
        GroupId id = GroupId.parse(sent.metadata());
        List<UserId> chosen = sent.values(CHOSEN).stream().map(UserId::new).toList();
        if (chosen.isEmpty()) {
            return problem(TEXTS.say("organizers.missing"));
        }
        return changes.once(
                id,
                sent.request(),
                Reply.KEPT,
                change -> groups.find(id)
                        .map(group -> save(change, group, chosen, sent))
                        .orElseGet(GroupFeature::noGroup));
    }

    private Reply save(Change change, Group group, List<UserId> chosen, Submission sent) {
        if (!RightsText.mayOrganize(group, sent.user())) {
            return problem(TEXTS.say("group.organizers-only.plain"));
        }
        List<UserId> named =
                chosen.stream().filter(one -> !group.isOrganizer(one)).toList();
        Optional<String> refused = RightsText.noOrganizers(named, names);
        if (refused.isPresent()) {
            return problem(refused.get());
        }
        Group after = group.withOrganizers(inOrder(group, chosen));
        if (after.equals(group)) {
            return Reply.none();
        }
        groups.save(change, after);
        log.note(change, sent.user(), SettingsChange.between(group, after));
        change.send(Outbound.toChannel(
                        NOTE + "/" + sent.request().value(), group.id().channel(), () -> note(sent.user(), after))
                .notTwice());
        return Reply.none();
    }

    /** Who organized before keeps the place; the others follow as named. */
    private static Collection<UserId> inOrder(Group group, Collection<UserId> chosen) {
        List<UserId> ordered = new ArrayList<>(group.organizers());
        ordered.retainAll(new LinkedHashSet<>(chosen));
        ordered.addAll(chosen);
        return ordered;
    }

    private static Message note(UserId by, Group after) {
        String text = TEXTS.say("organizers.changed", "who", user(by), "people", mentions(after.organizers()));
        return Message.of(text, section(text));
    }

    private static String mentions(Collection<UserId> people) {
        return Enumerations.and(people.stream().map(one -> user(one)).toList());
    }

    private static Reply problem(String sentence) {
        return Reply.problems(Map.of(CHOSEN, sentence));
    }
}
