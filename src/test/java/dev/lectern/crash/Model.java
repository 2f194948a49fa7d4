package dev.lectern.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What people may rely on: what Lectern answered to whom. Knows nothing but the answers. What was asked for and not
 * answered may have happened or not, until somebody sees how it is. Any thread; of one fact only one at a time.
 */
final class Model {
    private final Map<Fact, Belief> beliefs = new HashMap<>();
    private final Set<Promise> promises = new HashSet<>();
    private long answered;
    private long unanswered;
    private long votes;

    enum Belief {
        YES,
        NO,
        /** Asked for, and no answer came. */
        EITHER;

        Belief toggled() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case EITHER -> EITHER;
            };
        }

        boolean allows(boolean holds) {
            return this == EITHER || holds == (this == YES);
        }
    }

    /** A message that must come to stand in a channel, because of what somebody was answered. */
    record Promise(String channel, String id) {}

    /** A request had an answer, whatever it was. */
    synchronized void answered() {
        answered++;
    }

    /** A request had no answer, and might have changed that fact. */
    synchronized void unanswered(Fact fact) {
        unanswered++;
        beliefs.put(fact, Belief.EITHER);
    }

    /** A request had no answer, and could not have changed what we know. */
    synchronized void unanswered() {
        unanswered++;
    }

    /** An answer said so. */
    synchronized void holds(Fact fact, boolean holds) {
        beliefs.put(fact, holds ? Belief.YES : Belief.NO);
    }

    /** A click that turns a vote on or off was counted. */
    synchronized void voted(Fact.Voted vote) {
        votes++;
        beliefs.put(vote, beliefs.getOrDefault(vote, Belief.NO).toggled());
    }

    /** An unanswered offer to present could have been for any meeting. */
    synchronized void offeredToPresent(String channel, String user) {
        unanswered++;
        beliefs.replaceAll((fact, belief) -> fact instanceof Fact.Presents presents
                        && presents.channel().equals(channel)
                        && presents.user().equals(user)
                        && belief == Belief.NO
                ? Belief.EITHER
                : belief);
    }

    /** Who leaves loses the dates on which they present, unless they are back before that was done. */
    synchronized void leaves(String channel, String user) {
        beliefs.replaceAll((fact, belief) -> fact instanceof Fact.Presents presents
                        && presents.channel().equals(channel)
                        && presents.user().equals(user)
                        && belief == Belief.YES
                ? Belief.EITHER
                : belief);
    }

    synchronized void promised(Promise promise) {
        promises.add(promise);
    }

    synchronized Map<Fact, Belief> beliefs() {
        return Map.copyOf(beliefs);
    }

    synchronized Set<Promise> promises() {
        return Set.copyOf(promises);
    }

    synchronized long answeredRequests() {
        return answered;
    }

    synchronized long unansweredRequests() {
        return unanswered;
    }

    synchronized long answeredVotes() {
        return votes;
    }
}
