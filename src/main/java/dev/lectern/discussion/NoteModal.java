package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.option;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.textInput;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** The form for a note or a link: made, and read back. */
final class NoteModal {
    private static final Texts TEXTS = Texts.of(NoteModal.class);
    static final String CALLBACK = "notes.added/1";
    static final String TEXT = "text";
    private static final String KIND = "kind";
    private static final String LINK = "link";
    private static final String ANSWER = "answer";

    private NoteModal() {}

    static Modal of(Gathering gathering) {
        return Limits.fit(Modal.of(
                        CALLBACK,
                        TEXTS.say("notes.add"),
                        context(TEXTS.say(
                                "for.meeting-of", "when", MeetingText.when(gathering.meeting(), gathering.group()))),
                        input(
                                KIND,
                                TEXTS.say("note.what"),
                                select(
                                                ANSWER,
                                                Arrays.stream(Note.Kind.values())
                                                        .map(kind -> option(NotesMessages.kind(kind), kind.name()))
                                                        .toList())
                                        .choosing(Note.Kind.NOTES.name())),
                        input(LINK, TEXTS.say("note.link"), textInput(ANSWER).atMost(WebLink.LONGEST))
                                .hint(TEXTS.say("note.link.hint"))
                                .mayBeEmpty(),
                        input(
                                        TEXT,
                                        TEXTS.say("note.words"),
                                        textInput(ANSWER).tall().atMost(NotesFeature.LONGEST))
                                .mayBeEmpty())
                .submit(TEXTS.say("note.add"))
                .close(TEXTS.say("cancel"))
                .privateMetadata(new DiscussionPlace(
                                gathering.group().id(), gathering.meeting().id(), "")
                        .write()));
    }

    /** What a form became. */
    sealed interface Read {}

    record Valid(Note note) implements Read {}

    /** @param problems a sentence beside each field that needs one */
    record Invalid(Map<String, String> problems) implements Read {}

    static Read read(Submission sent, UserId by, Instant at) {
        String typed = sent.value(LINK).orElse("").strip();
        String text = sent.value(TEXT).orElse("").strip();
        Optional<String> link = WebLink.in(typed);
        if (!typed.isEmpty() && link.isEmpty()) {
            return new Invalid(Map.of(LINK, TEXTS.say("note.no-link")));
        }
        if (link.isEmpty() && text.isEmpty()) {
            return new Invalid(Map.of(TEXT, TEXTS.say("note.empty")));
        }
        if (text.codePointCount(0, text.length()) > NotesFeature.LONGEST) {
            return new Invalid(
                    Map.of(TEXT, TEXTS.say("note.too-long", "most", Integer.toString(NotesFeature.LONGEST))));
        }
        return new Valid(new Note(kind(sent), text, link, by, at));
    }

    private static Note.Kind kind(Submission sent) {
        String chosen = sent.value(KIND).orElse("");
        return Arrays.stream(Note.Kind.values())
                .filter(kind -> kind.name().equals(chosen))
                .findFirst()
                .orElse(Note.Kind.OTHER);
    }
}
