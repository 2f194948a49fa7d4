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
import java.time.Instant;
import java.util.List;

/** What is said about dates that presenters offer each other. */
final class SwapMessages {
    static final String TAKE = "swap.take/1";
    static final String REFUSE = "swap.no/1";
    static final String CALLBACK = "swap.offer/1";
    static final String DATE = "date";
    static final String TO = "to";

    private SwapMessages() {}

    static Modal form(Group group, List<Meeting> mine, MeetingId chosen) {
        return Modal.of(
                        CALLBACK,
                        "Swap a date",
                        section("Whoever takes your date gives you their own next one, if they have one ahead."),
                        input(
                                DATE,
                                "Your date",
                                select("answer", AssignFeature.options(mine, group))
                                        .choosing(chosen.value())),
                        input(TO, "Offer it to", usersSelect("answer"))
                                .mayBeEmpty()
                                .hint("Leave it empty to offer it to everybody, in the channel."))
                .submit("Offer")
                .close("Cancel")
                .privateMetadata(group.id().toString());
    }

    static Modal done(String mrkdwn) {
        return Limits.fit(Modal.of(CALLBACK, "Swap a date", section(mrkdwn)).close("Done"));
    }

    /** As it stands: to take, or how it ended. */
    static Message offer(SwapOffer offer, Meeting meeting, Group group, Instant now) {
        String when = MeetingText.when(meeting, group);
        if (offer.takenBy().isPresent()) {
            return PresenterMessages.plain(taken(offer, when, group));
        }
        if (!offer.isOpen(meeting, now)) {
            return PresenterMessages.plain(
                    offer.refused()
                            ? "You said no to taking the date of " + user(offer.by()) + ", " + when + "."
                            : user(offer.by()) + " offered to swap " + when + ". That is over: nothing is left to do.");
        }
        String asked = user(offer.by()) + (offer.to().isPresent() ? " asks you to take " : " asks who could take ")
                + "their date: presenting on " + when + " in " + line("#" + group.channelName())
                + ". If you present at a later or earlier meeting ahead, they take that one of yours.";
        String id = offer.id().value();
        return Message.of(
                asked,
                section(asked),
                offer.to().isPresent()
                        ? actions(
                                button("I take it", TAKE + "/" + group.id(), id).primary(),
                                button("No", REFUSE + "/" + group.id(), id))
                        : actions(button("Take it", TAKE + "/" + group.id(), id).primary()));
    }

    /** Who presents when, now. */
    static String taken(SwapOffer offer, String when, Group group) {
        String taken = user(offer.takenBy().orElseThrow()) + " takes the date of " + user(offer.by()) + ", " + when;
        return taken
                + offer.inReturn()
                        .map(id -> ", and gives theirs, " + MeetingText.day(id.value()) + ".")
                        .orElse(".");
    }

    static Message refused(SwapOffer offer, UserId by, Meeting meeting, Group group) {
        return PresenterMessages.plain(user(by) + " can't take your date, " + MeetingText.when(meeting, group) + " in "
                + line("#" + group.channelName()) + ". It is still yours: `/papers swap` there offers it to somebody "
                + "else.");
    }

    /** Why the reader cannot take a date. */
    static String refusal(Swap.Refusal why) {
        return switch (why) {
            case OVER -> "This offer is over: somebody took the date, or it is no longer theirs to give.";
            case TOO_LATE -> "This meeting has begun or was called off; nothing is left for you to do.";
            case NOT_YOURS -> "This was offered to somebody else.";
            case OWN ->
                "It is your own date. \"I can't after all\" in your direct message, or `/papers away` in the "
                        + "channel, gives it back.";
            case NO_MEMBER ->
                "You are not a member of this reading group: `/papers join` in the channel makes you one.";
            case AWAY -> "You are away then. `/papers away` in the channel shows when, to take it back.";
            case PRESENTS -> "You present then already.";
        };
    }

    /** Why somebody else cannot be offered a date; no mrkdwn but what they are called. */
    static String refusalOf(Swap.Refusal why, String called) {
        return switch (why) {
            case AWAY -> called + " is away then. Choose somebody else, or offer it to everybody.";
            case PRESENTS -> called + " presents then already. Choose somebody else.";
            case NO_MEMBER -> called + " is not a member of this reading group. Choose a member.";
            case OVER, TOO_LATE, NOT_YOURS, OWN -> refusal(why);
        };
    }
}
