package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Standing;
import java.util.Optional;

/** Why somebody cannot present here, in a sentence. */
final class CandidateText {
    /** How a form speaks of whom was chosen in it: beside fields Slack shows no mentions. */
    static final String IN_FORMS = "This person";

    private CandidateText() {}

    /**
     * Empty where nothing is known against it.
     *
     * @param standing what Slack says of them
     * @param called what to call them: a mention, or {@link #IN_FORMS}
     */
    static Optional<String> hindrance(Group group, UserId who, Standing standing, String called) {
        return switch (standing) {
            case BOT -> Optional.of(called + " is a bot, and bots don't present. Choose a member.");
            case DEACTIVATED -> Optional.of(called + " is deactivated in Slack. Choose somebody who is still here.");
            case PERSON, UNKNOWN ->
                group.isMember(who)
                        ? Optional.empty()
                        : Optional.of(
                                called + " is not a member of this reading group. With /papers join in the channel "
                                        + "everybody makes themselves one. Choose a member.");
        };
    }
}
