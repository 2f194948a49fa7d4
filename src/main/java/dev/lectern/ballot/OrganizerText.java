package dev.lectern.ballot;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Reply;
import java.util.Optional;

/** What only the organizer of a group may do with its votes. */
final class OrganizerText {
    private OrganizerText() {}

    /** A refusal for everybody else. */
    static Optional<Reply> refusal(Group group, UserId who) {
        return group.organizer().equals(who)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou("Only " + user(group.organizer())
                        + ", who set this group up, manages its votes. `/papers ballot` shows them, and `/papers vote` "
                        + "opens one by the group's rules."));
    }
}
