package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the organizer is told about meetings that find no presenter by themselves. */
final class OwnerMessages {
    static final String ASK = "owner.ask/1";
    static final String MINE = "owner.mine/1";
    static final String CHOOSE = "owner.choose/1";

    private static final Texts TEXTS = Texts.of(OwnerMessages.class);

    private OwnerMessages() {}

    /**
     * @param onceMore who could be asked once more
     * @param name how they are called
     */
    static Message nobodyLeft(Meeting meeting, Group group, Optional<UserId> onceMore, Optional<String> name) {
        String day = meeting.id().value();
        List<Button> buttons = new ArrayList<>();
        onceMore.ifPresent(who -> buttons.add(button(
                        name.map(called -> TEXTS.say("button.ask-once-more", "who", called))
                                .orElseGet(() -> TEXTS.say("button.ask-them-once-more")),
                        ASK + "/" + group.id() + "/" + who,
                        day)
                .primary()));
        buttons.add(button(TEXTS.say("button.organizer-does-it"), MINE + "/" + group.id(), day));
        buttons.add(button(TEXTS.say("button.choose"), CHOOSE + "/" + group.id(), day));
        String when = MeetingText.when(meeting, group);
        return Message.of(
                TEXTS.say("owner.text", "when", when),
                section(TEXTS.say("owner.section", "when", when, "channel", line("#" + group.channelName()))),
                actions(buttons));
    }

    /** How it ended, or stands, where it is not the organizer's any more. */
    static Message settled(Meeting meeting, Group group) {
        return PresenterMessages.plain(TEXTS.say(
                "owner.settled",
                "when",
                MeetingText.when(meeting, group),
                "channel",
                line("#" + group.channelName()),
                "now",
                now(meeting)));
    }

    static Message silent(Meeting meeting, Group group) {
        return PresenterMessages.plain(TEXTS.say(
                "owner.silent",
                "who",
                meeting.presenting().silent().stream().map(Mrkdwn::user).collect(Collectors.joining(", ")),
                "when",
                MeetingText.when(meeting, group),
                "channel",
                line("#" + group.channelName()),
                "now",
                now(meeting)));
    }

    private static String now(Meeting meeting) {
        if (meeting.state() != MeetingState.PLANNED) {
            return TEXTS.say("owner.now.over");
        }
        return meeting.presenter()
                .map(who -> TEXTS.say("owner.now.presents", "who", user(who)))
                .or(() -> meeting.asked().map(who -> TEXTS.say("owner.now.asked", "who", user(who))))
                .orElseGet(() -> TEXTS.say("owner.now.nobody"));
    }
}
