package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.link;
import static dev.lectern.slack.block.Mrkdwn.text;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.discussion.Note;
import dev.lectern.discussion.Question;
import dev.lectern.group.GroupId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How what was read is spoken of, everywhere alike, and the buttons to what is left of it. */
final class RememberText {
    private static final Texts TEXTS = Texts.of(RememberText.class);
    /** Opens a meeting's notes; its value is the meeting's id. */
    static final String NOTES = "remember.notes/1";

    /** Opens a meeting's questions; its value is the meeting's id. */
    static final String QUESTIONS = "remember.questions/1";

    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_NOTE = 1_500;

    private RememberText() {}

    /** Such as {@code ★ 4.3 of 5}; empty while too few rated it. */
    static Optional<String> stars(Stars stars) {
        return stars.average().map(average -> TEXTS.say("read.stars", "stars", oneDecimal(average)));
    }

    /** As the language writes numbers, such as {@code 4.3}. */
    private static String oneDecimal(double number) {
        return String.format(Language.spoken().locale(), "%.1f", number);
    }

    static String presentedBy(String who) {
        return TEXTS.say("read.presented-by", "who", who);
    }

    /** What stands where a paper's title cannot. */
    static String unknown() {
        return TEXTS.say("read.paper-unknown");
    }

    /**
     * The buttons to what is there of a meeting; may be none.
     *
     * @param group where they do not stand in the group's own channel
     */
    static List<Button> more(ReadPaper read, Optional<GroupId> group) {
        List<Button> buttons = new ArrayList<>();
        if (!read.notes().isEmpty()) {
            buttons.add(notes(read.meeting(), read.notes().size(), group));
        }
        if (!read.questions().isEmpty()) {
            buttons.add(aMeetingButton(
                    TEXTS.say("read.questions-button", "count", read.questions().size()),
                    QUESTIONS,
                    read.meeting(),
                    group));
        }
        return buttons;
    }

    static Button notes(MeetingId meeting, int count, Optional<GroupId> group) {
        return aMeetingButton(TEXTS.say("read.notes-button", "count", count), NOTES, meeting, group);
    }

    private static Button aMeetingButton(String text, String action, MeetingId meeting, Optional<GroupId> group) {
        return button(text, action + group.map(id -> "/" + id).orElse(""), meeting.value());
    }

    /** What it says or where it leads, and what it is; mrkdwn. */
    static String note(Note note) {
        String kind = kind(note.kind());
        String words = Shorten.plain(note.text(), LONGEST_NOTE);
        return note.url()
                .map(url -> link(url, words.isBlank() ? kind : words) + (words.isBlank() ? "" : " · " + kind))
                .orElseGet(() -> text(words));
    }

    private static String kind(Note.Kind kind) {
        return TEXTS.say("note." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** What was asked and how many wanted to talk about it, without who; mrkdwn. */
    static String question(Question question) {
        int votes = question.votes().size();
        return line(Shorten.plain(question.text(), LONGEST_QUESTION)) + (votes == 0 ? "" : " · +" + votes);
    }

    /** Who asked, for what one person sees. */
    static String asker(Question question) {
        return question.anonymous()
                ? TEXTS.say("read.asked-anonymously")
                : TEXTS.say("read.asked-by", "who", user(question.by()));
    }
}
