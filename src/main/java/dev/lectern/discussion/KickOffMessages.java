package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.QuestionText;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel reads when a meeting begins: what is read, who does what, what is asked, who is there. */
final class KickOffMessages {
    private KickOffMessages() {}

    static Message kickOff(Gathering gathering, Function<UserId, String> names, Instant now) {
        if (gathering.isCancelled()) {
            return ReminderMessages.calledOff(gathering.meeting().id().value());
        }
        String opening = opening(gathering, now);
        List<Block> blocks = new ArrayList<>();
        blocks.add(header(opening));
        blocks.addAll(papers(gathering));
        blocks.add(context(people(gathering)));
        DiscussionText.place(gathering.meeting()).ifPresent(place -> blocks.add(section(place)));
        DiscussionText.top(gathering)
                .ifPresent(questions -> blocks.add(section("*What we want to talk about*\n" + questions)));
        DiscussionText.coming(gathering, names).ifPresent(coming -> blocks.add(context(coming)));
        here(gathering, names).ifPresent(here -> blocks.add(context(here)));
        blocks.add(actions(buttons(gathering, now)));
        blocks.add(context("Use this message's thread for notes."));
        return Limits.fit(
                Message.of(opening + ": " + DiscussionText.titles(gathering, "no paper chosen") + ".", blocks));
    }

    private static String opening(Gathering gathering, Instant now) {
        if (!gathering.hasBegun(now)) {
            return "The reading group meets later than planned";
        }
        return gathering.isAheadOrOn(now) ? "The reading group starts now" : "The reading group met";
    }

    private static List<Block> papers(Gathering gathering) {
        if (gathering.papers().isEmpty()) {
            return List.of(section("No paper was chosen this time: bring one, or talk about what to read next."));
        }
        return gathering.papers().stream()
                .<Block>map(paper -> section(PaperCard.of(paper).entry()))
                .toList();
    }

    /** Who presents, and who has which part. */
    private static String people(Gathering gathering) {
        String parts = gathering.parts().stream()
                .filter(part -> !part.who().isEmpty())
                .map(part -> " · " + line(part.name()) + ": " + mentions(part))
                .collect(Collectors.joining());
        return MeetingText.presenter(gathering.meeting()) + parts;
    }

    private static String mentions(HeldPart part) {
        return part.who().stream().map(who -> user(who)).collect(Collectors.joining(", "));
    }

    /** Who is here by their own word; empty where nobody said so. */
    static Optional<String> here(Gathering gathering, Function<UserId, String> names) {
        return gathering.discussion().attended().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Here: " + DiscussionText.counted(gathering.discussion().attended(), gathering, names));
    }

    private static List<Button> buttons(Gathering gathering, Instant now) {
        List<Button> buttons = new ArrayList<>();
        boolean on = gathering.isAheadOrOn(now);
        if (on && gathering.rules().attendance()) {
            buttons.add(button(
                            "I'm here",
                            AttendanceFeature.HERE,
                            gathering.meeting().id().value())
                    .primary());
        }
        if (on && !gathering.papers().isEmpty()) {
            buttons.add(QuestionText.askButton(gathering.meeting().id()));
        }
        if (!gathering.discussion().questions().isEmpty()) {
            buttons.add(DiscussionText.allButton(gathering));
        }
        buttons.add(NotesMessages.addButton(gathering));
        if (gathering.papers().size() == 1) {
            buttons.add(PaperText.detailsButton(gathering.papers().get(0)));
        }
        return buttons;
    }

    /** The first answer in the thread: what the thread is for. */
    static Message thread(Gathering gathering) {
        String scribes = gathering.parts().stream()
                .filter(part -> part.id().equals(HeldPart.SCRIBE) && !part.who().isEmpty())
                .map(part -> " " + mentions(part) + " writes down what is said; everybody else may, too.")
                .collect(Collectors.joining());
        String text = "Notes of the meeting of "
                + MeetingText.day(gathering.meeting().id().value())
                + " go here: what was said, what stayed open, what to look up." + scribes
                + " “Add notes or slides” above keeps links for later; `/papers notes` shows them.";
        return Message.of(text, section(text));
    }
}
