package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;

import dev.lectern.group.Group;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The form in which the organizer puts off, ends or calls off an open vote. */
final class ManageBallotModal {
    private static final Texts TEXTS = Texts.of(ManageBallotModal.class);

    static final String CALLBACK = "ballot.extend/1";
    static final String CLOSE_NOW = "ballot.closenow/1";
    static final String CANCEL = "ballot.cancel/1";

    private ManageBallotModal() {}

    static String title() {
        return TEXTS.say("manage.title");
    }

    static Modal of(Group group, Ballot ballot, int turnout) {
        ZoneId zone = group.settings().zone();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say(
                "manage.state",
                "closes",
                date(ballot.closes(), zone),
                "voted",
                turnout,
                "members",
                group.members().size(),
                "rules",
                VotingRulesText.line(ballot.rules()))));
        blocks.addAll(NewBallotModal.deadline(ballot.closes(), zone));
        blocks.add(actions(
                button(TEXTS.say("manage.close"), CLOSE_NOW + "/" + ballot.id())
                        .asking(confirm(
                                TEXTS.say("manage.close.ask"),
                                TEXTS.say("manage.close.text"),
                                TEXTS.say("manage.close.yes"),
                                TEXTS.say("manage.leave"))),
                button(TEXTS.say("manage.cancel"), CANCEL + "/" + ballot.id())
                        .danger()
                        .asking(confirm(
                                TEXTS.say("manage.cancel.ask"),
                                TEXTS.say("manage.cancel.text"),
                                TEXTS.say("manage.cancel"),
                                TEXTS.say("manage.leave")))));
        return Limits.fit(Modal.of(CALLBACK, title(), blocks)
                .submit(TEXTS.say("manage.put-off"))
                .close(TEXTS.say("new.cancel"))
                .privateMetadata(new FormPlace(group.id(), ballot.id().value()).write()));
    }
}
