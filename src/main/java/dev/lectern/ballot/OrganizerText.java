package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.RightsText;
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
        return RightsText.mayOrganize(group, who) ? Optional.empty() : Optional.of(Reply.onlyToYou(sentence(group)));
    }

    private static String sentence(Group group) {
        return TEXTS.say("organizer.only", "who", RightsText.organizers(group));
    }
}
