package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.Standing;
import dev.lectern.text.Texts;
import java.util.Optional;

/** Why somebody cannot present here, in a sentence. */
final class CandidateText {
    private static final Texts TEXTS = Texts.of(CandidateText.class);

    private CandidateText() {}

    /** How a form speaks of whom was chosen in it: beside fields Slack shows no mentions. */
    static String inForms() {
        return TEXTS.say("candidate.in-forms");
    }

    /**
     * Empty where nothing is known against it.
     *
     * @param standing what Slack says of them
     * @param called what to call them: a mention, or {@link #inForms()}
     */
    static Optional<String> hindrance(Group group, UserId who, Standing standing, String called) {
        return switch (standing) {
            case BOT -> Optional.of(TEXTS.say("candidate.bot", "who", called));
            case DEACTIVATED -> Optional.of(TEXTS.say("candidate.deactivated", "who", called));
            case PERSON, UNKNOWN ->
                group.isMember(who) ? Optional.empty() : Optional.of(TEXTS.say("candidate.no-member", "who", called));
        };
    }
}
