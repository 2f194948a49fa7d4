package dev.lectern.discussion;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.GroupFeature;
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
        routes.command("ask", "ask <question>", "asks it at the next meeting", this::command);
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
                        .orElseGet(() ->
                                Reply.onlyToYou("Asked for " + MeetingText.when(found.meeting(), found.group()) + ": “"
                                        + line(command.rest())
                                        + "”. `/papers questions` shows all of them, and takes yours back.")));
    }

    static Reply noPaperYet() {
        return Reply.onlyToYou("No meeting ahead has a paper yet, so there is nothing to ask about. "
                + "`/papers schedule` shows when one is chosen.");
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
                                place.group(), place.meeting(), sent.user(), Optional.of("Your question is asked."))
                        : reply;
    }

    private static Optional<Reply> refusal(Gathering gathering, UserId user, Instant now) {
        if (!gathering.group().isMember(user)) {
            return Optional.of(DiscussionText.membersOnly("ask questions"));
        }
        return gathering.isAheadOrOn(now)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(
                        "This meeting is over, and takes no more questions. " + "`/papers ask` asks at the next one."));
    }

    /** A refusal; empty where the question stands. */
    private Optional<Reply> asked(
            Change change, Gathering found, UserId by, String text, boolean anonymous, RequestId request) {
        Optional<Reply> refusal = refusal(found, by, change.now());
        if (refusal.isPresent()) {
            return refusal;
        }
        if (anonymous && !found.rules().anonymous()) {
            return Optional.of(Reply.onlyToYou("This group asks under its names now. Take the tick off, or leave it."));
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
            case EMPTY -> "A question needs words, such as: Why does this work at all?";
            case TOO_LONG ->
                "That is " + text.strip().codePointCount(0, text.strip().length()) + " characters long; a question has "
                        + QuestionQueue.LONGEST + " at most. Ask what matters most, and tell the rest at the meeting.";
            case THERE_ALREADY -> "Somebody asked that already. `/papers questions` takes your +1 for it.";
            case TOO_MANY_OF_ONE ->
                "You have " + QuestionQueue.MOST_OF_ONE + " questions for this meeting already. Delete one in "
                        + "`/papers questions`, then ask this one.";
            case TOO_MANY ->
                "This meeting has " + QuestionQueue.MOST + " questions already, more than it can talk about. Give one "
                        + "of them your +1 in `/papers questions`.";
        };
    }
}
