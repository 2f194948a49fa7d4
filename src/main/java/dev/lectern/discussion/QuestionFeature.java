package dev.lectern.discussion;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.GroupFeature;
import dev.lectern.group.Rights.Act;
import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.QuestionText;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.Submission;
import dev.lectern.text.Texts;
import dev.lectern.work.Change;
import dev.lectern.work.RequestId;
import dev.lectern.work.Steps;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Asking a question for a meeting, by a button, a form, or a command. */
final class QuestionFeature implements Feature {
    private static final Texts TEXTS = Texts.of(QuestionFeature.class);
    private static final int BASE = 36;

    private final DiscussionSteps steps;
    private final QueueFeature queue;
    private final Supplier<String> secrets;
    private final InstantSource clock;

    QuestionFeature(DiscussionSteps steps, QueueFeature queue, Supplier<String> secrets, InstantSource clock) {
        this.steps = steps;
        this.queue = queue;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps on, Drawings drawings) {
        routes.command("ask", "ask <question>", () -> TEXTS.say("help.ask"), this::command);
        routes.button(QuestionText.ASK, this::opens);
        routes.modal(QuestionModal.CALLBACK, this::sent);
    }

    private Reply command(Command command) {
        Optional<Gathering> next = steps.nextWithPaper(command.group(), clock.instant());
        if (next.isEmpty()) {
            return steps.group(command.group()).map(any -> noPaperYet()).orElseGet(GroupFeature::noGroup);
        }
        if (command.rest().isEmpty()) {
            return form(next.get(), command.user());
        }
        return steps.once(
                command.group(),
                command.request(),
                next.get().meeting().id(),
                (change, found) -> asked(change, found, command.user(), command.rest(), false, command.request())
                        .orElseGet(() -> Reply.onlyToYou(TEXTS.say(
                                "question.asked",
                                "when",
                                MeetingText.when(found.meeting(), found.group()),
                                "question",
                                line(command.rest())))));
    }

    static Reply noPaperYet() {
        return Reply.onlyToYou(TEXTS.say("question.no-paper"));
    }

    private Reply opens(Click click) {
        return steps.find(click.subject(), click.value(MeetingId::parse))
                .map(found -> form(found, click.user()))
                .orElseGet(DiscussionSteps::gone);
    }

    private Reply form(Gathering gathering, UserId user) {
        return refusal(gathering, user, clock.instant()).orElseGet(() -> Reply.opens(QuestionModal.of(gathering)));
    }

    /** Who asked sees the queue with it; a sentence stands beside the field. */
    private Reply sent(Submission sent) {
        Reply reply = steps.sent(
                sent,
                (change, found) -> asked(
                                change,
                                found,
                                sent.user(),
                                QuestionModal.question(sent),
                                QuestionModal.isAnonymous(sent),
                                sent.request())
                        .orElseGet(Reply::none));
        DiscussionPlace place = DiscussionPlace.read(sent.metadata());
        return reply instanceof Reply.OnlyToYou refused
                ? Reply.problems(
                        Map.of(QuestionModal.QUESTION, refused.message().text()))
                : reply instanceof Reply.None
                        ? queue.shown(
                                place.group(),
                                place.meeting(),
                                sent.user(),
                                Optional.of(TEXTS.say("question.is-asked")))
                        : reply;
    }

    private static Optional<Reply> refusal(Gathering gathering, UserId user, Instant now) {
        if (!RightsText.may(gathering.group(), user, Act.ASK)) {
            return Optional.of(Reply.onlyToYou(TEXTS.say("question.members-only")));
        }
        return gathering.isAheadOrOn(now) ? Optional.empty() : Optional.of(Reply.onlyToYou(TEXTS.say("question.over")));
    }

    /** A refusal; empty where the question stands. */
    private Optional<Reply> asked(
            Change change, Gathering found, UserId by, String text, boolean anonymous, RequestId request) {
        Optional<Reply> refusal = refusal(found, by, change.now());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (anonymous && !found.rules().anonymous()) {
            return Optional.of(Reply.onlyToYou(TEXTS.say("question.names-only")));
        }
        String id = id(change.now(), request);
        QuestionQueue questions = found.queue();
        QuestionQueue.Asking asking = anonymous
                ? questions.askAnonymously(by, text, id, change.now(), secrets.get())
                : questions.ask(by, text, id, change.now());
        if (asking instanceof QuestionQueue.Refused refused) {
            return Optional.of(Reply.onlyToYou(why(refused.why(), text)));
        }
        QuestionQueue.Asked asked = (QuestionQueue.Asked) asking;
        steps.save(change, found, asked.discussion(), Phase.OPENED);
        steps.redrawBriefs(change, found.with(asked.discussion()));
        return Optional.empty();
    }

    /** One request makes one question, which is told from one that was asked and deleted before. */
    private static String id(Instant at, RequestId request) {
        return Long.toString(at.toEpochMilli(), BASE) + "-"
                + Integer.toUnsignedString(request.value().hashCode(), BASE);
    }

    private static String why(QuestionQueue.Why why, String text) {
        return switch (why) {
            case EMPTY -> TEXTS.say("question.empty");
            case TOO_LONG ->
                TEXTS.say(
                        "question.too-long",
                        "length",
                        Integer.toString(
                                text.strip().codePointCount(0, text.strip().length())),
                        "most",
                        Integer.toString(QuestionQueue.LONGEST));
            case THERE_ALREADY -> TEXTS.say("question.there-already");
            case TOO_MANY_OF_ONE -> TEXTS.say("question.too-many-of-one", "most", QuestionQueue.MOST_OF_ONE);
            case TOO_MANY -> TEXTS.say("question.too-many", "most", QuestionQueue.MOST);
        };
    }
}
