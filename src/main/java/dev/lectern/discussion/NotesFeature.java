package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Notes and slides' links of a meeting: added by members and whoever was there, shown to everybody in the channel. */
final class NotesFeature implements Feature {
    private static final Texts TEXTS = Texts.of(NotesFeature.class);
    /** Its value is the meeting's id; in a direct message its action id names the group, too. */
    static final String ADD = "notes.add/1";

    static final String ALL = "notes.all/1";

    /** Its value is the meeting's id, and when and by whom the note was added. */
    static final String REMOVE = "notes.remove/1";

    /** In code points: a page of text. */
    static final int LONGEST = 2_000;

    private static final int MOST = 50;
    private static final int QUOTED = 40;
    private static final String REMOVED = "notes.removed";

    private final DiscussionSteps steps;
    private final Function<UserId, String> names;
    private final InstantSource clock;

    NotesFeature(DiscussionSteps steps, Function<UserId, String> names, InstantSource clock) {
        this.steps = steps;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("notes", "notes [date]", () -> TEXTS.say("help.notes"), this::command);
        routes.button(ADD, this::opens);
        routes.button(ALL, this::all);
        routes.button(REMOVE, this::remove);
        routes.modal(NoteModal.CALLBACK, this::sent);
    }

    @Override
    public void words(Wording wording) {
        wording.message(REMOVED, () -> TEXTS.say("called.note-removed"));
    }

    private Reply command(Command command) {
        return steps.group(command.group())
                .map(group -> command(group, command))
                .orElseGet(GroupFeature::noGroup);
    }

    private Reply command(Group group, Command command) {
        List<Meeting> begun = steps.begun(group, clock.instant());
        if (begun.isEmpty()) {
            return Reply.onlyToYou(TEXTS.say("notes.not-met"));
        }
        return begun.stream()
                .filter(met -> command.rest().isEmpty() || names(met, command.rest()))
                .findFirst()
                .flatMap(met -> steps.find(group.id(), met.id()))
                .<Reply>map(found -> new Reply.OnlyToYou(NotesMessages.all(found, command.user(), names)))
                .orElseGet(() -> Reply.onlyToYou(TEXTS.say(
                        "notes.no-meeting",
                        "typed",
                        line(Shorten.plain(command.rest(), QUOTED)),
                        "dates",
                        String.join(
                                ", ",
                                begun.stream()
                                        .limit(DiscussionText.TOP)
                                        .map(met -> "`" + met.id() + "`")
                                        .toList()),
                        "newest",
                        begun.get(0).id().value())));
    }

    /** By its date, as {@code 2026-04-09} or {@code 9 April}; of several years' ninth of April the last. */
    private static boolean names(Meeting met, String typed) {
        String id = met.id().value();
        String inEnglish = Language.speaking(Language.ENGLISH, () -> MeetingText.day(id));
        return typed.equals(id) || typed.equalsIgnoreCase(inEnglish) || typed.equalsIgnoreCase(MeetingText.day(id));
    }

    private Reply all(Click click) {
        return steps.find(click.group(), click.value(MeetingId::parse))
                .<Reply>map(found -> new Reply.OnlyToYou(NotesMessages.all(found, click.user(), names)))
                .orElseGet(DiscussionSteps::gone);
    }

    private Reply opens(Click click) {
        return steps.find(click.subject(), click.value(MeetingId::parse))
                .map(found -> refusal(found, click.user()).orElseGet(() -> Reply.opens(NoteModal.of(found))))
                .orElseGet(DiscussionSteps::gone);
    }

    private static Optional<Reply> refusal(Gathering found, UserId user) {
        if (!found.mayRate(user)) {
            return Optional.of(Reply.onlyToYou(TEXTS.say("notes.members-only")));
        }
        if (found.isCancelled()) {
            return Optional.of(Reply.onlyToYou(TEXTS.say("notes.called-off")));
        }
        return found.discussion().notes().size() < MOST
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(TEXTS.say("notes.too-many", "most", MOST)));
    }

    private Reply sent(Submission sent) {
        Reply reply = steps.sent(
                sent,
                (change, found) -> refusal(found, sent.user())
                        .orElseGet(() -> add(change, found, NoteModal.read(sent, sent.user(), change.now()))));
        return reply instanceof Reply.OnlyToYou refused
                ? Reply.problems(Map.of(NoteModal.TEXT, refused.message().text()))
                : reply;
    }

    private Reply add(Change change, Gathering found, NoteModal.Read read) {
        if (read instanceof NoteModal.Invalid invalid) {
            return Reply.problems(invalid.problems());
        }
        Note note = ((NoteModal.Valid) read).note();
        boolean there = found.discussion().notes().stream()
                .anyMatch(
                        other -> other.url().equals(note.url()) && other.text().equals(note.text()));
        if (there) {
            return Reply.onlyToYou(TEXTS.say("notes.kept-already"));
        }
        steps.save(change, found, found.discussion().with(note), Phase.WRAPPED);
        return Reply.none();
    }

    private Reply remove(Click click) {
        String[] parts = click.value().split(" ", 3);
        return steps.once(
                click.group(),
                click.request(),
                MeetingId.parse(parts[0]),
                (change, found) -> find(found, click.value())
                        .map(note -> remove(change, found, note, click.user()))
                        .orElseGet(() -> Reply.onlyToYou(TEXTS.say("notes.taken-off-already"))));
    }

    private static Optional<Note> find(Gathering found, String value) {
        return found.discussion().notes().stream()
                .filter(note ->
                        value.equals(found.meeting().id() + " " + note.at().toEpochMilli() + " " + note.by()))
                .findFirst();
    }

    private Reply remove(Change change, Gathering found, Note note, UserId by) {
        if (!note.by().equals(by) && !RightsText.mayOrganize(found.group(), by)) {
            return Reply.onlyToYou(TEXTS.say("notes.who-takes-off", "organizer", RightsText.organizers(found.group())));
        }
        steps.save(change, found, found.discussion().without(note), Phase.WRAPPED);
        if (!note.by().equals(by)) {
            change.send(Outbound.toChannel(
                            REMOVED + "/" + found.meeting().id() + "/"
                                    + note.at().toEpochMilli() + note.by(),
                            found.group().id().channel(),
                            () -> removed(found, note, by))
                    .notTwice());
        }
        return Reply.onlyToYou(TEXTS.say("notes.taken-off"));
    }

    private static Message removed(Gathering found, Note note, UserId by) {
        String text = TEXTS.say(
                "notes.removed",
                "who",
                user(by),
                "author",
                user(note.by()),
                "day",
                MeetingText.day(found.meeting().id().value()));
        return Message.of(text, section(text));
    }
}
