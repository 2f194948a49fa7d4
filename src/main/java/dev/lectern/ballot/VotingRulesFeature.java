package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.GroupLogStore;
import dev.lectern.group.Setting;
import dev.lectern.group.SettingsChange;
import dev.lectern.group.UserId;
import dev.lectern.slack.Click;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.util.List;

/** The organizer says how the group votes, from its next vote on. */
final class VotingRulesFeature implements Feature {
    private static final Texts TEXTS = Texts.of(VotingRulesFeature.class);

    static final String OPENS = "ballot.rules/1";
    private static final String NOTE = "ballot.rules";

    private final BallotStores stores;
    private final GroupLogStore log;
    private final Changes changes;

    VotingRulesFeature(BallotStores stores, GroupLogStore log, Changes changes) {
        this.stores = stores;
        this.log = log;
        this.changes = changes;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.button(OPENS, this::opens);
        routes.modal(VotingRulesModal.CALLBACK, this::sent);
    }

    @Override
    public void words(Wording wording) {
        wording.message(NOTE, () -> TEXTS.say("words.rules"));
    }

    private Reply opens(Click click) {
        return OrganizerText.organizing(
                stores.groups().find(click.group()),
                click.user(),
                group -> Reply.opens(
                        VotingRulesModal.of(group.id(), stores.rules().of(group.id()))));
    }

    private Reply sent(Submission sent) {
        FormPlace place = FormPlace.read(sent.metadata());
        Reply reply = changes.once(
                place.group(),
                sent.request(),
                Reply.KEPT,
                change -> OrganizerText.organizing(
                        stores.groups().find(place.group()), sent.user(), group -> save(change, group, sent)));
        return AnswerModal.of(VotingRulesModal.title(), reply);
    }

    private Reply save(Change change, Group group, Submission sent) {
        VotingRulesForm.Parsed parsed =
                VotingRulesModal.read(sent).parse(group.members().size());
        if (parsed instanceof VotingRulesForm.Invalid invalid) {
            return Reply.problems(VotingRulesModal.beside(invalid.problems()));
        }
        VotingRules rules = ((VotingRulesForm.Valid) parsed).rules();
        VotingRules before = stores.rules().of(group.id());
        if (!rules.equals(before)) {
            stores.rules().save(change, rules);
            log.note(change, sent.user(), changed(before, rules));
            change.send(Outbound.toChannel(
                            NOTE + "/" + sent.request().value(), group.id().channel(), () -> note(sent.user(), rules))
                    .notTwice());
        }
        return Reply.none();
    }

    private static List<SettingsChange> changed(VotingRules before, VotingRules after) {
        return SettingsChange.differing(
                SettingsChange.of(
                        Setting.VOTING_METHOD,
                        before.method().word(),
                        after.method().word()),
                SettingsChange.of(Setting.SECRECY, before.secrecy(), after.secrecy()),
                SettingsChange.of(Setting.TALLY_SHOWN, before.tally(), after.tally()),
                SettingsChange.of(Setting.MOST_APPROVALS, before.most(), after.most()),
                SettingsChange.of(Setting.QUORUM, before.quorum(), after.quorum()),
                SettingsChange.of(Setting.ADDITIONS, before.additions(), after.additions()),
                SettingsChange.of(Setting.EARLY_END, before.endsEarly(), after.endsEarly()),
                SettingsChange.of(Setting.VOTE_REMINDER, before.reminds(), after.reminds()));
    }

    private static Message note(UserId by, VotingRules rules) {
        String text = TEXTS.say("how.changed", "who", user(by), "rules", VotingRulesText.line(rules));
        return Message.of(text, section(text));
    }
}
