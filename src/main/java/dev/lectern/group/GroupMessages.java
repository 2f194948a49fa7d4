package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.slack.block.Message;
import dev.lectern.text.Dates;
import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the channel reads about the group itself. */
final class GroupMessages {
    private static final Texts TEXTS = Texts.of(GroupMessages.class);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private GroupMessages() {}

    static Message founded(Group group) {
        String rhythm = rhythm(group, Optional.empty());
        return Message.of(
                TEXTS.say("founded.spoken", "rhythm", rhythm),
                header(TEXTS.say("founded.header")),
                section(settings(group, rhythm)),
                context(TEXTS.say("founded.next")));
    }

    /** @param instead by what the group meets in place of its settings' day, time and rhythm */
    static Message changed(Group group, Optional<String> instead) {
        String rhythm = rhythm(group, instead);
        return Message.of(
                TEXTS.say("changed.spoken", "rhythm", rhythm),
                section(TEXTS.say("changed.header") + "\n" + settings(group, rhythm)));
    }

    private static String settings(Group group, String rhythm) {
        Settings settings = group.settings();
        List<String> lines = new ArrayList<>();
        lines.add(TEXTS.say(
                "settings.digest", "days", days(settings.digestDays()), "time", Dates.clock(settings.digestTime())));
        lines.add(TEXTS.say("settings.meeting", "rhythm", rhythm));
        lines.add(TEXTS.say("settings.vote", "days", settings.lead().voteClosesDays()));
        lines.add(
                settings.topics().isEmpty()
                        ? TEXTS.say("settings.topics.none")
                        : TEXTS.say("settings.topics", "topics", line(String.join(", ", settings.topics()))));
        if (!settings.follows().isEmpty()) {
            lines.add(TEXTS.say("settings.follows", "lists", line(FollowText.write(settings.follows()))));
        }
        settings.language()
                .filter(language -> language != Language.ENGLISH)
                .ifPresent(language -> lines.add(TEXTS.say("settings.language", "language", language.ownName())));
        lines.add(TEXTS.say("settings.members", "members", group.members().size()));
        return String.join("\n", lines);
    }

    private static String rhythm(Group group, Optional<String> instead) {
        Settings settings = group.settings();
        String zone = settings.zone().getId();
        return instead.map(words -> TEXTS.say("settings.rhythm.instead", "instead", words, "zone", zone))
                .orElseGet(() -> TEXTS.say(
                        "settings.rhythm",
                        "rhythm",
                        settings.rhythm().on(settings.meetingDay()),
                        "time",
                        Dates.clock(settings.meetingTime()),
                        "zone",
                        zone));
    }

    static String days(Set<DayOfWeek> days) {
        if (days.size() == DayOfWeek.values().length) {
            return TEXTS.say("settings.every-day");
        }
        return days.equals(WORKDAYS)
                ? TEXTS.say("settings.workdays")
                : days.stream().map(Dates::name).collect(Collectors.joining(", "));
    }
}
