package dev.lectern.digest;

import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** Why a paper is in a digest, in words; raw text. */
final class ReasonText {
    private static final Texts TEXTS = Texts.of(ReasonText.class);
    private static final int LONGEST_TITLE = 45;

    private ReasonText() {}

    /** @param day of the digest */
    static String of(Reason reason, LocalDate day) {
        if (reason instanceof Reason.Like like) {
            return TEXTS.say(
                    "reason.like." + like.happened().name().toLowerCase(Locale.ROOT),
                    "title",
                    shortened(like.title()),
                    "month",
                    month(like.at(), day));
        }
        if (reason instanceof Reason.Recommended with) {
            return TEXTS.say("reason.recommended", "title", shortened(with.title()), "month", month(with.at(), day));
        }
        if (reason instanceof Reason.Picked picked) {
            return TEXTS.say("reason.picked", "by", picked.by());
        }
        if (reason instanceof Reason.FromTopic topic) {
            return TEXTS.say("reason.topic", "topic", topic.topic());
        }
        if (reason instanceof Reason.Trending trending) {
            return TEXTS.say(
                    "reason.trending",
                    "upvotes",
                    trending.upvotes(),
                    "days",
                    trending.days().orElse(0));
        }
        return reason instanceof Reason.Explore ? TEXTS.say("reason.explore") : TEXTS.say("reason.new");
    }

    private static String shortened(String title) {
        return Shorten.plain(title, LONGEST_TITLE);
    }

    private static String month(Instant at, LocalDate day) {
        LocalDate date = at.atOffset(ZoneOffset.UTC).toLocalDate();
        return date.getYear() == day.getYear() ? Dates.month(date) : Dates.monthAndYear(date);
    }
}
