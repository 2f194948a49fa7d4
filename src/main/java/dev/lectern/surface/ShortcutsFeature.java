package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.source.PastedLink;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.MessageShortcut;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Shortcut;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.slack.block.Option;
import dev.lectern.slack.block.Section;
import dev.lectern.text.Texts;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Slack's own menus: nominating from anywhere, and nominating what a message links to. */
public final class ShortcutsFeature implements Feature {
    /** As the app's manifest names them. */
    private static final String FROM_ANYWHERE = "nominate_paper";

    private static final String FROM_MESSAGE = "nominate_link";

    private static final String NOMINATE = "nominate";
    private static final String CHOOSE = "nominate.group/1";
    private static final String GROUP = "group";
    private static final Texts TEXTS = Texts.of(ShortcutsFeature.class);

    /** Who links to more means a list, and not these papers. */
    private static final int MOST = 10;

    private final GroupStore groups;

    public ShortcutsFeature(GroupStore groups) {
        this.groups = groups;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.globalShortcut(FROM_ANYWHERE, shortcut -> fromAnywhere(routes, shortcut));
        routes.modal(CHOOSE, submission -> chosen(routes, submission));
        routes.messageShortcut(FROM_MESSAGE, shortcut -> fromMessage(routes, shortcut));
    }

    private Reply fromAnywhere(Routes routes, Shortcut shortcut) {
        List<Group> own = groups.of(shortcut.team()).stream()
                .filter(group -> group.isMember(shortcut.user()))
                .toList();
        if (own.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("start.none"));
        }
        return own.size() == 1
                ? nominate(routes, own.get(0).id(), shortcut.user(), shortcut.request(), "")
                : Reply.opens(choice(own));
    }

    private static Modal choice(List<Group> among) {
        List<Option> options = among.stream()
                .limit(Limits.OPTIONS)
                .map(group -> option("#" + group.channelName(), group.id().toString()))
                .toList();
        return Limits.fit(Modal.of(
                        CHOOSE,
                        TEXTS.say("choose.title"),
                        input(GROUP, TEXTS.say("choose.group"), select("answer", options)))
                .submit(TEXTS.say("choose.next"))
                .close(TEXTS.say("choose.cancel")));
    }

    private Reply chosen(Routes routes, Submission submission) {
        Optional<GroupId> group = submission
                .value(GROUP)
                .map(GroupId::parse)
                .filter(id -> groups.find(id)
                        .filter(known -> known.isMember(submission.user()))
                        .isPresent());
        return group.map(id -> nominate(routes, id, submission.user(), submission.request(), ""))
                .orElseGet(() -> Reply.problems(Map.of(GROUP, TEXTS.say("choose.none"))));
    }

    private static Reply fromMessage(Routes routes, MessageShortcut shortcut) {
        List<PastedLink> links = papersIn(shortcut.text());
        if (links.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("links.none"));
        }
        if (links.size() == 1) {
            return nominate(routes, shortcut, shortcut.request(), links.get(0));
        }
        Set<String> said = new LinkedHashSet<>();
        for (PastedLink link : links.subList(0, Math.min(MOST, links.size()))) {
            // Each is a request of its own, and the same when the whole comes again.
            RequestId request = new RequestId(shortcut.request().value() + "/" + link.written());
            if (nominate(routes, shortcut, request, link) instanceof Reply.OnlyToYou answer) {
                said.add(answer.message().text());
            }
        }
        if (links.size() > MOST) {
            said.add(TEXTS.say("links.many", "links", links.size(), "most", MOST));
        }
        List<Section> sections = said.stream().map(text -> section(text)).toList();
        return new Reply.OnlyToYou(Limits.fit(Message.of(String.join(" ", said), sections)));
    }

    /** A link that leads to who knows what counts only where none beside it names a paper. */
    private static List<PastedLink> papersIn(String text) {
        List<PastedLink> links = PastedLink.in(text);
        List<PastedLink> papers = links.stream().filter(link -> !link.isPage()).toList();
        return papers.isEmpty() ? links.stream().limit(1).toList() : papers;
    }

    private static Reply nominate(Routes routes, MessageShortcut shortcut, RequestId request, PastedLink link) {
        return nominate(routes, shortcut.group(), shortcut.user(), request, link.written());
    }

    /** As {@code /papers nominate} does. */
    private static Reply nominate(Routes routes, GroupId group, UserId user, RequestId request, String what) {
        return routes.verb(NOMINATE)
                .orElseThrow()
                .handler()
                .apply(new Command(group, "", user, request, NOMINATE, what));
    }
}
