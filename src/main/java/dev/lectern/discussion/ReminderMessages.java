package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.link;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.QuestionText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.slack.block.Section;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the channel, and whoever presents, is told the day before a meeting; true whenever it is drawn. */
final class ReminderMessages {
    private static final Texts TEXTS = Texts.of(ReminderMessages.class);

    private ReminderMessages() {}

    static String action(Rsvp answer) {
        return "rsvp." + answer.name().toLowerCase(Locale.ROOT) + "/1";
    }

    private static Button rsvp(Rsvp answer, Gathering gathering, String action) {
        String label = TEXTS.say("rsvp." + answer.name().toLowerCase(Locale.ROOT));
        return button(label, action, gathering.meeting().id().value());
    }

    /** What a member is asked where no reminder stands above it. */
    static Section question(Gathering gathering) {
        String group = line("#" + gathering.group().channelName());
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        return section(
                gathering.papers().isEmpty()
                        ? TEXTS.say("rsvp.asked.no-paper", "group", group, "when", when)
                        : TEXTS.say(
                                "rsvp.asked",
                                "group",
                                group,
                                "when",
                                when,
                                "papers",
                                DiscussionText.papers(gathering.papers())));
    }

    /** The answers to it, which tell the group themselves. */
    static List<Button> answers(Gathering gathering) {
        GroupId group = gathering.group().id();
        return Arrays.stream(Rsvp.values())
                .map(answer -> rsvp(answer, gathering, action(answer) + "/" + group))
                .toList();
    }

    /** @param key which names the meeting */
    static Message calledOff(String key) {
        String text = TEXTS.say("reminder.called-off", "day", MeetingText.day(key.split("/", 2)[0]));
        return Message.of(text, section(text));
    }

    static Message reminder(Gathering gathering, Function<UserId, String> names, Instant now) {
        if (gathering.isCancelled()) {
            return calledOff(gathering.meeting().id().value());
        }
        String day = day(gathering, now);
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(
                "*" + weRead(gathering, day) + "*\n" + when + " · " + MeetingText.presenter(gathering.meeting())));
        DiscussionText.place(gathering.meeting()).ifPresent(place -> blocks.add(context(place)));
        DiscussionText.coming(gathering, names).ifPresent(coming -> blocks.add(context(coming)));
        if (gathering.isAheadOrOn(now)) {
            blocks.add(actions(buttons(gathering)));
        }
        return Limits.fit(Message.of(
                gathering.papers().isEmpty()
                        ? TEXTS.say("reminder.spoken.no-paper", "day", day, "when", when)
                        : TEXTS.say(
                                "reminder.spoken",
                                "day",
                                day,
                                "titles",
                                DiscussionText.titles(gathering, ""),
                                "when",
                                when),
                blocks));
    }

    private static String weRead(Gathering gathering, String day) {
        return gathering.papers().isEmpty()
                ? TEXTS.say("reminder.no-paper", "day", day)
                : TEXTS.say("reminder.read", "day", day, "papers", DiscussionText.papers(gathering, ""));
    }

    private static List<Button> buttons(Gathering gathering) {
        List<Button> buttons = new ArrayList<>();
        for (Rsvp answer : Rsvp.values()) {
            buttons.add(rsvp(answer, gathering, action(answer)));
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
        if (gathering.hasBegun(now)) {
            return TEXTS.say("day.past");
        }
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
            String text = TEXTS.say("brief.not-any-more", "where", where, "when", when);
            return Message.of(text, section(text));
        }
        List<Block> blocks = new ArrayList<>();
        List<Paper> theirs = gathering.presentedBy(presenter);
        blocks.add(section("*" + youPresent(gathering, theirs, presenter, day(gathering, now)) + "*\n"
                + TEXTS.say("brief.where", "where", where, "when", when)));
        otherHalf(gathering, presenter).ifPresent(who -> blocks.add(context(who)));
        theirs.stream().filter(paper -> !paper.links().isEmpty()).forEach(paper -> blocks.add(context(links(paper))));
        DiscussionText.place(gathering.meeting()).ifPresent(place -> blocks.add(context(place)));
        blocks.add(section(TEXTS.say("brief.helps")));
        blocks.add(section(TEXTS.say("brief.questions") + "\n"
                + DiscussionText.top(gathering).orElseGet(() -> TEXTS.say("brief.questions.none"))));
        blocks.add(actions(DiscussionText.allButton(gathering), NotesMessages.addButton(gathering)));
        return Limits.fit(Message.of(
                theirs.isEmpty()
                        ? TEXTS.say("brief.spoken.free", "when", when)
                        : TEXTS.say("brief.spoken", "titles", PaperText.titles(theirs), "when", when),
                blocks));
    }

    private static String youPresent(Gathering gathering, List<Paper> theirs, UserId presenter, String day) {
        if (theirs.isEmpty()) {
            return TEXTS.say("brief.title.free", "day", day);
        }
        return TEXTS.say("brief.title", "day", day, "papers", whatOf(gathering, theirs, presenter));
    }

    private static String whatOf(Gathering gathering, List<Paper> theirs, UserId presenter) {
        String papers = DiscussionText.papers(theirs);
        if (!gathering.isInHalves()) {
            return papers;
        }
        return gathering.isFirst(presenter)
                ? TEXTS.say("brief.first-half", "papers", papers)
                : TEXTS.say("brief.second-half", "papers", papers);
    }

    /** Who presents the half that this presenter does not; empty where the paper is not presented in halves. */
    private static Optional<String> otherHalf(Gathering gathering, UserId presenter) {
        if (!gathering.isInHalves()) {
            return Optional.empty();
        }
        List<String> others = gathering.presenters().stream()
                .filter(other -> !other.equals(presenter))
                .map(Mrkdwn::user)
                .toList();
        return Optional.of(
                others.isEmpty()
                        ? TEXTS.say("brief.other-half.nobody")
                        : TEXTS.say("brief.other-half", "who", Enumerations.and(others)));
    }

    private static String links(Paper paper) {
        return TEXTS.say(
                "brief.read-it",
                "links",
                paper.links().stream().map(to -> link(to.url(), to.label())).collect(Collectors.joining(" · ")));
    }
}
