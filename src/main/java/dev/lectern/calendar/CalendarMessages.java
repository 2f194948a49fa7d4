package dev.lectern.calendar;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import java.util.ArrayList;
import java.util.List;

/** What people read of their calendars. */
final class CalendarMessages {
    static final String RENEW_OWN = "calendar.renew/1";
    static final String RENEW_GROUP = "calendar.renew.group/1";

    static final String OWN = "your calendar";
    static final String OF_GROUP = "the group's calendar";

    private static final String HOW = """
            *Google Calendar*: on the web, Other calendars, +, _From URL_; paste the link.
            *Apple Calendar*: File, _New Calendar Subscription_; on an iPhone Calendars, Add Calendar, _Add Subscription Calendar_.
            *Outlook*: Add calendar, _Subscribe from web_.""";

    private final String address;
    private final Group group;

    CalendarMessages(String address, Group group) {
        this.address = address;
        this.group = group;
    }

    /** Both links, for the member who asks. */
    Message both(UserId reader, FeedLinkStore.Shown own, FeedLinkStore.Shown groups) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Your calendar*: the meetings of all your reading groups here, marked where you present.\n"
                + link(address, own)));
        blocks.add(actions(renew(RENEW_OWN, OWN)));
        blocks.add(section("*The calendar of " + Mrkdwn.line("#" + group.channelName())
                + "*, to pass on in the group.\n" + link(address, groups)));
        if (group.organizer().equals(reader)) {
            blocks.add(actions(renew(RENEW_GROUP, OF_GROUP)));
        }
        blocks.add(section(HOW));
        blocks.add(
                context(
                        "Whoever has a link reads the meetings: keep yours to yourself. The group's link also works for "
                                + "those who have left, until " + Mrkdwn.user(group.organizer())
                                + " makes a new one; yours forgets a group "
                                + "when you leave it. `?alarms=off` at a link's end gives a calendar that does not remind you."));
        return Message.of("The meetings for your calendar", blocks);
    }

    /** @param whose {@link #OWN} or {@link #OF_GROUP} */
    static Message renewed(String address, String whose, FeedLinkStore.Shown link) {
        return Message.of("The new link of " + whose + ":\n" + link(address, link)
                + "\nThe old one is dead: subscribe anew, and take the old calendar out.");
    }

    private static Button renew(String action, String whose) {
        return button("New link", action)
                .spokenAs("New link for " + whose)
                .asking(confirm(
                        "A new link?",
                        "The old link of " + whose + " ends at once, in every calendar that has it.",
                        "New link",
                        "Keep it"));
    }

    /** As code: to be copied, and not to be fetched by whoever looks at links in messages. */
    private static String link(String address, FeedLinkStore.Shown link) {
        return link.token()
                .map(token -> "`" + Mrkdwn.escape(address + "/calendar/" + token + ".ics") + "`")
                .orElse(
                        "It works where it is in use, but I can't show it again, because Slack's signing secret was changed "
                                + "since. _New link_ makes one that can be shown.");
    }
}
