package dev.lectern.ballot;

import dev.lectern.group.UserId;
import dev.lectern.paper.PaperId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Who voted, and how. Whoever took everything back has not voted. */
public record Votes(Map<Voter, Vote> byVoter) {

    public Votes {
        Map<Voter, Vote> kept = new LinkedHashMap<>();
        byVoter.forEach((voter, vote) -> {
            if (!vote.isEmpty()) {
                kept.put(voter, vote);
            }
        });
        byVoter = Collections.unmodifiableMap(kept);
    }

    public static Votes none() {
        return new Votes(Map.of());
    }

    /** With this as the voter's vote, whatever it was before; empty to take it back. */
    public Votes with(Voter voter, Optional<Vote> vote) {
        Map<Voter, Vote> changed = new LinkedHashMap<>(byVoter);
        vote.ifPresentOrElse(now -> changed.put(voter, now), () -> changed.remove(voter));
        return new Votes(changed);
    }

    /** With each paper under the id by which it is known now: who votes for two that turned out to be one has one vote. */
    Votes knownAs(Map<PaperId, PaperId> canonical) {
        Map<Voter, Vote> known = new LinkedHashMap<>();
        byVoter.forEach((voter, vote) -> known.put(voter, vote.knownAs(canonical)));
        return new Votes(known);
    }

    /** Without the others. */
    Votes only(Predicate<Vote> which) {
        Map<Voter, Vote> rest = new LinkedHashMap<>(byVoter);
        rest.values().removeIf(which.negate());
        return new Votes(rest);
    }

    /** Empty for whoever has not voted. */
    public Optional<Vote> of(Voter voter) {
        return Optional.ofNullable(byVoter.get(voter));
    }

    /** On a ballot that is not secret; empty for whoever has not voted. */
    public Optional<Vote> of(UserId member) {
        return of(Voter.of(member));
    }

    /** How many people voted, abstentions among them. */
    public int turnout() {
        return byVoter.size();
    }
}
