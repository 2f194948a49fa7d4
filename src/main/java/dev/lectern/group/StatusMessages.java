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
    static final String AGAIN = "status.again/1";
    static final String GIVE_UP = "status.giveup/1";
    /** More than a handful is read by nobody, and what stopped one mostly stopped the others. */
    private static final int SHOWN = 5;

    private static final String WAITS = " What is to be posted there waits, for two weeks.";
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
                status.group().filter(group -> group.organizer().equals(reader)).isPresent();
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(ahead(status) + "\n" + waiting(status.waiting())));
        if (status.group().isEmpty()) {
            blocks.add(section("*What Lectern knows of this group cannot be read*, so it can do nothing here. "
                    + "Tell whoever runs Lectern: its `doctor` says more."));
        }
        status.trouble()
                .ifPresent(why -> blocks.add(section("*This group's work cannot be looked at*: "
                        + line(Shorten.plain(why, LONGEST_REASON))
                        + ". Lectern tries again every minute. Tell whoever runs it: its `doctor` says more.")));
        if (!status.news().isEmpty()) {
            blocks.add(section(news(status.news())));
        }
        if (status.parked().isEmpty()) {
            blocks.add(section("Nothing is put aside."));
        } else {
            blocks.add(section("*" + count(status.parked()) + "*"));
            blocks.addAll(parked(status.id(), status.zone(), status.parked(), organizes));
        }
        if (!organizes && !status.parked().isEmpty()) {
            status.group()
                    .ifPresent(group -> blocks.add(context(user(group.organizer())
                            + ", who set this group up, can try again or give up what is put aside.")));
        }
        return Limits.fit(
                Message.of(status.parked().isEmpty() ? "Nothing is put aside." : count(status.parked()) + ".", blocks));
    }

    private String ahead(Status status) {
        return status.next()
                .map(step -> "*Next:* " + line(wording.ahead(step)) + ", " + date(step.at(), status.zone()))
                .orElse("*Next:* nothing is planned. `/papers setup` sets days and hours.");
    }

    private static String waiting(long messages) {
        if (messages == 0) {
            return "No message waits to be sent.";
        }
        return messages == 1 ? "1 message waits to be sent." : messages + " messages wait to be sent.";
    }

    private static String news(List<String> sentences) {
        String shown = sentences.stream()
                .limit(SHOWN)
                .map(sentence -> line(Shorten.plain(sentence, LONGEST_REASON)))
                .collect(Collectors.joining("\n"));
        int more = sentences.size() - SHOWN;
        return more > 0 ? shown + "\nAnd " + more + " more; Lectern's `doctor` lists all." : shown;
    }

    private static String count(List<Parked> parked) {
        return parked.size() == 1 ? "1 thing could not be done" : parked.size() + " things could not be done";
    }

    /** The organizer's direct message. */
    Message toOrganizer(Group group, List<Parked> parked) {
        String name = line("#" + group.channelName());
        if (parked.isEmpty()) {
            return Message.of(
                    "All is well again in " + name + ".",
                    section("*All is well again in " + name + "*: nothing is put aside any more."));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*" + count(parked) + " in " + name + "*, and Lectern has stopped trying:"));
        blocks.addAll(parked(group.id(), group.settings().zone(), parked, true));
        blocks.add(context("You get this because you set the group up. It always shows how things stand."));
        return Limits.fit(Message.of(count(parked) + " in " + name + ".", blocks));
    }

    /** For the organizer's Home. */
    Block inHome(Group group, List<Parked> parked) {
        return section("*" + count(parked) + " in " + line("#" + group.channelName()) + "*\n" + sentence(parked.get(0))
                + "\nWrite `/papers status` there to try again or give up.");
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
            int more = parked.size() - SHOWN;
            blocks.add(context("And " + more + " more. They are shown once these are seen to; "
                    + "Lectern's `doctor` shows and releases all at once."));
        }
        return blocks;
    }

    private static List<Element> buttons(GroupId group, Parked parked) {
        List<Element> buttons = new ArrayList<>();
        if (parked.key().length() > Limits.BUTTON_VALUE) {
            return buttons;
        }
        if (parked.canBeReleased()) {
            buttons.add(button("Try again", AGAIN + "/" + group, parked.key()).primary());
        }
        Button giveUp = button("Give up", GIVE_UP + "/" + group, parked.key());
        buttons.add(giveUp.asking(
                confirm("Give up?", "Lectern then never does this. It cannot be taken back.", "Give up", "Keep it")));
        return buttons;
    }

    private static String since(Parked parked, ZoneId zone) {
        return parked.since().equals(Instant.EPOCH) ? "" : "\n_Since " + date(parked.since(), zone) + "_";
    }

    /** What could not be done, why, and the way out. */
    String sentence(Parked parked) {
        String why = Refusal.read(parked.reason())
                .map(refusal ->
                        ": Slack says that " + line(refusal.meaning()) + ". To mend it, " + line(refusal.wayOut()))
                .orElseGet(() -> ": " + line(Shorten.plain(parked.reason(), LONGEST_REASON)));
        return what(parked) + why + "." + (parked.kind() == Parked.Kind.PLACE ? WAITS : "");
    }

    /** What could not be done, without a stop. */
    String what(Parked parked) {
        if (parked.kind() == Parked.Kind.PLACE) {
            return "Nothing can be posted in " + channel(new ChannelId(parked.id()));
        }
        if (parked.kind() == Parked.Kind.STEP) {
            return line(wording.failed(Shorten.plain(parked.id(), LONGEST_NAME)));
        }
        return line(wording.called(Shorten.plain(parked.id(), LONGEST_NAME))) + " could not be "
                + parked.message().map(StatusMessages::place).orElse("sent");
    }

    private static String place(Outgoing message) {
        return message.to().startsWith("U") || message.to().startsWith("W")
                ? "sent to " + user(new UserId(message.to()))
                : "posted";
    }
}
