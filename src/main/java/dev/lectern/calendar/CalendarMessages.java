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
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What people read of their calendars. */
final class CalendarMessages {
    private static final Texts TEXTS = Texts.of(CalendarMessages.class);
    static final String RENEW_OWN = "calendar.renew/1";
    static final String RENEW_GROUP = "calendar.renew.group/1";

    /** Whose calendar a link is of. */
    enum Whose {
        OWN,
        OF_GROUP;

        /** In choices of sentences. */
        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String address;
    private final Group group;

    CalendarMessages(String address, Group group) {
        this.address = address;
        this.group = group;
    }

    /** Both links, for the member who asks. */
    Message both(UserId reader, FeedLinkStore.Shown own, FeedLinkStore.Shown groups) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("both.own", "link", link(address, own))));
        blocks.add(actions(renew(RENEW_OWN, Whose.OWN)));
        blocks.add(section(TEXTS.say(
                "both.group", "channel", Mrkdwn.line("#" + group.channelName()), "link", link(address, groups))));
        if (group.isOrganizer(reader)) {
            blocks.add(actions(renew(RENEW_GROUP, Whose.OF_GROUP)));
        }
        blocks.add(section(TEXTS.say("both.how")));
        blocks.add(context(TEXTS.say("both.about", "organizer", Mrkdwn.user(group.organizer()))));
        return Message.of(TEXTS.say("both.aloud"), blocks);
    }

    static Message renewed(String address, Whose whose, FeedLinkStore.Shown link) {
        return Message.of(TEXTS.say("renew.done", "whose", whose.key(), "link", link(address, link)));
    }

    private static Button renew(String action, Whose whose) {
        return button(TEXTS.say("renew.button"), action)
                .spokenAs(TEXTS.say("renew.aloud", "whose", whose.key()))
                .asking(confirm(
                        TEXTS.say("renew.title"),
                        TEXTS.say("renew.text", "whose", whose.key()),
                        TEXTS.say("renew.button"),
                        TEXTS.say("renew.keep")));
    }

    /** As code: to be copied, and not to be fetched by whoever looks at links in messages. */
    private static String link(String address, FeedLinkStore.Shown link) {
        return link.token()
                .map(token -> "`" + Mrkdwn.escape(address + "/calendar/" + token + ".ics") + "`")
                .orElseGet(() -> TEXTS.say("link.hidden"));
    }
}
