package dev.lectern.group;

import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Rights.Act;
import dev.lectern.slack.Account;
import dev.lectern.slack.Scene;
import dev.lectern.slack.Standing;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Enumerations;
import dev.lectern.text.Texts;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who may do what in a group, with Slack asked about whom it must be asked, and how it is said that somebody may not. */
public final class RightsText {
    private static final Texts TEXTS = Texts.of(RightsText.class);

    /** Slack waits three seconds for an answer, and each of them is a call. */
    private static final int ASKED_AT_ONCE = 20;

    private RightsText() {}

    /** What somebody is in the workspace of the present {@link Scene}; asks Slack. */
    private static Rank rankOf(UserId user) {
        return rank(Scene.accountOf(user));
    }

    static Rank rank(Account account) {
        if (account.standing() == Standing.BOT) {
            return Rank.APP;
        }
        if (account.standing() == Standing.DEACTIVATED) {
            return Rank.GONE;
        }
        if (account.stranger()) {
            return Rank.STRANGER;
        }
        return account.guest() ? Rank.GUEST : account.admin() ? Rank.ADMIN : Rank.PERSON;
    }

    /** Asks Slack only about whom the group says too little of. */
    public static boolean may(Group group, UserId user, Act act) {
        boolean organizer = group.isOrganizer(user);
        boolean member = group.isMember(user);
        boolean settled = act == Act.READ
                || (act == Act.ORGANIZE && organizer)
                || (member && (act == Act.ASK || act == Act.VOTE || act == Act.PRESENT));
        return settled || Rights.may(rankOf(user), member, organizer, act);
    }

    /** Whether somebody may do what organizers may; asks Slack about whoever is none. */
    public static boolean mayOrganize(Group group, UserId user) {
        return may(group, user, Act.ORGANIZE);
    }

    /** The organizers of whom Slack does not say that they are gone; asks Slack. */
    static List<UserId> stillThere(Group group) {
        return group.organizers().stream()
                .filter(organizer -> rankOf(organizer) != Rank.GONE)
                .toList();
    }

    /** Whom to ask, any one of them, as mentions. */
    public static String organizers(Group group) {
        return Enumerations.or(group.organizers().stream().map(Mrkdwn::user).toList());
    }

    /** Why somebody can't become a member by their own word; empty where they can. Asks Slack. */
    static Optional<String> noJoining(Group group, UserId user) {
        Rank rank = rankOf(user);
        if (Rights.may(rank, group.isMember(user), group.isOrganizer(user), Act.JOIN)) {
            return Optional.empty();
        }
        String organizer = user(group.organizer());
        return Optional.of(
                switch (rank) {
                    case GUEST -> TEXTS.say("rights.no-joining.guest", "organizer", organizer);
                    case STRANGER -> TEXTS.say("rights.no-joining.stranger", "organizer", organizer);
                    default -> TEXTS.say("rights.no-joining.app");
                });
    }

    /**
     * Who of these can't be a member, in a sentence of plain text; empty where all can. Asks Slack about each of the first
     * twenty; what else is an app does no harm on a list.
     *
     * @param names how somebody is called
     */
    static Optional<String> notListed(Collection<UserId> chosen, Function<UserId, String> names) {
        return refused(chosen, Act.BE_LISTED)
                .map(who -> TEXTS.say("rights.not-listed." + key(who.getValue()), "name", names.apply(who.getKey())));
    }

    /** Who of these can't organize a group; otherwise like {@link #notListed}. */
    static Optional<String> noOrganizers(Collection<UserId> chosen, Function<UserId, String> names) {
        return refused(chosen, Act.BE_ORGANIZER)
                .map(who -> TEXTS.say("rights.no-organizer." + key(who.getValue()), "name", names.apply(who.getKey())));
    }

    private static String key(Rank rank) {
        return rank.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Map.Entry<UserId, Rank>> refused(Collection<UserId> chosen, Act act) {
        return chosen.stream()
                .limit(ASKED_AT_ONCE)
                .map(who -> Map.entry(who, rankOf(who)))
                .filter(who -> !Rights.may(who.getValue(), false, false, act))
                .findFirst();
    }
}
