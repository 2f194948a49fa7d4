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
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    private static final Texts TEXTS = Texts.of(BacklogMessages.class);

    /** Three blocks a paper at most stay below Slack's 50 a message. */
    static final int A_PAGE = 15;

    private static final Duration TRACED = Duration.ofDays(30);
    private static final int TRACES = 3;

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
        blocks.add(section(TEXTS.say("backlog.title")));
        shown.forEach(prospect -> blocks.addAll(entry(prospect)));
        blocks.add(context(rule(from, to, known.size())));
        traces().ifPresent(blocks::add);
        pages(from, to, known.size()).ifPresent(blocks::add);
        String titles = PaperText.titles(shown.stream()
                .flatMap(prospect -> Optional.ofNullable(papers.get(prospect.paper())).stream())
                .toList());
        return Limits.fit(Message.of(TEXTS.say("backlog.text", "titles", titles), blocks));
    }

    private Message nothing() {
        String text = TEXTS.say("backlog.empty");
        List<Block> blocks = new ArrayList<>();
        blocks.add(section(text));
        traces().ifPresent(blocks::add);
        return Limits.fit(Message.of(text, blocks));
    }

    private static String rule(int from, int to, int all) {
        String rule = TEXTS.say("backlog.rule", "papers", BallotSteps.CANDIDATES, "days", Support.HALF_LIFE.toDays());
        return all > A_PAGE
                ? TEXTS.say("backlog.rule.page", "from", from + 1, "to", to, "all", all, "rule", rule)
                : rule;
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
                                .spokenAs(TEXTS.say("backlog.second.spoken", "title", PaperText.title(paper))));
    }

    static Button takeBackButton(Paper paper) {
        return button(
                        TEXTS.say("backlog.take-back"),
                        SecondFeature.TAKE_BACK,
                        paper.id().value())
                .spokenAs(TEXTS.say("backlog.take-back.spoken", "title", PaperText.title(paper)));
    }

    private static Button takeOffButton(Paper paper) {
        return button(
                        TEXTS.say("backlog.take-off"),
                        TakeOffFeature.TAKE_OFF,
                        paper.id().value())
                .spokenAs(TEXTS.say("backlog.take-off.spoken", "title", PaperText.title(paper)))
                .asking(confirm(
                        TEXTS.say("backlog.take-off.ask"),
                        TEXTS.say("backlog.take-off.ask.text"),
                        TEXTS.say("backlog.take-off.yes"),
                        TEXTS.say("backlog.take-off.no")));
    }

    /** Such as "2 of 5 wanted it in March · +2"; nothing where nobody asked for it. */
    private String support(Prospect prospect) {
        Stream<String> vote = prospect.support().vote().stream()
                .map(showing -> TEXTS.say(
                        "backlog.wanted",
                        "liking",
                        showing.liking(),
                        "voters",
                        showing.voters(),
                        "month",
                        month(showing.at())));
        int seconds = prospect.support().seconds();
        String mine = backlog.isSeconded(prospect.paper(), reader) ? "yes" : "no";
        Stream<String> seconded =
                seconds == 0 ? Stream.of() : Stream.of(TEXTS.say("backlog.seconds", "seconds", seconds, "mine", mine));
        return Stream.concat(vote, seconded).collect(Collectors.joining(" · "));
    }

    private String month(Instant at) {
        var zone = group.settings().zone();
        boolean thisYear = at.atZone(zone).getYear() == now.atZone(zone).getYear();
        return thisYear ? Dates.month(at.atZone(zone)) : Dates.monthAndYear(at.atZone(zone));
    }

    private String rest(Prospect prospect) {
        return prospect.restsUntil()
                .map(until -> "_" + rests(group, until) + "_")
                .orElse("");
    }

    /** What a rest is, and until when: on no vote before that day. */
    static String rests(Group group, Instant until) {
        return TEXTS.say(
                "backlog.rests",
                "day",
                PaperText.day(until.atZone(group.settings().zone()).toLocalDate()),
                "losses",
                CoolDown.LOSSES);
    }

    private String hopeless(Prospect prospect) {
        return prospect.hopeless(now)
                .map(why -> switch (why) {
                    case RESTED_TWICE -> TEXTS.say("backlog.hopeless.rested-twice");
                    case FORGOTTEN -> TEXTS.say("backlog.hopeless.forgotten");
                })
                .orElse("");
    }

    private Optional<Block> traces() {
        List<String> lines = backlog.takenOff().stream()
                .filter(trace -> trace.at().plus(TRACED).isAfter(now) && papers.containsKey(trace.paper()))
                .limit(TRACES)
                .map(trace -> TEXTS.say(
                        "backlog.trace",
                        "who",
                        user(trace.by()),
                        "paper",
                        PaperText.linkOr(
                                Optional.ofNullable(papers.get(trace.paper())), TEXTS.say("backlog.trace.paper")),
                        "day",
                        PaperText.day(trace.at().atZone(group.settings().zone()).toLocalDate())))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(context(String.join("\n", lines) + "\n" + TEXTS.say("backlog.trace.back")));
    }

    private static Optional<Block> pages(int from, int to, int all) {
        List<Button> buttons = new ArrayList<>();
        if (from > 0) {
            buttons.add(button(
                    TEXTS.say("backlog.previous", "papers", A_PAGE),
                    BacklogFeature.PAGE,
                    Integer.toString(from - A_PAGE)));
        }
        if (to < all) {
            buttons.add(button(
                    TEXTS.say("backlog.next", "papers", Math.min(A_PAGE, all - to)),
                    BacklogFeature.PAGE,
                    Integer.toString(to)));
        }
        return buttons.isEmpty() ? Optional.empty() : Optional.of(actions(buttons));
    }
}
