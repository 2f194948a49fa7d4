package dev.lectern.ballot;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What only the organizer of a group may do with its votes. */
final class OrganizerText {
    private static final Texts TEXTS = Texts.of(OrganizerText.class);

    private OrganizerText() {}

    private static Optional<Reply> refusal(Group group, UserId who) {
        return RightsText.mayOrganize(group, who) ? Optional.empty() : Optional.of(Reply.onlyToYou(sentence(group)));
    }

    /** What comes of what an organizer asked for; a refusal for everybody else, and where there is no group. */
    static Reply organizing(Optional<Group> group, UserId who, Function<Group, Reply> work) {
        return group.map(found -> refusal(found, who).orElseGet(() -> work.apply(found)))
                .orElseGet(GroupFeature::noGroup);
    }

    private static String sentence(Group group) {
        List<String> organizers = group.organizers().stream().map(Mrkdwn::user).toList();
        return organizers.size() == 1
                ? TEXTS.say("organizer.only", "who", organizers.get(0))
                : TEXTS.say("organizer.several", "who", Enumerations.and(organizers));
    }
}
