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
import dev.lectern.meeting.MeetingText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who has which part of a meeting: said to the channel, and to each about their own. */
final class PartMessages {
    static final String DECLINE = "part.decline/1";
    static final String SWAP = "part.swap/1";
    static final String ACCEPT = "part.swap.accept/1";
    static final String REFUSE = "part.swap.refuse/1";

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
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Who does what on " + when() + "*"));
        blocks.addAll(lines(entries()));
        String trace = trace();
        if (!trace.isEmpty()) {
            blocks.add(context(trace));
        }
        blocks.add(context(
                "Everybody has their part, and what it asks, by direct message. `/papers parts` shows this again."));
        return Limits.fit(Message.of("Who does what on " + when() + ": " + names() + ".", blocks));
    }

    private String names() {
        return handed.given().stream().map(given -> line(given.part().name())).collect(Collectors.joining(", "));
    }

    /** A line for each part, presenting first. */
    List<String> entries() {
        List<String> entries = new ArrayList<>();
        entries.add("• *" + first() + ":* "
                + meeting.presenter().map(who -> user(who)).orElse("nobody yet") + about(1));
        handed.given()
                .forEach(given -> entries.add("• *" + line(given.part().name()) + ":* " + who(given)
                        + (given.part().presents() && papers.size() > 1
                                ? about(given.part().paper())
                                : "")));
        return entries;
    }

    private String first() {
        boolean halves = papers.size() < 2
                && handed.given().stream().anyMatch(given -> given.part().presents());
        return halves ? "First half" : "Presenter";
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
                ? "_nobody: we are too few_"
                : members + " _(" + missing + " more wanted: we are too few)_";
    }

    private String trace() {
        return handed.trace().stream().map(this::happened).collect(Collectors.joining(" · "));
    }

    private String happened(Handed.Event event) {
        String part = event.part()
                .flatMap(handed::part)
                .map(known -> line(known.name()))
                .orElse("a part");
        return switch (event.kind()) {
            case DECLINED -> part + " went on to the next";
            case SWAPPED -> part + " was swapped by " + user(event.by());
            case HANDED_AGAIN -> "handed out again by " + user(event.by());
        };
    }

    Message yours(UserId member) {
        List<Part> mine = handed.of(member);
        if (mine.isEmpty()) {
            String text = "You have no part on " + when() + " in " + channel() + ". Just come and talk.";
            return Message.of(text, section(text));
        }
        List<Block> blocks = new ArrayList<>();
        mine.forEach(part -> blocks.addAll(yours(part)));
        handed.offers().stream()
                .filter(swap -> swap.from().equals(member))
                .forEach(swap -> blocks.add(context("You offered " + name(swap.mine()) + " to " + user(swap.to())
                        + swap.theirs().map(theirs -> " for " + name(theirs)).orElse("")
                        + "; they have not answered yet.")));
        return Limits.fit(Message.of("Your part on " + when() + ": " + names(mine) + ".", blocks));
    }

    private static String names(List<Part> some) {
        return some.stream().map(part -> line(part.name())).collect(Collectors.joining(", "));
    }

    private List<Block> yours(Part part) {
        String value = new PartKey(meeting.id(), part.id()).write();
        return List.of(
                section("*Your part on " + when() + " in " + channel() + ": " + line(part.name()) + "*\n"
                        + line(part.prompt()) + reading(part)),
                actions(
                        button("I can't", DECLINE + "/" + group.id(), value),
                        button("Swap part with…", SWAP + "/" + group.id(), value)));
    }

    private String reading(Part part) {
        if (papers.isEmpty()) {
            return "\nThe paper is not chosen yet; this message will name it.";
        }
        if (part.presents() && papers.size() >= part.paper()) {
            return "\n" + links(papers.get(part.paper() - 1));
        }
        return papers.stream().map(PartMessages::links).collect(Collectors.joining("\n", "\n", ""));
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
        String key = new SwapKey(meeting.id(), swap).write();
        if (handed.offers().contains(swap)) {
            String text = user(swap.from()) + " offers you " + name(swap.mine())
                    + swap.theirs().map(theirs -> " for your " + name(theirs)).orElse("") + " on " + when() + " in "
                    + channel() + ".";
            return Limits.fit(Message.of(
                    text,
                    section("*Swap parts?* " + text
                            + handed.part(swap.mine())
                                    .map(part -> "\n" + line(part.name()) + ": " + line(part.prompt()))
                                    .orElse("")),
                    actions(
                            button("Swap", ACCEPT + "/" + group.id(), key).primary(),
                            button("No, thanks", REFUSE + "/" + group.id(), key))));
        }
        String text = handed.has(swap.to(), swap.mine())
                ? "You have " + name(swap.mine()) + " on " + when() + " now. Thank you!"
                : "The offer of " + user(swap.from()) + " for " + when()
                        + " is settled; nothing is left for you to do.";
        return Message.of(text, section(text));
    }

    private String name(String part) {
        return handed.part(part).map(known -> line(known.name())).orElse("a part");
    }

    private String when() {
        return MeetingText.when(meeting, group);
    }

    private String channel() {
        return line("#" + group.channelName());
    }

    /** Asks before everybody's part changes. */
    static Button handAgain(Meeting meeting, String action) {
        return button("Hand out again", action, meeting.id().value())
                .asking(confirm(
                        "Hand out again?",
                        "Everybody's part of that meeting may change, and those whose part changes see it.",
                        "Hand out again",
                        "Leave it"));
    }
}
