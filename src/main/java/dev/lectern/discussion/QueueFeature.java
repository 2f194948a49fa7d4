package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.Rights.Act;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The questions of a meeting, the most wanted first: +1, take back, delete, remove. */
final class QueueFeature implements Feature {
    private static final Texts TEXTS = Texts.of(QueueFeature.class);
    /** Its value is the meeting's id; in a direct message its action id names the group, too. */
    static final String OPEN = "question.queue/1";

    /** Of the buttons in the modal, the value is the question's id, or the number of the first question of a page. */
    static final String PLUS = "question.plus/1";

    static final String MINUS = "question.minus/1";
    static final String DELETE = "question.delete/1";
    static final String PAGE = "question.page/1";
    private static final String REMOVED = "question.removed";

    private final DiscussionSteps steps;
    private final Function<UserId, String> names;
    private final InstantSource clock;

    QueueFeature(DiscussionSteps steps, Function<UserId, String> names, InstantSource clock) {
        this.steps = steps;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("questions", "questions", () -> TEXTS.say("help.questions"), this::command);
        routes.button(
                OPEN, click -> shown(click.subject(), click.value(MeetingId::parse), click.user(), Optional.empty()));
        routes.button(
                PAGE,
                click -> shown(
                        place(click).with(Integer.toString(click.value(Integer::parseInt))),
                        click.user(),
                        Optional.empty()));
        routes.button(PLUS, click -> changed(click, this::plus));
        routes.button(MINUS, click -> changed(click, this::minus));
        routes.button(DELETE, click -> changed(click, this::delete));
    }

    @Override
    public void words(Wording wording) {
        wording.message(REMOVED, () -> TEXTS.say("called.question-removed"));
    }

    private Reply command(Command command) {
        Optional<Gathering> next = steps.nextWithPaper(command.group(), clock.instant());
        if (next.isPresent()) {
            return Reply.opens(QueueModal.of(next.get(), command.user(), names, 0, Optional.empty(), clock.instant()));
        }
        return steps.group(command.group())
                .map(group -> {
                    String text = TEXTS.say("queue.no-paper");
                    return RightsText.mayOrganize(group, command.user())
                            ? Reply.onlyToYou(
                                    text, List.of(section(text), actions(DiscussionRulesModal.opener(group.id()))))
                            : Reply.onlyToYou(text);
                })
                .orElseGet(GroupFeature::noGroup);
    }

    /** All of them, from the first. */
    Reply shown(GroupId group, MeetingId meeting, UserId viewer, Optional<String> notice) {
        return shown(new DiscussionPlace(group, meeting, "0"), viewer, notice);
    }

    private Reply shown(DiscussionPlace place, UserId viewer, Optional<String> notice) {
        return steps.find(place.group(), place.meeting())
                .<Reply>map(found -> new Reply.Opens(
                        QueueModal.of(found, viewer, names, Integer.parseInt(place.more()), notice, clock.instant())))
                .orElseGet(DiscussionSteps::gone);
    }

    private static DiscussionPlace place(Click click) {
        return DiscussionPlace.read(click.metadata());
    }

    /** What a click on a question does. */
    private interface Doing {
        Reply to(Change change, Gathering gathering, Question question, UserId who);
    }

    /** The modal shows afterwards how it stands now, and on top what is to be said. */
    private Reply changed(Click click, Doing doing) {
        DiscussionPlace place = place(click);
        Reply reply = steps.once(
                place.group(),
                click.request(),
                place.meeting(),
                (change, found) -> found.queue()
                        .find(click.value())
                        .map(question -> doing.to(change, found, question, click.user()))
                        .orElseGet(() -> Reply.onlyToYou(TEXTS.say("queue.not-there"))));
        Optional<String> notice = reply instanceof Reply.OnlyToYou only
                ? Optional.of(only.message().text())
                : Optional.empty();
        return shown(place, click.user(), notice);
    }

    private Reply plus(Change change, Gathering found, Question question, UserId who) {
        if (found.queue().isOf(question, who)) {
            return Reply.onlyToYou(TEXTS.say("queue.own"));
        }
        return voted(change, found, who, found.queue().plus(question.id(), who));
    }

    private Reply minus(Change change, Gathering found, Question question, UserId who) {
        return voted(change, found, who, found.queue().minus(question.id(), who));
    }

    private Reply voted(Change change, Gathering found, UserId who, Discussion after) {
        if (!RightsText.may(found.group(), who, Act.ASK)) {
            return Reply.onlyToYou(TEXTS.say("queue.members-only"));
        }
        if (!found.isAheadOrOn(change.now())) {
            return Reply.onlyToYou(TEXTS.say("queue.over"));
        }
        save(change, found, after);
        return Reply.none();
    }

    private Reply delete(Change change, Gathering found, Question question, UserId who) {
        boolean own = found.queue().isOf(question, who);
        if (!own && !RightsText.mayOrganize(found.group(), who)) {
            return Reply.onlyToYou(TEXTS.say("queue.who-deletes", "organizer", RightsText.organizers(found.group())));
        }
        save(change, found, found.queue().without(question.id()));
        if (!own) {
            change.send(Outbound.toChannel(
                            REMOVED + "/" + found.meeting().id() + "/" + question.id(),
                            found.group().id().channel(),
                            () -> removed(found, who))
                    .notTwice());
        }
        return Reply.onlyToYou(TEXTS.say("queue.deleted"));
    }

    private void save(Change change, Gathering found, Discussion after) {
        steps.save(change, found, after, Phase.OPENED);
        steps.redrawBriefs(change, found.with(after));
    }

    private Message removed(Gathering found, UserId by) {
        String text = TEXTS.say(
                "queue.removed",
                "who",
                user(by),
                "day",
                MeetingText.day(found.meeting().id().value()));
        return Message.of(text, section(text));
    }
}
