package dev.lectern.ballot.count;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one voter marked. Immutable; what cannot be a vote of its kind throws IllegalArgumentException. */
public sealed interface Preference {
    /** What a method asks of a voter. */
    enum Kind {
        /** As many alternatives as one likes. */
        APPROVALS,
        /** One alternative. */
        CHOICE,
        /** Stars for each alternative. */
        SCORES,
        /** An order; equal ranks are allowed, and so is leaving some out. */
        RANKING
    }

    /** The alternatives that the vote names. */
    Set<String> named();

    /** Whether a method that asks for this kind can count the vote. */
    boolean is(Kind kind);

    /** Came, and prefers nothing: counts as a voter, for no alternative. */
    record Blank() implements Preference {
        @Override
        public Set<String> named() {
            return Set.of();
        }

        @Override
        public boolean is(Kind kind) {
            return true;
        }
    }

    /** @param named at least one */
    record Approvals(Set<String> named) implements Preference {
        public Approvals {
            named = InOrder.set(named);
            if (named.isEmpty()) {
                throw new IllegalArgumentException("approvals of nothing");
            }
        }

        @Override
        public boolean is(Kind kind) {
            return kind == Kind.APPROVALS;
        }
    }

    record Choice(String alternative) implements Preference {
        @Override
        public Set<String> named() {
            return Set.of(alternative);
        }

        @Override
        public boolean is(Kind kind) {
            return kind == Kind.CHOICE;
        }
    }

    /** @param stars for each alternative that got some, {@value #FEWEST} to {@value #MOST}; who is not here has none */
    record Scores(Map<String, Integer> stars) implements Preference {
        public static final int FEWEST = 0;
        public static final int MOST = 5;

        public Scores {
            stars = InOrder.map(stars);
            stars.forEach((alternative, given) -> {
                if (given < FEWEST || given > MOST) {
                    throw new IllegalArgumentException(given + " stars for " + alternative);
                }
            });
        }

        @Override
        public Set<String> named() {
            return stars.keySet();
        }

        @Override
        public boolean is(Kind kind) {
            return kind == Kind.SCORES;
        }
    }

    /** @param ranks best first, those of equal rank together; who is not here is ranked last, together */
    record Ranking(List<Set<String>> ranks) implements Preference {
        public Ranking {
            ranks = ranks.stream().map(InOrder::set).toList();
            Set<String> seen = new HashSet<>();
            for (Set<String> rank : ranks) {
                if (rank.isEmpty() || !rank.stream().allMatch(seen::add)) {
                    throw new IllegalArgumentException("a rank is empty, or an alternative has two: " + ranks);
                }
            }
            if (ranks.isEmpty()) {
                throw new IllegalArgumentException("a ranking of nothing");
            }
        }

        /** No two of equal rank. */
        public static Ranking strict(String... bestFirst) {
            return new Ranking(List.of(bestFirst).stream().map(Set::of).toList());
        }

        @Override
        public Set<String> named() {
            Set<String> named = new LinkedHashSet<>();
            ranks.forEach(named::addAll);
            return named;
        }

        @Override
        public boolean is(Kind kind) {
            return kind == Kind.RANKING;
        }
    }
}
