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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the organizer is told about meetings that find no presenter by themselves. */
final class OwnerMessages {
    static final String ASK = "owner.ask/1";
    static final String MINE = "owner.mine/1";
    static final String CHOOSE = "owner.choose/1";

    private OwnerMessages() {}

    /**
     * @param onceMore who could be asked once more
     * @param name how they are called
     */
    static Message nobodyLeft(Meeting meeting, Group group, Optional<UserId> onceMore, Optional<String> name) {
        String day = meeting.id().value();
        List<Button> buttons = new ArrayList<>();
        onceMore.ifPresent(who ->
                buttons.add(button("Ask " + name.orElse("them") + " once more", ASK + "/" + group.id() + "/" + who, day)
                        .primary()));
        buttons.add(button("I do it", MINE + "/" + group.id(), day));
        buttons.add(button("Choose…", CHOOSE + "/" + group.id(), day));
        return Message.of(
                "Nobody is left to ask about " + MeetingText.when(meeting, group) + ": it is yours to settle.",
                section("*Nobody is left to ask who presents on " + MeetingText.when(meeting, group) + "* in "
                        + line("#" + group.channelName())
                        + ": everybody has declined, did not answer, or is away. You set the group up, so it is yours "
                        + "to settle. The channel was asked, too."),
                actions(buttons));
    }

    /** How it ended, or stands, where it is not the organizer's any more. */
    static Message settled(Meeting meeting, Group group) {
        return PresenterMessages.plain("For " + MeetingText.when(meeting, group) + " in "
                + line("#" + group.channelName()) + " nobody was left to ask. Now: " + now(meeting) + ".");
    }

    static Message silent(Meeting meeting, Group group) {
        String who = meeting.presenting().silent().stream().map(Mrkdwn::user).collect(Collectors.joining(", "));
        return PresenterMessages.plain(who + " did not answer, asked twice, whether to present on "
                + MeetingText.when(meeting, group) + " in " + line("#" + group.channelName())
                + ". I went on to the next. Now: " + now(meeting) + ".");
    }

    private static String now(Meeting meeting) {
        if (meeting.state() != MeetingState.PLANNED) {
            return "the meeting is over";
        }
        return meeting.presenter()
                .map(who -> user(who) + " presents")
                .or(() -> meeting.asked().map(who -> user(who) + " is asked"))
                .orElse("nobody is asked");
    }
}
