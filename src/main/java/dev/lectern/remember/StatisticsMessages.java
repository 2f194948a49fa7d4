package dev.lectern.remember;

import static dev.lectern.slack.block.Blocks.actions;
import static dev.lectern.slack.block.Blocks.button;
import static dev.lectern.slack.block.Blocks.context;
import static dev.lectern.slack.block.Blocks.header;
import static dev.lectern.slack.block.Blocks.lines;
import static dev.lectern.slack.block.Blocks.section;
import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.UserId;
import dev.lectern.paper.PaperText;
import dev.lectern.remember.StatisticsPage.View;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** A group in charts, and what one's own part was. */
final class StatisticsMessages {
    private final Group group;
    private final StatisticsPage page;
    private final Function<UserId, String> names;
    private final Function<UserId, String> mentioned;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param names how a member is called, as plain text, for charts
     * @param mentioned how a member is named in text, as finished mrkdwn
     */
    StatisticsMessages(
            Group group, StatisticsPage page, Function<UserId, String> names, Function<UserId, String> mentioned) {
        this.group = group;
        this.page = page;
        this.names = names;
        this.mentioned = mentioned;
    }

    /** With the buttons to the other pages, for whoever asked. */
    static Message toTurn(StatisticsPage page, Message shown) {
        List<Button> buttons = new ArrayList<>();
        if (page.view() != View.MINE) {
            Arrays.stream(View.values())
                    .filter(view -> view != page.view() && view != View.MINE)
                    .forEach(view -> buttons.add(turn(view.label(), page.at(view))));
        }
        buttons.add(turn(
                page.span().other() == StatisticsPage.Span.ALL ? "Over all time" : "Over the last year",
                page.over(page.span().other())));
        String share = page.view() == View.MINE ? "Send me the charts" : "Show the channel";
        buttons.add(button(share, StatisticsFeature.SHARE, page.write()));
        List<Block> all = new ArrayList<>(shown.blocks());
        all.add(actions(buttons));
        return Limits.fit(Message.of(shown.text(), all));
    }

    private static Button turn(String label, StatisticsPage to) {
        return button(label, StatisticsFeature.TURN + "/" + to.write().replace(' ', '/'));
    }

    Message of(GroupStatistics statistics) {
        blocks.add(header("How #" + group.channelName() + " reads"));
        blocks.add(section("Over " + page.span().label() + ": "
                + RememberText.count(statistics.meetings(), "meeting", "meetings") + ", "
                + RememberText.count(statistics.papers(), "paper", "papers") + " read."));
        if (statistics.meetings() == 0) {
            blocks.add(section("There is nothing to draw yet: that begins with the first meeting that was held. "
                    + "`/papers schedule` shows when that is."));
            return message();
        }
        switch (page.view()) {
            case READING -> reading(statistics);
            case TAKING_PART -> takingPart(statistics);
            case RATINGS -> ratings(statistics);
            case MINE -> throw new IllegalArgumentException("one's own part is no group's");
        }
        return message();
    }

    private Message message() {
        return Limits.fit(Message.of(
                page.view() == View.MINE
                        ? "Your part in #" + line(group.channelName()) + " over "
                                + page.span().label()
                        : "How #" + line(group.channelName()) + " reads: "
                                + page.view().label().toLowerCase(Locale.ROOT),
                blocks));
    }

    private void reading(GroupStatistics statistics) {
        chart(
                ChartText.turns(statistics.turns(), each -> names.apply(each.who())),
                "*Turns to present*: nobody has presented yet.");
        blocks.addAll(lines(statistics.turns().stream().map(this::turns).toList()));
        blocks.add(context(
                "In the order of joining. Meetings count from when somebody joined, without those that they were "
                        + "away for."));
        chart(
                ChartText.topics(statistics.byQuarter(), statistics.topics().keySet()),
                "*Papers by topic*: no meeting has read a paper yet.");
        blocks.add(context(
                group.settings().topics().isEmpty()
                        ? "By the papers' own keywords, as this group has no topics; `/papers setup` sets some."
                        : "A paper counts for the first of the group's topics that it names, for no other."));
    }

    private String turns(Turns turns) {
        String name = mentioned.apply(turns.who());
        if (turns.possible() == 0) {
            return name + ": no meeting yet that they could have taken";
        }
        return name + ": " + turns.presented() + " of " + turns.possible()
                + turns.last().map(day -> ", last on " + PaperText.day(day)).orElse("");
    }

    private void takingPart(GroupStatistics statistics) {
        chart(
                ChartText.overTime("Turnout of votes", "% of members", statistics.turnout()),
                "*Turnout of votes*: no vote has been counted yet.");
        chart(
                ChartText.overTime("Who came", "People", statistics.attendance()),
                "*Who came*: that is not known of any meeting yet. After a meeting everybody can say that they were there.");
    }

    private void ratings(GroupStatistics statistics) {
        chart(
                ChartText.overTime("Worth it? From 1 to 5", "Stars", statistics.ratings()),
                "*Ratings*: no meeting has " + Stars.FEWEST + " of them yet, and fewer are not shown.");
        blocks.add(context("The average of a meeting that " + Stars.FEWEST
                + " or more people rated. Nobody sees who rated what."));
    }

    private void chart(Optional<BarChart> chart, String otherwise) {
        blocks.add(chart.<Block>map(drawn -> drawn).orElseGet(() -> section(otherwise)));
    }

    Message of(MemberStatistics mine) {
        blocks.add(header("Your part in #" + group.channelName()));
        blocks.add(context("Over " + page.span().label() + ". Only you see this."));
        if (mine.isEmpty()) {
            blocks.add(
                    section("Nothing to tell yet: nominate a paper from the digest, vote, or come to the next meeting. "
                            + "`/papers schedule` shows when that is."));
            return message();
        }
        chart(
                ChartText.bars(
                        "Your part",
                        "Times",
                        List.of("Presented", "Voted", "Attended", "Questions", "Nominated", "Chosen"),
                        List.of(
                                mine.turns().presented(),
                                mine.voted(),
                                mine.attended(),
                                mine.questions(),
                                mine.nominated(),
                                mine.chosen())),
                "");
        blocks.addAll(lines(said(mine)));
        return message();
    }

    private static List<String> said(MemberStatistics mine) {
        List<String> said = new ArrayList<>();
        said.add("• presented " + mine.turns().presented() + " of "
                + mine.turns().possible()
                + " meetings that you could have taken"
                + mine.turns()
                        .last()
                        .map(day -> ", last on " + PaperText.day(day))
                        .orElse(""));
        said.add("• voted in " + mine.voted() + " of " + RememberText.count(mine.votes(), "vote", "votes")
                + (mine.secretVotes() == 0
                        ? ""
                        : "; of " + mine.secretVotes() + " more, which were secret, nobody can know it"));
        said.add("• were at " + mine.attended() + " of " + RememberText.count(mine.meetings(), "meeting", "meetings")
                + " of which it is known who came");
        said.add("• asked " + RememberText.count(mine.questions(), "question", "questions")
                + " under your name; anonymous ones are counted for nobody");
        said.add("• nominated " + RememberText.count(mine.nominated(), "paper", "papers") + ", and the group has read "
                + mine.chosen() + " that you proposed");
        return said;
    }
}
