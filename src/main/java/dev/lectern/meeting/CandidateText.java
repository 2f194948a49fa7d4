package dev.lectern.meeting;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Standing;
import java.util.Optional;

/** Why somebody cannot present here, in a sentence. */
final class CandidateText {
    private CandidateText() {}

    /**
     * Escaped mrkdwn; empty where nothing is known against it.
     *
     * @param standing what Slack says of them
     */
    static Optional<String> hindrance(Group group, UserId who, Standing standing) {
        return switch (standing) {
            case BOT -> Optional.of(user(who) + " is a bot, and bots don't present. Choose a member.");
            case DEACTIVATED ->
                Optional.of("The account of " + user(who) + " is deactivated. Choose somebody who is still here.");
            case PERSON, UNKNOWN ->
                group.isMember(who)
                        ? Optional.empty()
                        : Optional.of(user(who)
                                + " is not a member of this reading group: `/papers join` in the channel makes them one. "
                                + "Choose a member.");
        };
    }

    /** For a form, which shows no mentions. */
    static String plain(String sentence, UserId who) {
        return sentence.replace(user(who) + " is", "That is")
                .replace("The account of " + user(who), "That account")
                .replace("`", "");
    }
}
