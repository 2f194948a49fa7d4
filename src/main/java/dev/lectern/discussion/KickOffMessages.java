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
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel reads when a meeting begins: what is read, who does what, what is asked, who is there. */
final class KickOffMessages {
    private static final Texts TEXTS = Texts.of(KickOffMessages.class);

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
                .ifPresent(questions -> blocks.add(section(TEXTS.say("opening.questions") + "\n" + questions)));
        DiscussionText.coming(gathering, names).ifPresent(coming -> blocks.add(context(coming)));
        here(gathering, names).ifPresent(here -> blocks.add(context(here)));
        blocks.add(actions(buttons(gathering, now)));
        blocks.add(context(TEXTS.say("opening.thread")));
        return Limits.fit(Message.of(
                gathering.papers().isEmpty()
                        ? TEXTS.say("opening.spoken.no-paper", "opening", opening)
                        : TEXTS.say(
                                "opening.spoken", "opening", opening, "titles", DiscussionText.titles(gathering, "")),
                blocks));
    }

    private static String opening(Gathering gathering, Instant now) {
        if (!gathering.hasBegun(now)) {
            return TEXTS.say("opening.later");
        }
        return TEXTS.say(gathering.isAheadOrOn(now) ? "opening.now" : "opening.past");
    }

    private static List<Block> papers(Gathering gathering) {
        if (gathering.papers().isEmpty()) {
            return List.of(section(TEXTS.say("opening.no-paper")));
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
                : Optional.of(TEXTS.say(
                        "opening.here",
                        "people",
                        DiscussionText.counted(gathering.discussion().attended(), gathering, names)));
    }

    private static List<Button> buttons(Gathering gathering, Instant now) {
        List<Button> buttons = new ArrayList<>();
        boolean on = gathering.isAheadOrOn(now);
        if (on && gathering.rules().attendance()) {
            buttons.add(button(
                            TEXTS.say("opening.here.button"),
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
        List<String> sentences = new ArrayList<>();
        sentences.add(TEXTS.say(
                "thread.what", "day", MeetingText.day(gathering.meeting().id().value())));
        gathering.parts().stream()
                .filter(part -> part.id().equals(HeldPart.SCRIBE) && !part.who().isEmpty())
                .forEach(part -> sentences.add(TEXTS.say("thread.scribe", "who", mentions(part))));
        sentences.add(TEXTS.say("thread.links"));
        String text = String.join(" ", sentences);
        return Message.of(text, section(text));
    }
}
