package dev.lectern.digest;

import dev.lectern.slack.block.Shorten;
import dev.lectern.taste.Signal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Why a paper is in a digest, in words; raw text. */
final class ReasonText {
    private static final int LONGEST_TITLE = 45;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    private ReasonText() {}

    /** @param day of the digest */
    static String of(Reason reason, LocalDate day) {
        if (reason instanceof Reason.Like like) {
            return "like " + quoted(like.title()) + ", which you " + did(like.happened()) + " in "
                    + month(like.at(), day);
        }
        if (reason instanceof Reason.Recommended with) {
            return "recommended with " + quoted(with.title()) + ", which you read in " + month(with.at(), day);
        }
        if (reason instanceof Reason.Picked picked) {
            return "picked for Daily Papers by " + picked.by() + ", whom this group follows";
        }
        if (reason instanceof Reason.FromTopic topic) {
            return "from a topic of yours: " + topic.topic();
        }
        if (reason instanceof Reason.Trending trending) {
            return "trending: " + trending.upvotes() + " upvotes"
                    + trending.days().map(ReasonText::inDays).orElse("");
        }
        return reason instanceof Reason.Explore ? "something else, to explore" : "new on the list";
    }

    private static String quoted(String title) {
        return "“" + Shorten.plain(title, LONGEST_TITLE) + "”";
    }

    private static String inDays(int days) {
        return days == 1 ? " in a day" : " in " + days + " days";
    }

    static String did(Signal.Kind happened) {
        return switch (happened) {
            case READ -> "read";
            case VOTED -> "voted for";
            case NOMINATED -> "nominated";
            case BROUGHT -> "brought";
            case DISMISSED -> "did not want";
        };
    }

    private static String month(Instant at, LocalDate day) {
        LocalDate date = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return (date.getYear() == day.getYear() ? MONTH : MONTH_AND_YEAR).format(date);
    }
}
