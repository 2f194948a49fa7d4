package dev.lectern.paper;

import dev.lectern.group.UserId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Where a paper stands, in words. Mrkdwn. */
final class StandingText {
    private final Optional<Function<UserId, String>> names;

    /** @param names how a person is named, as finished mrkdwn; without it nobody is */
    StandingText(Optional<Function<UserId, String>> names) {
        this.names = names;
    }

    String of(Standing standing) {
        if (standing instanceof Standing.Read read) {
            return "Read on " + PaperText.day(read.meeting());
        }
        if (standing instanceof Standing.Chosen chosen) {
            return "Chosen for " + PaperText.day(chosen.meeting());
        }
        if (standing instanceof Standing.OnBallot ballot) {
            String votes =
                    ballot.votes().isEmpty() ? "" : ": " + votes(ballot.votes().getAsInt());
            return "On the ballot" + votes
                    + by(ballot.by()).map(who -> ", nominated" + who).orElse("");
        }
        if (standing instanceof Standing.Nominated nominated) {
            return "Nominated" + by(nominated.by()).orElse("");
        }
        return "Not nominated yet";
    }

    private static String votes(int count) {
        return count + (count == 1 ? " vote" : " votes");
    }

    private Optional<String> by(UserId user) {
        return names.map(name -> " by " + name.apply(user));
    }

    static String withdrawn(Instant since) {
        return "*Withdrawn on " + PaperText.day(since.atOffset(ZoneOffset.UTC).toLocalDate()) + "*";
    }
}
