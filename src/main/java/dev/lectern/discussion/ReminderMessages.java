package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.link;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.QuestionText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel, and whoever presents, is told the day before a meeting; true whenever it is drawn. */
final class ReminderMessages {
    private ReminderMessages() {}

    static String action(Rsvp answer) {
        return "rsvp." + answer.name().toLowerCase(Locale.ROOT) + "/1";
    }

    private static Button rsvp(Rsvp answer, Gathering gathering) {
        String label = switch (answer) {
            case YES -> "Coming";
            case MAYBE -> "Maybe";
            case NO -> "Not this time";
        };
        return button(label, action(answer), gathering.meeting().id().value());
    }

    /** @param key which names the meeting */
    static Message calledOff(String key) {
        String text = "The meeting of " + MeetingText.day(key.split("/", 2)[0])
                + " does not take place. `/papers schedule` " + "in the group's channel shows the next one.";
        return Message.of(text, section(text));
    }

    static Message reminder(Gathering gathering, Function<UserId, String> names, Instant now) {
        if (gathering.isCancelled()) {
            return calledOff(gathering.meeting().id().value());
        }
        String day = gathering.hasBegun(now) ? "By now" : day(gathering, now);
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + day + " " + weRead(gathering) + "*\n" + when + " · "
                + MeetingText.presenter(gathering.meeting())));
        DiscussionText.place(gathering.meeting()).ifPresent(place -> blocks.add(context(place)));
        DiscussionText.coming(gathering, names).ifPresent(coming -> blocks.add(context(coming)));
        if (gathering.isAheadOrOn(now)) {
            blocks.add(actions(buttons(gathering)));
        }
        return Limits.fit(Message.of(
                day + ": " + DiscussionText.titles(gathering, "the reading group meets") + ", " + when + ".", blocks));
    }

    private static String weRead(Gathering gathering) {
        if (gathering.papers().isEmpty()) {
            return "the reading group meets. No paper is chosen: bring one, or talk about what to read next";
        }
        return "we read " + DiscussionText.papers(gathering, "together");
    }

    private static List<Button> buttons(Gathering gathering) {
        List<Button> buttons = new ArrayList<>();
        for (Rsvp answer : Rsvp.values()) {
            buttons.add(rsvp(answer, gathering));
        }
        if (!gathering.papers().isEmpty()) {
            buttons.add(QuestionText.askButton(gathering.meeting().id()));
        }
        // Of several papers the buttons would be one and the same in their row.
        if (gathering.papers().size() == 1) {
            buttons.add(PaperText.detailsButton(gathering.papers().get(0)));
        }
        return buttons;
    }

    private static String day(Gathering gathering, Instant now) {
        ZoneId zone = gathering.group().settings().zone();
        return DiscussionText.day(now, gathering.meeting().start(), zone);
    }

    /** For one presenter: what it is about, what helps, and what the others want to talk about. */
    static Message brief(Gathering gathering, UserId presenter, Instant now) {
        if (gathering.isCancelled()) {
            return calledOff(gathering.meeting().id().value());
        }
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        String where = line("#" + gathering.group().channelName());
        if (!gathering.presenters().contains(presenter)) {
            String text = "You don't present in " + where + " on " + when + " any more. Nothing is left for you to do.";
            return Message.of(text, section(text));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + (gathering.hasBegun(now) ? "By now" : day(gathering, now)) + " you present "
                + DiscussionText.papers(gathering, "what you like: no paper is chosen") + "*\nIn " + where + ", " + when
                + "."));
        gathering.papers().stream()
                .filter(paper -> !paper.links().isEmpty())
                .forEach(paper -> blocks.add(context(links(paper))));
        DiscussionText.place(gathering.meeting()).ifPresent(place -> blocks.add(context(place)));
        blocks.add(section("*What helps*\nTen minutes or so, in your own words: what the paper asks, how it goes about "
                + "it, and what came out. One figure or table that carries it says more than all of them. Say what you "
                + "doubt and what you did not understand: that is where discussions begin. Slides are welcome and not "
                + "needed."));
        blocks.add(section("*What the others want to talk about*\n"
                + DiscussionText.top(gathering)
                        .orElse("No question yet; this message shows them as they come in, the most wanted first.")));
        blocks.add(actions(DiscussionText.allButton(gathering), NotesMessages.addButton(gathering)));
        return Limits.fit(
                Message.of("You present " + DiscussionText.titles(gathering, "") + " on " + when + ".", blocks));
    }

    private static String links(Paper paper) {
        return "Read it: "
                + paper.links().stream().map(to -> link(to.url(), to.label())).collect(Collectors.joining(" · "));
    }
}
