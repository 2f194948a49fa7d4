package dev.lectern.group;

/**
 * Who may do what in a group: the one place where that stands. Whoever is in the channel reads along. Members vote, present
 * and ask; people of the workspace become members by their own word, guests and people of other organizations only where
 * an organizer puts them on the list, since whoever invited them to the channel may not have meant more than reading. As
 * these cannot join, they may ask without being members. Admins of the workspace may do what organizers may, so that no
 * group is ever without somebody who can. Apps do nothing.
 */
public final class Rights {
    private Rights() {}

    /** What one may want to do. */
    public enum Act {
        READ,
        /** To ask a question for a meeting, or to vote one up. */
        ASK,
        /** To become a member by one's own word. */
        JOIN,
        /** To be put on the list of members by an organizer. */
        BE_LISTED,
        VOTE,
        PRESENT,
        /** To change settings, name organizers, assign, remove what others wrote. */
        ORGANIZE,
        /** To be named an organizer. */
        BE_ORGANIZER
    }

    /** Whether somebody who is that in the workspace, and that in the group, may do this. */
    public static boolean may(Rank rank, boolean member, boolean organizer, Act act) {
        if (rank == Rank.APP || rank == Rank.GONE) {
            return false;
        }
        boolean outside = rank == Rank.GUEST || rank == Rank.STRANGER;
        return switch (act) {
            case READ, BE_LISTED -> true;
            case ASK -> member || outside;
            case JOIN, BE_ORGANIZER -> !outside;
            case VOTE, PRESENT -> member;
            case ORGANIZE -> organizer || rank == Rank.ADMIN;
        };
    }
}
