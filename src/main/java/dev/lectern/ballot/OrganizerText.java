package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.util.List;
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
        List<String> organizers = group.organizers().stream().map(Mrkdwn::user).toList();
        return organizers.size() == 1
                ? TEXTS.say("organizer.only", "who", organizers.get(0))
                : TEXTS.say("organizer.several", "who", Enumerations.and(organizers));
    }
}
