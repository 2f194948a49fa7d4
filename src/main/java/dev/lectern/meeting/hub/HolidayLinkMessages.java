package dev.lectern.meeting.hub;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/** What came of reading a calendar of holidays. */
final class HolidayLinkMessages {
    private static final Texts TEXTS = Texts.of(HolidayLinkMessages.class);

    private HolidayLinkMessages() {}

    /** @param days how many it has */
    static Message first(String url, int days) {
        return Message.of(TEXTS.say("holidays.link.first", "link", line(url), "days", days));
    }

    static Message changed(String url, Map<LocalDate, String> before, Map<LocalDate, String> after) {
        long added =
                after.keySet().stream().filter(day -> !before.containsKey(day)).count();
        long gone =
                before.keySet().stream().filter(day -> !after.containsKey(day)).count();
        return Message.of(TEXTS.say("holidays.link.changed", "link", line(url), "added", added, "gone", gone));
    }

    /** @param givenUp whether it is not read again */
    static Message failed(String url, HolidayLink.Trouble trouble, boolean givenUp) {
        String why = TEXTS.say(
                "holidays.trouble." + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-'), "link", line(url));
        if (givenUp) {
            return Message.of(TEXTS.say("holidays.link.given-up", "why", why));
        }
        return Message.of(
                trouble.mayPass()
                        ? TEXTS.say("holidays.link.tomorrow", "why", why)
                        : TEXTS.say("holidays.link.next-month", "why", why));
    }
}
