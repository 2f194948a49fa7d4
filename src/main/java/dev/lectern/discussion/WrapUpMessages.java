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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What the channel reads after a meeting: thanks, who was there, what it was worth, what is kept, what comes next. */
final class WrapUpMessages {
    private static final int NOTES = 5;

    private WrapUpMessages() {}

    static Message wrapUp(Gathering gathering, Optional<Gathering> next, Function<UserId, String> names, Instant now) {
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        String meeting = gathering.meeting().id().value();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*That was " + DiscussionText.papers(gathering, "the reading group, without a paper") + "*\n"
                + when + ". " + thanks(gathering)));
        if (gathering.rules().attendance()) {
            blocks.add(context(there(gathering, names)));
            blocks.add(actions(
                    button("I was there", AttendanceFeature.HERE, meeting),
                    button("Who was there…", AttendanceFeature.LIST, meeting)));
        }
        if (gathering.rules().rating() && !gathering.papers().isEmpty()) {
            blocks.add(section("*Worth it?* From 1, not at all, to 5, very much.\n"
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
        blocks.add(context(next.map(following -> next(following, names, now))
                .orElse("No further meeting is planned. `/papers setup` sets the day and hour.")));
        return Limits.fit(Message.of(
                "That was " + DiscussionText.titles(gathering, "the reading group") + ", " + when + ". "
                        + thanks(gathering),
                blocks));
    }

    private static String thanks(Gathering gathering) {
        List<UserId> people = Stream.concat(
                        gathering.presenters().stream(),
                        gathering.parts().stream().flatMap(part -> part.who().stream()))
                .distinct()
                .toList();
        return people.isEmpty()
                ? "Thank you all."
                : "Thank you, " + people.stream().map(who -> user(who)).collect(Collectors.joining(", ")) + "!";
    }

    private static String there(Gathering gathering, Function<UserId, String> names) {
        Discussion said = gathering.discussion();
        String listed = said.listedBy()
                .map(by -> " · the list was changed by " + userQuiet(names.apply(by)))
                .orElse("");
        return said.attended().isEmpty()
                ? "Nobody has said yet that they were there" + listed
                : "There: " + DiscussionText.counted(said.attended(), gathering, names) + listed;
    }

    /** The average only once nobody can tell from it who gave what. */
    static String ratings(RatingSummary summary) {
        if (!summary.isShown()) {
            String rated = summary.count() == 0 ? "Nobody has rated it yet" : summary.count() + " rated it so far";
            return rated + "; the average shows once " + RatingSummary.FEWEST_SHOWN + " have, and never who gave what.";
        }
        return String.format(Locale.ROOT, "*%.1f* of %d from %d", summary.average(), Rating.BEST, summary.count())
                + (summary.isRecommendationShown()
                        ? " · " + summary.recommending() + " of " + summary.saying() + " would recommend it"
                        : "");
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
        String presenter = next.meeting()
                .presenter()
                .map(who -> ", presented by " + userQuiet(names.apply(who)))
                .orElse("");
        return "Next: " + MeetingText.when(next.meeting(), next.group()) + ". "
                + (next.papers().isEmpty()
                        ? vote(next, now)
                        : "We read " + DiscussionText.papers(next, "") + presenter + ".");
    }

    private static String vote(Gathering next, Instant now) {
        Timeline timeline = MeetingPlanner.timeline(next.group(), next.meeting().start());
        ZoneId zone = next.group().settings().zone();
        if (now.isBefore(timeline.ballotOpens())) {
            return "The vote on its paper opens " + date(timeline.ballotOpens(), zone)
                    + "; `/papers nominate` puts a paper on it.";
        }
        return now.isBefore(timeline.ballotCloses())
                ? "The vote on its paper closes " + date(timeline.ballotCloses(), zone)
                        + "; `/papers ballot` shows how it stands."
                : "It has no paper yet; `/papers vote` opens a vote.";
    }
}
