package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Reply;
import dev.lectern.text.Texts;
import java.util.Optional;

/** What only the organizer of a group may do with its votes. */
final class OrganizerText {
    private static final Texts TEXTS = Texts.of(OrganizerText.class);

    private OrganizerText() {}

    /** A refusal for everybody else. */
    static Optional<Reply> refusal(Group group, UserId who) {
        return group.organizer().equals(who)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(TEXTS.say("organizer.only", "who", user(group.organizer()))));
    }
}
