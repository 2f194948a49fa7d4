package dev.lectern.meeting;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.input;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Blocks.select;
import static dev.lectern.slack.block.Blocks.usersSelect;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Modal;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.util.List;

/** What is said about dates that presenters offer each other. */
final class SwapMessages {
    static final String TAKE = "swap.take/1";
    static final String REFUSE = "swap.no/1";
    static final String CALLBACK = "swap.offer/1";
    static final String DATE = "date";
    static final String TO = "to";

    private static final Texts TEXTS = Texts.of(SwapMessages.class);

    private SwapMessages() {}

    static Modal form(Group group, List<Meeting> mine, MeetingId chosen) {
        return Modal.of(
                        CALLBACK,
                        TEXTS.say("swap.title"),
                        section(TEXTS.say("swap.form.section")),
                        input(
                                DATE,
                                TEXTS.say("swap.form.date"),
                                select("answer", AssignFeature.options(mine, group))
                                        .choosing(chosen.value())),
                        input(TO, TEXTS.say("swap.form.to"), usersSelect("answer"))
                                .mayBeEmpty()
                                .hint(TEXTS.say("swap.form.to.hint")))
                .submit(TEXTS.say("button.offer"))
                .close(TEXTS.say("button.cancel"))
                .privateMetadata(group.id().toString());
    }

    static Modal done(String mrkdwn) {
        return Limits.fit(
                Modal.of(CALLBACK, TEXTS.say("swap.title"), section(mrkdwn)).close(TEXTS.say("button.done")));
    }

    /** As it stands: to take, or how it ended. */
    static Message offer(SwapOffer offer, Meeting meeting, Group group, Instant now) {
        String when = MeetingText.when(meeting, group);
        if (offer.takenBy().isPresent()) {
            return PresenterMessages.plain(taken(offer, when));
        }
        if (!offer.isOpen(meeting, now)) {
            return PresenterMessages.plain(TEXTS.say(
                    offer.refused() ? "swap.offer.refused" : "swap.offer.over", "who", user(offer.by()), "when", when));
        }
        boolean toOne = offer.to().isPresent();
        String asked = TEXTS.say(
                toOne ? "swap.offer.one" : "swap.offer.all",
                "who",
                user(offer.by()),
                "when",
                when,
                "channel",
                line("#" + group.channelName()));
        String id = offer.id().value();
        return Message.of(
                asked,
                section(asked),
                toOne
                        ? actions(
                                button(TEXTS.say("button.i-take-it"), TAKE + "/" + group.id(), id)
                                        .primary(),
                                button(TEXTS.say("button.no"), REFUSE + "/" + group.id(), id))
                        : actions(button(TEXTS.say("button.take-it"), TAKE + "/" + group.id(), id)
                                .primary()));
    }

    /** Who presents when, now. */
    static String taken(SwapOffer offer, String when) {
        String taker = user(offer.takenBy().orElseThrow());
        return offer.inReturn()
                .map(id -> TEXTS.say(
                        "swap.taken.return",
                        "taker",
                        taker,
                        "who",
                        user(offer.by()),
                        "when",
                        when,
                        "day",
                        MeetingText.day(id.value())))
                .orElseGet(() -> TEXTS.say("swap.taken", "taker", taker, "who", user(offer.by()), "when", when));
    }

    static Message refused(UserId by, Meeting meeting, Group group) {
        return PresenterMessages.plain(TEXTS.say(
                "swap.refused",
                "who",
                user(by),
                "when",
                MeetingText.when(meeting, group),
                "channel",
                line("#" + group.channelName())));
    }

    /** Why the reader cannot take a date. */
    static String refusal(Swap.Refusal why) {
        return switch (why) {
            case OVER -> TEXTS.say("swap.refusal.over");
            case TOO_LATE -> TEXTS.say("swap.refusal.too-late");
            case NOT_YOURS -> TEXTS.say("swap.refusal.not-yours");
            case OWN -> TEXTS.say("swap.refusal.own");
            case NO_MEMBER -> TEXTS.say("swap.refusal.no-member");
            case AWAY -> TEXTS.say("swap.refusal.away");
            case PRESENTS -> TEXTS.say("swap.refusal.presents");
        };
    }

    /** Why somebody else cannot be offered a date; no mrkdwn but what they are called. */
    static String refusalOf(Swap.Refusal why, String called) {
        return switch (why) {
            case AWAY -> TEXTS.say("swap.hindrance.away", "who", called);
            case PRESENTS -> TEXTS.say("swap.hindrance.presents", "who", called);
            case NO_MEMBER -> TEXTS.say("swap.hindrance.no-member", "who", called);
            case OVER, TOO_LATE, NOT_YOURS, OWN -> refusal(why);
        };
    }
}
