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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What was kept of a meeting: notes, slides, links. */
final class NotesMessages {
    private static final int SHORT = 300;
    private static final int SHOWN = 20;

    private NotesMessages() {}

    /** Opens the form; also in a direct message, since its action id names the group. */
    static Button addButton(Gathering gathering) {
        return button(
                "Add notes or slides",
                NotesFeature.ADD + "/" + gathering.group().id(),
                gathering.meeting().id().value());
    }

    /** Shows all that is kept. */
    static Button allButton(Gathering gathering) {
        return button("All notes", NotesFeature.ALL, gathering.meeting().id().value());
    }

    static String kind(Note.Kind kind) {
        return switch (kind) {
            case NOTES -> "Notes";
            case SLIDES -> "Slides";
            case RECORDING -> "Recording";
            case CODE -> "Code";
            case OTHER -> "Link";
        };
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
        blocks.add(section("*Kept of " + DiscussionText.papers(gathering, "the meeting") + "*\n"
                + MeetingText.when(gathering.meeting(), gathering.group())));
        List<Note> notes = gathering.discussion().notes();
        if (notes.isEmpty()) {
            blocks.add(section("Nothing is kept of this meeting yet. Slides, a page of notes, the recording, code: "
                    + "“Add notes or slides” takes them."));
        }
        notes.stream().limit(SHOWN).forEach(note -> blocks.addAll(entry(gathering, note, viewer, names)));
        if (notes.size() > SHOWN) {
            blocks.add(context("And " + (notes.size() - SHOWN) + " more, added later."));
        }
        blocks.add(actions(addButton(gathering)));
        return Limits.fit(Message.of("What is kept of the meeting", blocks));
    }

    private static List<Block> entry(Gathering gathering, Note note, UserId viewer, Function<UserId, String> names) {
        Block said = section("*" + kind(note.kind()) + "* · " + userQuiet(names.apply(note.by())) + "\n"
                + content(note, NotesFeature.LONGEST));
        return note.by().equals(viewer) || gathering.isOrganizer(viewer)
                ? List.of(
                        said,
                        actions(button(
                                        "Take off",
                                        NotesFeature.REMOVE,
                                        gathering.meeting().id() + " "
                                                + note.at().toEpochMilli() + " " + note.by())
                                .asking(confirm("Take it off?", "It is gone then.", "Take off", "Keep it"))))
                : List.of(said);
    }
}
