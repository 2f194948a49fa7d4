package dev.lectern.surface;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.escape;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.meeting.MeetingText;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Command;
import dev.lectern.slack.DirectMessage;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Mention;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Answers {@code @lectern} in the thread of the message, and direct messages. What all may read is answered as the command
 * answers; of the rest is said that it is between Lectern and the person.
 */
public final class MentionFeature implements Feature {
    private static final Texts TEXTS = Texts.of(MentionFeature.class);
    private static final String MENTION = "mention";
    private static final String TOLD = "told";
    private static final String SCHEDULE = "schedule";

    /** Whose answers are the same for everybody in the channel. */
    private static final Set<String> PUBLIC = Set.of(SCHEDULE, "today", "week", "month", "trending", "search");

    private static final int LONGEST_QUOTE = 40;

    private final GroupStore groups;
    private final MeetingStore meetings;
    private final PaperStore papers;
    private final Changes changes;

    public MentionFeature(GroupStore groups, MeetingStore meetings, PaperStore papers, Changes changes) {
        this.groups = groups;
        this.meetings = meetings;
        this.papers = papers;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.mentions(mention -> mentioned(routes, mention));
        routes.directMessages(this::told);
    }

    @Override
    public void words(Wording wording) {
        wording.message(MENTION, () -> TEXTS.say("called.mention"));
        wording.message(TOLD, () -> TEXTS.say("called.told"));
    }

    private void mentioned(Routes routes, Mention mention) {
        once(
                mention.group(),
                mention.event(),
                change -> change.send(Outbound.toChannel(
                        MENTION + "/" + mention.event().value(),
                        mention.group().channel(),
                        () -> Limits.fit(answer(routes, mention).inThread(mention.thread())))));
    }

    private void told(DirectMessage message) {
        once(
                message.place(),
                message.event(),
                change -> change.send(Outbound.toMember(
                        TOLD + "/" + message.event().value(),
                        message.user(),
                        () -> Message.of(TEXTS.say("told.short"), section(TEXTS.say("told.answer"))))));
    }

    private void once(GroupId group, RequestId event, Consumer<Change> doing) {
        changes.once(group, event, Reply.KEPT, change -> {
            doing.accept(change);
            return Reply.none();
        });
    }

    private Message answer(Routes routes, Mention mention) {
        Command command = mention.command();
        Optional<Group> group = groups.find(mention.group());
        if (command.verb().isEmpty()) {
            return plain(group.map(this::next).orElseGet(() -> TEXTS.say("mention.no-group")));
        }
        Optional<Routes.Verb> verb = routes.verb(command.verb());
        if (verb.isPresent() && isPublic(command)) {
            Reply reply = verb.get().handler().apply(command);
            return reply instanceof Reply.OnlyToYou answer ? answer.message() : plain(between(command.verb()));
        }
        return plain(verb.map(known -> between(known.name())).orElseGet(() -> unknown(routes, command)));
    }

    /** With more words behind it, {@code schedule} sets when the group meets. */
    private static boolean isPublic(Command command) {
        return PUBLIC.contains(command.verb())
                && (!command.verb().equals(SCHEDULE) || command.rest().isEmpty());
    }

    private String next(Group group) {
        Optional<Meeting> next = meetings.planned(group.id()).stream().findFirst();
        Optional<String> paper =
                next.flatMap(Meeting::paper).flatMap(papers::find).map(PaperText::link);
        String what = next.map(meeting -> paper.map(read -> TEXTS.say(
                                "mention.next.paper", "when", MeetingText.when(meeting, group), "paper", read))
                        .orElseGet(() -> TEXTS.say("mention.next", "when", MeetingText.when(meeting, group))))
                .orElseGet(() -> TEXTS.say("mention.nothing"));
        return what + "\n" + TEXTS.say("mention.can");
    }

    private static String between(String verb) {
        return TEXTS.say("mention.private", "verb", verb);
    }

    private static String unknown(Routes routes, Command command) {
        String said = escape(Shorten.plain(command.verb().replace("`", "'"), LONGEST_QUOTE));
        Supplier<String> can = () -> TEXTS.say("mention.unknown", "said", said);
        return NearestWord.to(
                        command.verb(),
                        routes.verbs().stream().map(Routes.Verb::name).toList())
                .map(nearest -> TEXTS.say("mention.near", "said", said, "nearest", nearest))
                .orElseGet(can);
    }

    private static Message plain(String mrkdwn) {
        return Message.of(mrkdwn, section(mrkdwn));
    }
}
