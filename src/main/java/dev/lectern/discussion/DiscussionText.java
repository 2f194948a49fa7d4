package dev.lectern.discussion;

import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.link;
import static dev.lectern.slack.block.Mrkdwn.userQuiet;

import dev.lectern.group.RightsText;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.Reply;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How what belongs to a meeting is spoken of, everywhere alike. All of it is escaped mrkdwn. */
final class DiscussionText {
    private static final Texts TEXTS = Texts.of(DiscussionText.class);
    static final int TOP = 5;
    private static final int NAMED = 20;
    private static final int SHORT = 200;
    private static final int DAYS_OF_THE_WEEK = 7;

    private DiscussionText() {}

    /** {@code Today}, {@code Tomorrow}, {@code On Thursday}, or {@code On 9 April}, as the group's zone has it. */
    static String day(Instant now, Instant start, ZoneId zone) {
        var then = start.atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), then);
        if (days == 0) {
            return TEXTS.say("day.today");
        }
        if (days == 1) {
            return TEXTS.say("day.tomorrow");
        }
        return days > 1 && days < DAYS_OF_THE_WEEK
                ? TEXTS.say("day.weekday", "weekday", Dates.name(then.getDayOfWeek()))
                : TEXTS.say("day.date", "date", Dates.day(then));
    }

    /** The papers as links, or {@code otherwise}. */
    static String papers(Gathering gathering, String otherwise) {
        return gathering.papers().isEmpty() ? otherwise : papers(gathering.papers());
    }

    /** These papers as links. */
    static String papers(List<Paper> papers) {
        return papers.stream().map(PaperText::link).collect(Collectors.joining("; "));
    }

    static String titles(Gathering gathering, String otherwise) {
        return gathering.papers().isEmpty() ? otherwise : PaperText.titles(gathering.papers());
    }

    /** Names without a ping, sorted, as many as one reads. */
    static String names(Collection<UserId> people, Function<UserId, String> names) {
        List<String> sorted =
                people.stream().map(names).map(name -> userQuiet(name)).sorted().toList();
        String named = String.join(", ", sorted.subList(0, Math.min(NAMED, sorted.size())));
        return sorted.size() > NAMED ? TEXTS.say("names.more", "names", named, "more", sorted.size() - NAMED) : named;
    }

    /** Such as {@code 3 (Ada, Ben, Chen)}; without names where the group wants none. */
    static String counted(Collection<UserId> people, Gathering gathering, Function<UserId, String> names) {
        return people.isEmpty() || !gathering.rules().names()
                ? Integer.toString(people.size())
                : people.size() + " (" + names(people, names) + ")";
    }

    /** Who means to come; empty where nobody answered. */
    static Optional<String> coming(Gathering gathering, Function<UserId, String> names) {
        Discussion said = gathering.discussion();
        return said.rsvps().isEmpty()
                ? Optional.empty()
                : Optional.of(TEXTS.say(
                        "coming",
                        "yes",
                        counted(said.answered(Rsvp.YES), gathering, names),
                        "maybe",
                        counted(said.answered(Rsvp.MAYBE), gathering, names),
                        "no",
                        counted(said.answered(Rsvp.NO), gathering, names)));
    }

    /** Where it is, or how to call in; empty where nobody said. */
    static Optional<String> place(Meeting meeting) {
        return meeting.place()
                .filter(place -> !place.isBlank())
                .map(place -> TEXTS.say(
                        "place",
                        "place",
                        WebLink.in(place).map(url -> link(url, url)).orElseGet(() -> line(place))));
    }

    /** The most wanted questions, a numbered line each; empty where there are none. */
    static Optional<String> top(Gathering gathering) {
        List<Question> top = gathering.queue().top(TOP);
        return top.isEmpty()
                ? Optional.empty()
                : Optional.of(IntStream.range(0, top.size())
                        .mapToObj(i -> (i + 1) + ". " + shortly(top.get(i)))
                        .collect(Collectors.joining("\n")));
    }

    private static String shortly(Question question) {
        String text = line(Shorten.plain(question.text().replaceAll("\\s+", " "), SHORT));
        return question.votes().isEmpty()
                ? text
                : text + " · +" + question.votes().size();
    }

    /** Opens all of a meeting's questions. */
    static Button allButton(Gathering gathering) {
        int count = gathering.discussion().questions().size();
        return button(
                count == 0 ? TEXTS.say("queue.button") : TEXTS.say("queue.button.count", "count", count),
                QueueFeature.OPEN + "/" + gathering.group().id(),
                gathering.meeting().id().value());
    }

    /** A refusal for whoever may not do what organizers may. */
    static Optional<Reply> organizersOnly(Gathering gathering, UserId who, Supplier<String> refusal) {
        return RightsText.mayOrganize(gathering.group(), who)
                ? Optional.empty()
                : Optional.of(Reply.onlyToYou(refusal.get()));
    }

    /** What a form is about. */
    static String about(Gathering gathering) {
        String when = MeetingText.when(gathering.meeting(), gathering.group());
        return gathering.papers().isEmpty()
                ? TEXTS.say("for.meeting", "when", when)
                : TEXTS.say("for.papers", "papers", papers(gathering, ""), "when", when);
    }
}
