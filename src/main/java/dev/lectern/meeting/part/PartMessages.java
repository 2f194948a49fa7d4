package dev.lectern.meeting.part;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.link;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who has which part of a meeting: said to the channel, and to each about their own. */
final class PartMessages {
    static final String DECLINE = "part.decline/1";
    static final String SWAP = "part.swap/1";
    static final String ACCEPT = "part.swap.accept/1";
    static final String REFUSE = "part.swap.refuse/1";

    private static final Texts TEXTS = Texts.of(PartMessages.class);

    private final Group group;
    private final Meeting meeting;
    private final List<Paper> papers;
    private final Handed handed;

    /** @param papers what the meeting reads, in the order of reading */
    PartMessages(Group group, Meeting meeting, List<Paper> papers, Handed handed) {
        this.group = group;
        this.meeting = meeting;
        this.papers = papers;
        this.handed = handed;
    }

    Message list() {
        if (isCalledOff()) {
            return plain(TEXTS.say("list.called-off", "when", when()));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(TEXTS.say("list.heading", "when", when())));
        blocks.addAll(lines(entries()));
        String trace = trace();
        if (!trace.isEmpty()) {
            blocks.add(context(trace));
        }
        blocks.add(context(TEXTS.say("list.context")));
        return Limits.fit(Message.of(TEXTS.say("list.text", "when", when(), "parts", names()), blocks));
    }

    private String names() {
        return handed.given().stream().map(given -> line(given.part().name())).collect(Collectors.joining(", "));
    }

    /** A line for each part, presenting first. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        entries.add(entry(
                first(),
                meeting.presenter().map(who -> user(who)).orElseGet(() -> TEXTS.say("list.nobody-yet")) + about(1)));
        handed.given()
                .forEach(given -> entries.add(entry(
                        line(given.part().name()),
                        who(given)
                                + (given.part().presents() && papers.size() > 1
                                        ? about(given.part().paper())
                                        : ""))));
        return entries;
    }

    private static String entry(String part, String who) {
        return "• *" + part + ":* " + who;
    }

    private String first() {
        boolean halves = papers.size() < 2
                && handed.given().stream().anyMatch(given -> given.part().presents());
        return TEXTS.say(halves ? "list.first-half" : "list.presenter");
    }

    private String about(int number) {
        return number <= papers.size() ? " · " + PaperText.link(papers.get(number - 1)) : "";
    }

    private static String who(Handed.Given given) {
        String members = given.members().stream().map(member -> user(member)).collect(Collectors.joining(", "));
        if (!given.isShort()) {
            return members;
        }
        int missing = given.wanted() - given.members().size();
        return members.isEmpty()
                ? TEXTS.say("list.too-few.nobody")
                : TEXTS.say("list.too-few", "who", members, "missing", missing);
    }

    private String trace() {
        return handed.trace().stream().map(this::happened).collect(Collectors.joining(" · "));
    }

    private String happened(Handed.Event event) {
        String part = event.part()
                .flatMap(handed::part)
                .map(known -> line(known.name()))
                .orElseGet(() -> TEXTS.say("part.unknown"));
        return switch (event.kind()) {
            case DECLINED -> TEXTS.say("trace.declined", "part", part);
            case SWAPPED -> TEXTS.say("trace.swapped", "part", part, "who", user(event.by()));
            case HANDED_AGAIN -> TEXTS.say("trace.handed-again", "who", user(event.by()));
        };
    }

    Message yours(UserId member) {
        if (isCalledOff()) {
            return plain(TEXTS.say("yours.called-off", "when", when(), "channel", channel()));
        }
        List<Part> mine = handed.of(member);
        if (mine.isEmpty()) {
            return plain(TEXTS.say("yours.none", "when", when(), "channel", channel()));
        }
        List<Block> blocks = new ArrayList<>();
        mine.forEach(part -> blocks.addAll(yours(part)));
        handed.offers().stream()
                .filter(swap -> swap.from().equals(member))
                .forEach(swap -> blocks.add(context(offered(swap))));
        return Limits.fit(Message.of(TEXTS.say("yours.text", "when", when(), "parts", names(mine)), blocks));
    }

    private String offered(Handed.Swap swap) {
        return swap.theirs()
                .map(theirs -> TEXTS.say(
                        "yours.offered.for", "part", name(swap.mine()), "who", user(swap.to()), "theirs", name(theirs)))
                .orElseGet(() -> TEXTS.say("yours.offered", "part", name(swap.mine()), "who", user(swap.to())));
    }

    private static String names(List<Part> some) {
        return some.stream().map(part -> line(part.name())).collect(Collectors.joining(", "));
    }

    private List<Block> yours(Part part) {
        String value = new PartKey(meeting.id(), part.id()).write();
        return List.of(
                section(TEXTS.say(
                                "yours.section",
                                "when",
                                when(),
                                "channel",
                                channel(),
                                "part",
                                line(part.name()),
                                "prompt",
                                line(part.prompt()))
                        + "\n"
                        + reading(part)),
                actions(
                        button(TEXTS.say("button.decline"), DECLINE + "/" + group.id(), value),
                        button(TEXTS.say("button.swap-with"), SWAP + "/" + group.id(), value)));
    }

    private String reading(Part part) {
        if (papers.isEmpty()) {
            return TEXTS.say("yours.no-paper");
        }
        if (part.presents() && papers.size() >= part.paper()) {
            return links(papers.get(part.paper() - 1));
        }
        return papers.stream().map(PartMessages::links).collect(Collectors.joining("\n"));
    }

    /** The title and every link of a paper. */
    private static String links(Paper paper) {
        return "• " + PaperText.link(paper)
                + paper.links().stream()
                        .skip(1)
                        .map(link -> " · " + link(link.url(), link.label()))
                        .collect(Collectors.joining());
    }

    Message offer(Handed.Swap swap) {
        if (isCalledOff()) {
            return plain(TEXTS.say("yours.called-off", "when", when(), "channel", channel()));
        }
        String key = new SwapKey(meeting.id(), swap).write();
        if (handed.offers().contains(swap)) {
            String text = asked(swap);
            return Limits.fit(Message.of(
                    text,
                    section(TEXTS.say("swap.section", "offer", text)
                            + handed.part(swap.mine())
                                    .map(part -> "\n"
                                            + TEXTS.say(
                                                    "swap.part",
                                                    "part",
                                                    line(part.name()),
                                                    "prompt",
                                                    line(part.prompt())))
                                    .orElse("")),
                    actions(
                            button(TEXTS.say("button.swap"), ACCEPT + "/" + group.id(), key)
                                    .primary(),
                            button(TEXTS.say("button.refuse"), REFUSE + "/" + group.id(), key))));
        }
        String text = handed.has(swap.to(), swap.mine())
                ? TEXTS.say("swap.yours", "part", name(swap.mine()), "when", when())
                : TEXTS.say("swap.settled", "who", user(swap.from()), "when", when());
        return plain(text);
    }

    private boolean isCalledOff() {
        return meeting.state() == MeetingState.CANCELLED;
    }

    private static Message plain(String mrkdwn) {
        return Message.of(mrkdwn, section(mrkdwn));
    }

    private String asked(Handed.Swap swap) {
        return swap.theirs()
                .map(theirs -> TEXTS.say(
                        "swap.offer.for",
                        "who",
                        user(swap.from()),
                        "part",
                        name(swap.mine()),
                        "theirs",
                        name(theirs),
                        "when",
                        when(),
                        "channel",
                        channel()))
                .orElseGet(() -> TEXTS.say(
                        "swap.offer",
                        "who",
                        user(swap.from()),
                        "part",
                        name(swap.mine()),
                        "when",
                        when(),
                        "channel",
                        channel()));
    }

    private String name(String part) {
        return handed.part(part).map(known -> line(known.name())).orElseGet(() -> TEXTS.say("part.unknown"));
    }

    private String when() {
        return MeetingText.when(meeting, group);
    }

    private String channel() {
        return line("#" + group.channelName());
    }

    /** Asks before everybody's part changes. */
    static Button handAgain(Meeting meeting, String action) {
        return button(TEXTS.say("button.again"), action, meeting.id().value())
                .asking(confirm(
                        TEXTS.say("again.title"),
                        TEXTS.say("again.text"),
                        TEXTS.say("button.again"),
                        TEXTS.say("again.no")));
    }
}
