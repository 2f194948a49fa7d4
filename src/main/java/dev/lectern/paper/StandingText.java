package dev.lectern.paper;

import dev.lectern.group.UserId;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** Where a paper stands, in words. Mrkdwn. */
final class StandingText {
    private static final Texts TEXTS = Texts.of(StandingText.class);

    /** Number of votes in a sentence that says none. */
    private static final int NOT_TOLD = -1;

    private final Optional<Function<UserId, String>> names;

    /** @param names how a person is named, as finished mrkdwn; without it nobody is */
    StandingText(Optional<Function<UserId, String>> names) {
        this.names = names;
    }

    String of(Standing standing) {
        if (standing instanceof Standing.Read read) {
            return TEXTS.say("standing.read", "day", PaperText.day(read.meeting()));
        }
        if (standing instanceof Standing.Chosen chosen) {
            return TEXTS.say("standing.chosen", "day", PaperText.day(chosen.meeting()));
        }
        if (standing instanceof Standing.OnBallot ballot) {
            int votes = ballot.votes().orElse(NOT_TOLD);
            return name(ballot.by())
                    .map(name -> TEXTS.say("standing.ballot.by", "votes", votes, "by", name))
                    .orElseGet(() -> TEXTS.say("standing.ballot", "votes", votes));
        }
        if (standing instanceof Standing.Nominated nominated) {
            return name(nominated.by())
                    .map(name -> TEXTS.say("standing.nominated.by", "by", name))
                    .orElseGet(() -> TEXTS.say("standing.nominated"));
        }
        return TEXTS.say("standing.none");
    }

    private Optional<String> name(UserId user) {
        return names.map(name -> name.apply(user));
    }

    static String withdrawn(Instant since) {
        return TEXTS.say(
                "standing.withdrawn",
                "day",
                PaperText.day(since.atOffset(ZoneOffset.UTC).toLocalDate()));
    }
}
