package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.date;
import static dev.lectern.slack.block.Mrkdwn.line;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.meeting.QuestionText;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Texts;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said about a ballot's life: below it, to those who have not voted, and when something unforeseen happens. */
final class LifeMessages {
    private static final Texts TEXTS = Texts.of(LifeMessages.class);

    private LifeMessages() {}

    /** Below an open ballot: who did what to it, when it may end early, and until when papers may be added. */
    static List<Block> notes(
            Ballot ballot, Votes votes, Group group, Function<UserId, String> names, Function<PaperId, Paper> papers) {
        List<Block> blocks = new ArrayList<>();
        if (ballot.rules().endsEarly()) {
            blocks.add(context(TEXTS.say(everybodyVoted(ballot, votes, group) ? "life.everybody" : "life.early")));
        }
        if (takesPapers(ballot)) {
            blocks.add(context(TEXTS.say(
                    "life.additions",
                    "until",
                    date(ballot.additionsUntil(), group.settings().zone()))));
        }
        String trace = trace(ballot, group.settings().zone(), names, papers);
        if (!trace.isEmpty()) {
            blocks.add(context(trace));
        }
        return blocks;
    }

    /** What can be done to an open ballot besides voting. */
    static List<Button> buttons(Ballot ballot) {
        List<Button> buttons = new ArrayList<>();
        if (takesPapers(ballot)) {
            buttons.add(button(TEXTS.say("life.add"), AddPaperFeature.ADD + "/" + ballot.id()));
        }
        buttons.add(button(TEXTS.say("life.manage"), ManageBallotFeature.MANAGE + "/" + ballot.id()));
        return buttons;
    }

    private static boolean takesPapers(Ballot ballot) {
        return ballot.rules().additions() && ballot.candidates().size() < Ballot.MOST_CANDIDATES;
    }

    /** Of a secret ballot nobody can tell whose votes these are: there are as many as members. */
    private static boolean everybodyVoted(Ballot ballot, Votes votes, Group group) {
        return ballot.rules().secrecy() == Secrecy.SECRET
                ? votes.turnout() >= group.members().size()
                : group.members().stream().allMatch(member -> votes.of(member).isPresent());
    }

    /** Who did what to a ballot, on one line of mrkdwn; empty where nobody did anything. */
    static String trace(Ballot ballot, ZoneId zone, Function<UserId, String> names, Function<PaperId, Paper> papers) {
        return ballot.trace().stream()
                .map(event -> happened(event, zone, names, papers))
                .collect(Collectors.joining(" · "));
    }

    private static String happened(
            BallotEvent event, ZoneId zone, Function<UserId, String> names, Function<PaperId, Paper> papers) {
        String who = line(names.apply(event.by()));
        String paper = event.paper().map(papers).map(PaperText::line).orElseGet(() -> TEXTS.say("life.trace.paper"));
        return switch (event.kind()) {
            case OPENED -> TEXTS.say("life.trace.opened", "who", who);
            case PAPER_ADDED -> TEXTS.say("life.trace.added", "paper", paper, "who", who);
            case EXTENDED ->
                event.until()
                        .map(until -> TEXTS.say("life.trace.extended-until", "who", who, "until", date(until, zone)))
                        .orElseGet(() -> TEXTS.say("life.trace.extended", "who", who));
            case CLOSED -> TEXTS.say("life.trace.closed", "who", who);
            case CANCELLED -> TEXTS.say("life.trace.cancelled", "who", who);
            case RUNNER_UP -> TEXTS.say("life.trace.runner-up", "paper", paper, "who", who);
        };
    }

    /** The one reminder for whoever has not voted. */
    static Message reminder(Ballot ballot, ForMeeting round, Function<PaperId, Paper> papers) {
        Group group = round.group();
        String channel = line("#" + group.channelName());
        String when = date(round.meeting().start(), group.settings().zone());
        String closes = date(ballot.closes(), group.settings().zone());
        String titles = ballot.candidates().stream()
                .map(candidate -> "• " + PaperText.link(papers.apply(candidate.paper())))
                .collect(Collectors.joining("\n"));
        return Limits.fit(Message.of(
                TEXTS.say("life.reminder.text", "channel", channel, "closes", closes),
                section(TEXTS.say("life.reminder", "channel", channel, "when", when, "closes", closes)),
                section(titles),
                actions(MyVoteText.vote(ballot, group.id())),
                context(TEXTS.say("life.reminder.more", "channel", channel))));
    }

    static Message missedQuorum(Ballot ballot, Votes votes, ForMeeting round) {
        String text = TEXTS.say(
                "life.missed-quorum",
                "channel",
                line("#" + round.group().channelName()),
                "when",
                date(round.meeting().start(), round.group().settings().zone()),
                "voted",
                votes.turnout(),
                "quorum",
                ballot.rules().quorum());
        return Message.of(text, section(text));
    }

    static Message tookOver(Paper fallen, Paper taking, ForMeeting round, Optional<UserId> by) {
        String when = date(round.meeting().start(), round.group().settings().zone());
        String why = by.map(who -> TEXTS.say("life.took-over.by", "who", user(who)))
                .orElseGet(() -> TEXTS.say("life.took-over.withdrawn"));
        return Limits.fit(Message.of(
                TEXTS.say(
                        "life.took-over.text",
                        "taking",
                        PaperText.line(taking),
                        "when",
                        when,
                        "fallen",
                        PaperText.line(fallen)),
                section(TEXTS.say(
                        "life.took-over",
                        "taking",
                        PaperText.link(taking),
                        "when",
                        when,
                        "fallen",
                        PaperText.link(fallen),
                        "why",
                        why)),
                actions(
                        PaperText.detailsButton(taking),
                        QuestionText.askButton(round.meeting().id()))));
    }

    static Message nothingLeft(Paper fallen, ForMeeting round) {
        String text = TEXTS.say(
                "life.nothing-left",
                "fallen",
                PaperText.link(fallen),
                "when",
                date(round.meeting().start(), round.group().settings().zone()));
        return Limits.fit(Message.of(text, section(text)));
    }
}
