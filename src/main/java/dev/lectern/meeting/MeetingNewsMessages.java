package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Outbound;
import dev.lectern.text.Texts;
import dev.lectern.work.Outgoing;
import java.time.Instant;
import java.util.function.Supplier;

/** What a presenter is told whose meeting is moved or called off. */
final class MeetingNewsMessages {
    static final String MOVED = "meeting.moved";
    static final String OFF = "meeting.off";

    private static final Texts TEXTS = Texts.of(MeetingNewsMessages.class);

    private MeetingNewsMessages() {}

    static Outgoing moved(Instant now, Group group, Meeting before, Meeting after, UserId presenter) {
        return told(
                MOVED,
                now,
                after,
                presenter,
                () -> TEXTS.say(
                        "news.moved",
                        "channel",
                        line("#" + group.channelName()),
                        "before",
                        MeetingText.when(before, group),
                        "after",
                        MeetingText.when(after, group)));
    }

    static Outgoing off(Instant now, Group group, Meeting meeting, UserId presenter) {
        return told(
                OFF,
                now,
                meeting,
                presenter,
                () -> TEXTS.say(
                        "news.off",
                        "when",
                        MeetingText.when(meeting, group),
                        "channel",
                        line("#" + group.channelName())));
    }

    private static Outgoing told(
            String what, Instant now, Meeting meeting, UserId presenter, Supplier<String> sentence) {
        return Outbound.toMember(
                        what + "/" + meeting.id() + "/" + presenter + "/" + now.toEpochMilli(),
                        presenter,
                        () -> PresenterMessages.plain(sentence.get()))
                .notTwice();
    }
}
