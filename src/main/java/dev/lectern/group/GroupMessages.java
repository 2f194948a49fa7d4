package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.slack.block.Message;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the channel reads about the group itself. */
final class GroupMessages {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private GroupMessages() {}

    static Message founded(Group group) {
        String rhythm = rhythm(group, Optional.empty());
        return Message.of(
                "This channel is now a reading group: " + rhythm + ".",
                header("This channel is now a reading group"),
                section(settings(group, rhythm)),
                context("Nominate papers from the digest or with `/papers nominate`. `/papers help` shows the rest."));
    }

    /** @param instead by what the group meets in place of its settings' day, time and rhythm */
    static Message changed(Group group, Optional<String> instead) {
        String rhythm = rhythm(group, instead);
        return Message.of(
                "The reading group's settings changed: " + rhythm + ".",
                section("*New settings*\n" + settings(group, rhythm)));
    }

    private static String settings(Group group, String rhythm) {
        Settings settings = group.settings();
        return "• *Digest:* " + days(settings.digestDays()) + " at " + settings.digestTime()
                + "\n• *Meeting:* " + rhythm
                + "\n• *Vote:* opens by itself, closes " + days(settings.lead().voteClosesDays())
                + " before the meeting"
                + "\n• *Topics:* " + topics(settings)
                + (settings.follows().isEmpty()
                        ? ""
                        : "\n• *Also followed:* " + line(FollowText.write(settings.follows())))
                + "\n• *Members:* " + group.members().size();
    }

    private static String days(int count) {
        return count == 1 ? "a day" : count == 2 ? "two days" : count + " days";
    }

    private static String rhythm(Group group, Optional<String> instead) {
        Settings settings = group.settings();
        return instead.orElseGet(() -> settings.rhythm().on(settings.meetingDay()) + " at " + settings.meetingTime())
                + " (" + settings.zone() + ")";
    }

    private static String topics(Settings settings) {
        return settings.topics().isEmpty() ? "everything" : line(String.join(", ", settings.topics()));
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return "every day";
        }
        if (days.equals(WORKDAYS)) {
            return "Monday to Friday";
        }
        return days.stream()
                .map(day -> day.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                .collect(Collectors.joining(", "));
    }
}
