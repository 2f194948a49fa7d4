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
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said about a ballot's life: below it, to those who have not voted, and when something unforeseen happens. */
final class LifeMessages {
    private LifeMessages() {}

    /** Below an open ballot: who did what to it, when it may end early, and until when papers may be added. */
    static List<Block> notes(
            Ballot ballot, Votes votes, Group group, Function<UserId, String> names, Function<PaperId, Paper> papers) {
        List<Block> blocks = new ArrayList<>();
        if (ballot.rules().endsEarly()) {
            blocks.add(context(
                    everybodyVoted(ballot, votes, group)
                            ? "Everybody has voted: the vote closes a minute after the last one, unless a vote is taken back."
                            : "Closes early, a minute after everybody has voted."));
        }
        if (takesPapers(ballot)) {
            blocks.add(context("Each member may add one paper until "
                    + date(ballot.additionsUntil(), group.settings().zone()) + "."));
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
            buttons.add(button("Add a paper", AddPaperFeature.ADD + "/" + ballot.id()));
        }
        buttons.add(button("Manage", ManageBallotFeature.MANAGE + "/" + ballot.id()));
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
        String paper = event.paper().map(papers).map(PaperText::line).orElse("a paper");
        return switch (event.kind()) {
            case OPENED -> "opened by " + who;
            case PAPER_ADDED -> paper + " added by " + who;
            case EXTENDED ->
                "extended by " + who
                        + event.until()
                                .map(until -> " until " + date(until, zone))
                                .orElse("");
            case CLOSED -> "closed early by " + who;
            case CANCELLED -> "called off by " + who;
            case RUNNER_UP -> paper + " put in the winner's place by " + who;
        };
    }

    /** The one reminder for whoever has not voted. */
    static Message reminder(Ballot ballot, ForMeeting round, Function<PaperId, Paper> papers) {
        Group group = round.group();
        String closes = date(ballot.closes(), group.settings().zone());
        String titles = ballot.candidates().stream()
                .map(candidate -> "• " + PaperText.link(papers.apply(candidate.paper())))
                .collect(Collectors.joining("\n"));
        return Limits.fit(Message.of(
                "You have not voted yet in " + line("#" + group.channelName()) + "; the vote closes " + closes + ".",
                section("*You have not voted yet in " + line("#" + group.channelName()) + "*\nWhat to read on "
                        + date(round.meeting().start(), group.settings().zone()) + "? The vote closes " + closes
                        + "."),
                section(titles),
                actions(MyVoteText.vote(ballot, group.id())),
                context("You can abstain, too. The vote stands in " + line("#" + group.channelName())
                        + ". This is the only reminder.")));
    }

    static Message missedQuorum(Ballot ballot, Votes votes, ForMeeting round) {
        String text = "The vote in " + line("#" + round.group().channelName()) + " for "
                + date(round.meeting().start(), round.group().settings().zone()) + " missed its quorum: "
                + votes.turnout() + " voted, and it takes " + ballot.rules().quorum()
                + ". All papers stay in the backlog. It is over and can't be extended: `/papers ballot` there opens a new "
                + "vote, and changes the quorum for it.";
        return Message.of(text, section(text));
    }

    static Message tookOver(Paper fallen, Paper taking, ForMeeting round, Optional<UserId> by) {
        String when = date(round.meeting().start(), round.group().settings().zone());
        String why = by.map(who -> user(who) + " took it off: we can't read it after all.")
                .orElse("It was withdrawn by its authors.");
        return Limits.fit(Message.of(
                "We read " + PaperText.line(taking) + " on " + when + ", in place of " + PaperText.line(fallen) + ".",
                section("*We read " + PaperText.link(taking) + "* on " + when
                        + "\nIt came next in the vote, and takes the" + " place of " + PaperText.link(fallen) + ". "
                        + why),
                actions(
                        PaperText.detailsButton(taking),
                        QuestionText.askButton(round.meeting().id()))));
    }

    static Message nothingLeft(Paper fallen, ForMeeting round) {
        String text =
                PaperText.link(fallen) + " was withdrawn by its authors, and nothing else of its vote is left to read"
                        + " on "
                        + date(round.meeting().start(), round.group().settings().zone())
                        + ". `/papers vote` opens a new vote.";
        return Limits.fit(Message.of(text, section(text)));
    }
}
