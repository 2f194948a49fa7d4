package dev.lectern.ballot;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.confirm;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.user;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperCard;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The backlog as one person sees it.
 *
 * @param papers those that are nominated or were taken off, as far as they are known
 */
record BacklogMessages(
        Group group, UserId reader, Backlog backlog, Standings standings, Map<PaperId, Paper> papers, Instant now) {
    /** Three blocks a paper at most stay below Slack's 50 a message. */
    static final int A_PAGE = 15;

    private static final Duration TRACED = Duration.ofDays(30);
    private static final int TRACES = 3;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    Message page(List<Prospect> prospects, int wanted) {
        List<Prospect> known = prospects.stream()
                .filter(prospect -> papers.containsKey(prospect.paper()))
                .toList();
        if (known.isEmpty()) {
            return nothing();
        }
        int from = Math.min(Math.max(wanted, 0), (known.size() - 1) / A_PAGE * A_PAGE);
        int to = Math.min(from + A_PAGE, known.size());
        List<Prospect> shown = known.subList(from, to);
        List<Block> blocks = new ArrayList<>();
        blocks.add(section("*Nominated for the next votes*, most wanted first"));
        shown.forEach(prospect -> blocks.addAll(entry(prospect)));
        blocks.add(context(rule(from, to, known.size())));
        traces().ifPresent(blocks::add);
        pages(from, to, known.size()).ifPresent(blocks::add);
        String titles = PaperText.titles(shown.stream()
                .flatMap(prospect -> Optional.ofNullable(papers.get(prospect.paper())).stream())
                .toList());
        return Limits.fit(Message.of("Nominated: " + titles + ".", blocks));
    }

    private Message nothing() {
        String text = "The backlog is empty. Nominate from the digest, or with `/papers nominate <link or title>`.";
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(text));
        traces().ifPresent(blocks::add);
        return Limits.fit(Message.of(text, blocks));
    }

    private static String rule(int from, int to, int all) {
        String span = all > A_PAGE ? (from + 1) + " to " + to + " of " + all + ". " : "";
        return span + "A vote takes " + BallotSteps.CANDIDATES + " papers: the most wanted, and in every third "
                + "place the one that has waited longest. Votes and +1 count half after "
                + Support.HALF_LIFE.toDays() + " days.";
    }

    private List<Block> entry(Prospect prospect) {
        Paper paper = Optional.ofNullable(papers.get(prospect.paper())).orElseThrow();
        String card = PaperCard.of(paper)
                .in(standings.of(paper.id()))
                .naming(Mrkdwn::user)
                .entry();
        String state = Stream.of(support(prospect), rest(prospect), hopeless(prospect))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        List<Button> buttons = new ArrayList<>();
        second(prospect, paper).ifPresent(buttons::add);
        buttons.add(PaperText.detailsButton(paper));
        if (TakeOffFeature.mayTakeOff(prospect, group, standings, reader, now)) {
            buttons.add(takeOffButton(paper));
        }
        return List.of(section(state.isEmpty() ? card : card + "\n" + state), actions(buttons));
    }

    private Optional<Button> second(Prospect prospect, Paper paper) {
        if (!group.isMember(reader) || prospect.nomination().by().equals(reader)) {
            return Optional.empty();
        }
        return Optional.of(
                backlog.isSeconded(paper.id(), reader)
                        ? takeBackButton(paper)
                        : button("+1", SecondFeature.SECOND, paper.id().value())
                                .spokenAs(PaperText.spoken("Plus one for ", paper)));
    }

    static Button takeBackButton(Paper paper) {
        return button("Take +1 back", SecondFeature.TAKE_BACK, paper.id().value())
                .spokenAs(PaperText.spoken("Take plus one back from ", paper));
    }

    private static Button takeOffButton(Paper paper) {
        return button("Take off", TakeOffFeature.TAKE_OFF, paper.id().value())
                .spokenAs(PaperText.spoken("Take off ", paper))
                .asking(confirm(
                        "Take it off?",
                        "It leaves the backlog, and the vote where it is on one. Anybody can nominate it again.",
                        "Take off",
                        "Keep it"));
    }

    /** Such as "2 of 5 wanted it in March · +2"; nothing where nobody asked for it. */
    private String support(Prospect prospect) {
        Stream<String> vote = prospect.support().vote().stream()
                .map(showing -> showing.liking() + " of " + showing.voters() + " wanted it in " + month(showing.at()));
        int seconds = prospect.support().seconds();
        String mine = backlog.isSeconded(prospect.paper(), reader) ? ", yours with it" : "";
        Stream<String> seconded = seconds == 0 ? Stream.of() : Stream.of("+" + seconds + mine);
        return Stream.concat(vote, seconded).collect(Collectors.joining(" · "));
    }

    private String month(Instant at) {
        var zone = group.settings().zone();
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return (thisYear ? MONTH : MONTH_AND_YEAR).format(at.atZone(zone));
    }

    private String rest(Prospect prospect) {
        return prospect.restsUntil()
                .map(until -> "_" + rests(group, until) + "_")
                .orElse("");
    }

    /** What a rest is, and until when: on no vote before that day. */
    static String rests(Group group, Instant until) {
        return "Rests until "
                + PaperText.day(until.atZone(group.settings().zone()).toLocalDate()) + ", having lost "
                + CoolDown.LOSSES + " votes in a row; then its losses count anew";
    }

    private String hopeless(Prospect prospect) {
        return prospect.hopeless(now)
                .map(why -> switch (why) {
                    case RESTED_TWICE -> "It rested twice: any member may take it off";
                    case FORGOTTEN -> "Nobody asked for it in half a year: any member may take it off";
                })
                .orElse("");
    }

    private Optional<Block> traces() {
        List<String> lines = backlog.takenOff().stream()
                .filter(trace -> trace.at().plus(TRACED).isAfter(now) && papers.containsKey(trace.paper()))
                .limit(TRACES)
                .map(trace -> user(trace.by()) + " took off "
                        + PaperText.linkOr(Optional.ofNullable(papers.get(trace.paper())), "a paper") + " on "
                        + PaperText.day(
                                trace.at().atZone(group.settings().zone()).toLocalDate())
                        + ".")
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(context(
                        String.join("\n", lines) + "\n`/papers nominate <link or title>` brings a paper back."));
    }

    private static Optional<Block> pages(int from, int to, int all) {
        List<Button> buttons = new ArrayList<>();
        if (from > 0) {
            buttons.add(button("Previous " + A_PAGE, BacklogFeature.PAGE, Integer.toString(from - A_PAGE)));
        }
        if (to < all) {
            buttons.add(button("Next " + Math.min(A_PAGE, all - to), BacklogFeature.PAGE, Integer.toString(to)));
        }
        return buttons.isEmpty() ? Optional.empty() : Optional.of(actions(buttons));
    }
}
