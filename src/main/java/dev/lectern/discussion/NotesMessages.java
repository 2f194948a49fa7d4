package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.link;
import static dev.lectern.slack.block.Mrkdwn.text;
import static dev.lectern.slack.block.Mrkdwn.userQuiet;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What was kept of a meeting: notes, slides, links. */
final class NotesMessages {
    private static final Texts TEXTS = Texts.of(NotesMessages.class);
    private static final int SHORT = 300;
    private static final int SHOWN = 20;

    private NotesMessages() {}

    /** Opens the form; also in a direct message, since its action id names the group. */
    static Button addButton(Gathering gathering) {
        return button(
                TEXTS.say("notes.add"),
                NotesFeature.ADD + "/" + gathering.group().id(),
                gathering.meeting().id().value());
    }

    /** Shows all that is kept. */
    static Button allButton(Gathering gathering) {
        return button(
                TEXTS.say("notes.all"),
                NotesFeature.ALL,
                gathering.meeting().id().value());
    }

    static String kind(Note.Kind kind) {
        return TEXTS.say("notes.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** One note on one line, or a few. */
    static String entry(Note note, Function<UserId, String> names) {
        return "• " + kind(note.kind()) + ": " + content(note, SHORT) + " · " + userQuiet(names.apply(note.by()));
    }

    private static String content(Note note, int most) {
        String label = Shorten.plain(note.text(), most);
        return note.url().map(url -> link(url, label)).orElseGet(() -> text(label));
    }

    static Message all(Gathering gathering, UserId viewer, Function<UserId, String> names) {
        List<Block> blocks = new ArrayList<>();
        String title = gathering.papers().isEmpty()
                ? TEXTS.say("notes.kept-of.meeting")
                : TEXTS.say("notes.kept-of", "papers", DiscussionText.papers(gathering, ""));
        blocks.add(section("*" + title + "*\n" + MeetingText.when(gathering.meeting(), gathering.group())));
        List<Note> notes = gathering.discussion().notes();
        if (notes.isEmpty()) {
            blocks.add(section(TEXTS.say("notes.nothing")));
        }
        notes.stream().limit(SHOWN).forEach(note -> blocks.addAll(entry(gathering, note, viewer, names)));
        if (notes.size() > SHOWN) {
            blocks.add(context(TEXTS.say("notes.more", "more", notes.size() - SHOWN)));
        }
        blocks.add(actions(addButton(gathering)));
        return Limits.fit(Message.of(TEXTS.say("notes.spoken"), blocks));
    }

    private static List<Block> entry(Gathering gathering, Note note, UserId viewer, Function<UserId, String> names) {
        Block said = section("*" + kind(note.kind()) + "* · " + userQuiet(names.apply(note.by())) + "\n"
                + content(note, NotesFeature.LONGEST));
        return note.by().equals(viewer) || gathering.isOrganizer(viewer)
                ? List.of(
                        said,
                        actions(button(
                                        TEXTS.say("notes.take-off"),
                                        NotesFeature.REMOVE,
                                        gathering.meeting().id() + " "
                                                + note.at().toEpochMilli() + " " + note.by())
                                .asking(confirm(
                                        TEXTS.say("notes.take-off.ask"),
                                        TEXTS.say("notes.take-off.means"),
                                        TEXTS.say("notes.take-off"),
                                        TEXTS.say("notes.take-off.keep")))))
                : List.of(said);
    }
}
