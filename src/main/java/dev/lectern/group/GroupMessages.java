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
import java.util.Set;
import java.util.stream.Collectors;

/** What the channel reads about the group itself. */
final class GroupMessages {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private GroupMessages() {}

    static Message founded(Group group) {
        return Message.of(
                "This channel is now a reading group: " + rhythm(group) + ".",
                header("This channel is now a reading group"),
                section(settings(group)),
                context("Nominate papers from the digest or with `/papers nominate`. `/papers help` shows the rest."));
    }

    static Message changed(Group group) {
        return Message.of(
                "The reading group's settings changed: " + rhythm(group) + ".",
                section("*New settings*\n" + settings(group)));
    }

    private static String settings(Group group) {
        Settings settings = group.settings();
        return "• *Digest:* " + days(settings.digestDays()) + " at " + settings.digestTime()
                + "\n• *Meeting:* " + rhythm(group)
                + "\n• *Vote:* opens by itself, closes two days before the meeting"
                + "\n• *Topics:* " + topics(settings)
                + (settings.follows().isEmpty()
                        ? ""
                        : "\n• *Also followed:* " + line(FollowText.write(settings.follows())))
                + "\n• *Members:* " + group.members().size();
    }

    private static String rhythm(Group group) {
        Settings settings = group.settings();
        return settings.rhythm().on(settings.meetingDay()) + " at " + settings.meetingTime() + " (" + settings.zone()
                + ")";
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
