package dev.lectern.group;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.channel;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.slack.Refusal;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Element;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Shorten;
import dev.lectern.text.Texts;
import dev.lectern.work.Outgoing;
import dev.lectern.work.Parked;
import dev.lectern.work.Step;
import dev.lectern.work.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a group's work stands, in words for its people. */
final class StatusMessages {
    private static final Texts TEXTS = Texts.of(StatusMessages.class);
    static final String AGAIN = "status.again/1";
    static final String GIVE_UP = "status.giveup/1";
    /** More than a handful is read by nobody, and what stopped one mostly stopped the others. */
    private static final int SHOWN = 5;

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 150;

    private final Wording wording;

    StatusMessages(Wording wording) {
        this.wording = wording;
    }

    /**
     * What there is to say of a group's work.
     *
     * @param group empty where what is known of it cannot be read
     * @param next the step that is planned next
     * @param waiting how many messages are to be sent
     * @param trouble why the group cannot even be looked at
     * @param news what is to be said of where papers come from, a sentence each
     */
    record Status(
            GroupId id,
            Optional<Group> group,
            Optional<Step> next,
            long waiting,
            Optional<String> trouble,
            List<String> news,
            List<Parked> parked) {

        private ZoneId zone() {
            return group.map(known -> known.settings().zone()).orElse(ZoneOffset.UTC);
        }
    }

    Message status(Status status, UserId reader) {
        boolean organizes =
                status.group().filter(group -> group.isOrganizer(reader)).isPresent();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(ahead(status) + "\n" + TEXTS.say("status.waiting", "messages", status.waiting())));
        if (status.group().isEmpty()) {
            blocks.add(section(TEXTS.say("status.group-unreadable")));
        }
        status.trouble()
                .ifPresent(why -> blocks.add(
                        section(TEXTS.say("status.trouble", "why", line(Shorten.plain(why, LONGEST_REASON))))));
        if (!status.news().isEmpty()) {
            blocks.add(section(news(status.news())));
        }
        int parked = status.parked().size();
        if (parked == 0) {
            blocks.add(section(TEXTS.say("status.nothing-parked")));
        } else {
            blocks.add(section("*" + TEXTS.say("status.parked", "things", parked) + "*"));
            blocks.addAll(parked(status.id(), status.zone(), status.parked(), organizes));
        }
        if (!organizes && parked > 0) {
            status.group()
                    .ifPresent(group -> blocks.add(
                            context(TEXTS.say("status.who-decides", "organizer", RightsText.organizers(group)))));
        }
        return Limits.fit(Message.of(
                parked == 0 ? TEXTS.say("status.nothing-parked") : TEXTS.say("status.parked.spoken", "things", parked),
                blocks));
    }

    private String ahead(Status status) {
        return status.next()
                .map(step -> TEXTS.say(
                        "status.next", "step", line(wording.ahead(step)), "when", date(step.at(), status.zone())))
                .orElseGet(() -> TEXTS.say("status.next.none"));
    }

    private static String news(List<String> sentences) {
        String shown = sentences.stream()
                .limit(SHOWN)
                .map(sentence -> line(Shorten.plain(sentence, LONGEST_REASON)))
                .collect(Collectors.joining("\n"));
        int more = sentences.size() - SHOWN;
        return more > 0 ? shown + "\n" + TEXTS.say("status.more-news", "more", more) : shown;
    }

    /** The organizer's direct message. */
    Message toOrganizer(Group group, List<Parked> parked) {
        String channel = line("#" + group.channelName());
        if (parked.isEmpty()) {
            return Message.of(
                    TEXTS.say("status.well.spoken", "channel", channel),
                    section(TEXTS.say("status.well", "channel", channel)));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("status.parked.header", "things", parked.size(), "channel", channel)));
        blocks.addAll(parked(group.id(), group.settings().zone(), parked, true));
        blocks.add(context(TEXTS.say("status.why-you")));
        return Limits.fit(
                Message.of(TEXTS.say("status.parked.in", "things", parked.size(), "channel", channel), blocks));
    }

    /** For the organizer's Home. */
    Block inHome(Group group, List<Parked> parked) {
        return section(
                TEXTS.say("status.parked.home", "things", parked.size(), "channel", line("#" + group.channelName()))
                        + "\n" + sentence(parked.get(0)) + "\n" + TEXTS.say("status.home.way-out"));
    }

    private List<Block> parked(GroupId group, ZoneId zone, List<Parked> parked, boolean withButtons) {
        List<Block> blocks = new ArrayList<>();
        for (Parked one : parked.subList(0, Math.min(SHOWN, parked.size()))) {
            blocks.add(section(sentence(one) + since(one, zone)));
            List<Element> buttons = withButtons ? buttons(group, one) : List.of();
            if (!buttons.isEmpty()) {
                blocks.add(actions(buttons));
            }
        }
        if (parked.size() > SHOWN) {
            blocks.add(context(TEXTS.say("status.more-parked", "more", parked.size() - SHOWN)));
        }
        return blocks;
    }

    private static List<Element> buttons(GroupId group, Parked parked) {
        List<Element> buttons = new ArrayList<>();
        if (parked.key().length() > Limits.BUTTON_VALUE) {
            return buttons;
        }
        if (parked.canBeReleased()) {
            buttons.add(button(TEXTS.say("status.again"), AGAIN + "/" + group, parked.key())
                    .primary());
        }
        Button giveUp = button(TEXTS.say("status.give-up"), GIVE_UP + "/" + group, parked.key());
        buttons.add(giveUp.asking(confirm(
                TEXTS.say("status.give-up.ask"),
                TEXTS.say("status.give-up.means"),
                TEXTS.say("status.give-up"),
                TEXTS.say("status.give-up.keep"))));
        return buttons;
    }

    private static String since(Parked parked, ZoneId zone) {
        return parked.since().equals(Instant.EPOCH)
                ? ""
                : "\n_" + TEXTS.say("status.since", "when", date(parked.since(), zone)) + "_";
    }

    /** What could not be done, why, and the way out. */
    String sentence(Parked parked) {
        return parked.kind() == Parked.Kind.PLACE ? why(parked) + " " + TEXTS.say("status.place-waits") : why(parked);
    }

    private String why(Parked parked) {
        return Refusal.read(parked.reason())
                .map(refusal -> TEXTS.say(
                        "status.why.refused",
                        "what",
                        what(parked),
                        "meaning",
                        line(refusal.meaning()),
                        "wayOut",
                        line(refusal.wayOut())))
                .orElseGet(() -> TEXTS.say(
                        "status.why.reason",
                        "what",
                        what(parked),
                        "reason",
                        line(Shorten.plain(parked.reason(), LONGEST_REASON))));
    }

    /** What could not be done, without a stop. */
    String what(Parked parked) {
        if (parked.kind() == Parked.Kind.PLACE) {
            return TEXTS.say("status.place-closed", "channel", channel(new ChannelId(parked.id())));
        }
        if (parked.kind() == Parked.Kind.STEP) {
            return line(wording.failed(Shorten.plain(parked.id(), LONGEST_NAME)));
        }
        String message = line(wording.called(Shorten.plain(parked.id(), LONGEST_NAME)));
        return parked.message()
                .map(unsent -> unsent(message, unsent))
                .orElseGet(() -> TEXTS.say("status.unsent.sent", "message", message));
    }

    private static String unsent(String message, Outgoing unsent) {
        boolean toMember = unsent.to().startsWith("U") || unsent.to().startsWith("W");
        return toMember
                ? TEXTS.say("status.unsent.member", "message", message, "member", user(new UserId(unsent.to())))
                : TEXTS.say("status.unsent.posted", "message", message);
    }
}
