package dev.lectern.meeting;

import dev.lectern.group.Group;
import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import java.time.Instant;
import java.util.List;

/** What a member who was asked something answers with, wherever the question stands; each button's value is told. */
public final class PresenterButtons {
    private PresenterButtons() {}

    /** The action of a button that says yes to presenting; its value is the meeting's id. */
    public static String accept(GroupId group) {
        return PresenterMessages.ACCEPT + "/" + group;
    }

    /** Like {@link #accept}, that says no. */
    public static String decline(GroupId group) {
        return PresenterMessages.DECLINE + "/" + group;
    }

    /** The action of a button that takes an offered date; its value is the offer's id. */
    public static String take(GroupId group) {
        return SwapMessages.TAKE + "/" + group;
    }

    /** Like {@link #take}, that says no. */
    public static String refuse(GroupId group) {
        return SwapMessages.REFUSE + "/" + group;
    }

    /** What others offer this member alone, of the meeting's date. */
    public static List<SwapOffer> offersTo(UserId member, SwapStore swaps, Group group, Meeting meeting, Instant now) {
        return swaps.of(group.id(), meeting.id()).stream()
                .filter(offer -> offer.to().filter(member::equals).isPresent() && offer.isOpen(meeting, now))
                .toList();
    }
}
