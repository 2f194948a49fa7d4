package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.user;
import static dev.lectern.slack.block.Mrkdwn.userQuiet;

import dev.lectern.group.UserId;
import dev.lectern.meeting.MeetingId;
import dev.lectern.meeting.MeetingPlanner;
import dev.lectern.meeting.MeetingText;
import dev.lectern.meeting.Timeline;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the channel reads after a meeting: thanks, who was there, what it was worth, what is kept, what comes next. */
final class WrapUpMessages {
    private static final Texts TEXTS = Texts.of(WrapUpMessages.class);
    private static final int NOTES = 5;

    private WrapUpMessages() {}

    static Message wrapUp(Gathering gathering, Optional<Gathering> next, Function<UserId, String> names, Instant now) {
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        String meeting = gathering.meeting().id().value();
        List<Block> blocks = new ArrayList<>();
        String title = gathering.papers().isEmpty()
                ? TEXTS.say("after.title.no-paper")
                : TEXTS.say("after.title", "papers", DiscussionText.papers(gathering, ""));
        blocks.add(section("*" + title + "*\n" + TEXTS.say("after.when", "when", when, "thanks", thanks(gathering))));
        if (gathering.rules().attendance()) {
            blocks.add(context(there(gathering, names)));
            blocks.add(actions(
                    button(TEXTS.say("after.there.button"), AttendanceFeature.HERE, meeting),
                    button(TEXTS.say("after.there.list"), AttendanceFeature.LIST, meeting)));
        }
        if (gathering.rules().rating() && !gathering.papers().isEmpty()) {
            blocks.add(section(TEXTS.say("after.worth", "worst", Rating.WORST, "best", Rating.BEST) + "\n"
                    + ratings(RatingSummary.of(gathering.discussion().ratings().values()))));
            blocks.add(actions(worth(gathering.meeting().id())));
            blocks.add(actions(
                    RatingFeature.recommendButton(gathering.meeting().id(), true),
                    RatingFeature.recommendButton(gathering.meeting().id(), false)));
        }
        List<Note> notes = gathering.discussion().notes();
        blocks.addAll(lines(notes.stream()
                .limit(NOTES)
                .map(note -> NotesMessages.entry(note, names))
                .toList()));
        blocks.add(actions(keeping(gathering)));
        blocks.add(context(
                next.map(following -> next(following, names, now)).orElseGet(() -> TEXTS.say("after.next.none"))));
        return Limits.fit(Message.of(
                gathering.papers().isEmpty()
                        ? TEXTS.say("after.spoken.no-paper", "when", when, "thanks", thanks(gathering))
                        : TEXTS.say(
                                "after.spoken",
                                "titles",
                                DiscussionText.titles(gathering, ""),
                                "when",
                                when,
                                "thanks",
                                thanks(gathering)),
                blocks));
    }

    private static String thanks(Gathering gathering) {
        List<UserId> people = Stream.concat(
                        gathering.presenters().stream(),
                        gathering.parts().stream().flatMap(part -> part.who().stream()))
                .distinct()
                .toList();
        return people.isEmpty()
                ? TEXTS.say("after.thanks.all")
                : TEXTS.say(
                        "after.thanks",
                        "people",
                        people.stream().map(who -> user(who)).collect(Collectors.joining(", ")));
    }

    private static String there(Gathering gathering, Function<UserId, String> names) {
        Discussion said = gathering.discussion();
        String listed = said.listedBy()
                .map(by -> " · " + TEXTS.say("after.there.listed", "who", userQuiet(names.apply(by))))
                .orElse("");
        return said.attended().isEmpty()
                ? TEXTS.say("after.there.nobody") + listed
                : TEXTS.say("after.there", "people", DiscussionText.counted(said.attended(), gathering, names))
                        + listed;
    }

    /** The average only once nobody can tell from it who gave what. */
    static String ratings(RatingSummary summary) {
        if (!summary.isShown()) {
            return summary.count() == 0
                    ? TEXTS.say("after.rated.none", "fewest", RatingSummary.FEWEST_SHOWN)
                    : TEXTS.say("after.rated.few", "count", summary.count(), "fewest", RatingSummary.FEWEST_SHOWN);
        }
        String average = String.format(Language.spoken().locale(), "%.1f", summary.average());
        String rated = TEXTS.say("after.rated", "average", average, "best", Rating.BEST, "count", summary.count());
        return summary.isRecommendationShown()
                ? rated + " · "
                        + TEXTS.say(
                                "after.recommended", "recommending", summary.recommending(), "saying", summary.saying())
                : rated;
    }

    private static List<Button> worth(MeetingId meeting) {
        return IntStream.rangeClosed(Rating.WORST, Rating.BEST)
                .mapToObj(worth -> RatingFeature.worthButton(meeting, worth))
                .toList();
    }

    private static List<Button> keeping(Gathering gathering) {
        List<Button> buttons = new ArrayList<>();
        buttons.add(NotesMessages.addButton(gathering));
        if (!gathering.discussion().notes().isEmpty()) {
            buttons.add(NotesMessages.allButton(gathering));
        }
        if (!gathering.discussion().questions().isEmpty()) {
            buttons.add(DiscussionText.allButton(gathering));
        }
        return buttons;
    }

    private static String next(Gathering next, Function<UserId, String> names, Instant now) {
        String when = MeetingText.when(next.meeting(), next.group());
        if (next.papers().isEmpty()) {
            return vote(next, when, now);
        }
        String papers = DiscussionText.papers(next, "");
        return next.meeting()
                .presenter()
                .map(who -> TEXTS.say(
                        "after.next.presented", "when", when, "papers", papers, "who", userQuiet(names.apply(who))))
                .orElseGet(() -> TEXTS.say("after.next", "when", when, "papers", papers));
    }

    private static String vote(Gathering next, String when, Instant now) {
        Timeline timeline = MeetingPlanner.timeline(next.group(), next.meeting().start());
        ZoneId zone = next.group().settings().zone();
        if (now.isBefore(timeline.ballotOpens())) {
            return TEXTS.say("after.next.vote-opens", "when", when, "opens", date(timeline.ballotOpens(), zone));
        }
        return now.isBefore(timeline.ballotCloses())
                ? TEXTS.say("after.next.vote-closes", "when", when, "closes", date(timeline.ballotCloses(), zone))
                : TEXTS.say("after.next.no-paper", "when", when);
    }
}
