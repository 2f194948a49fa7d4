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
import dev.lectern.remember.StatisticsPage.View;
import dev.lectern.slack.block.BarChart;
import dev.lectern.slack.block.Block;
import dev.lectern.slack.block.Button;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import dev.lectern.text.Dates;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A group in charts, and what one's own part was. */
final class StatisticsMessages {
    private static final Texts TEXTS = Texts.of(StatisticsMessages.class);
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
                    .forEach(view -> buttons.add(turn(TEXTS.say("stats.view." + view.key()), page.at(view))));
        }
        buttons.add(turn(
                TEXTS.say("stats.span." + page.span().other().key()),
                page.over(page.span().other())));
        String share = page.view() == View.MINE ? TEXTS.say("stats.send-me") : TEXTS.say("stats.show-channel");
        buttons.add(button(share, StatisticsFeature.SHARE, page.write()));
        List<Block> all = new ArrayList<>(shown.blocks());
        all.add(actions(buttons));
        return Limits.fit(Message.of(shown.text(), all));
    }

    private static Button turn(String label, StatisticsPage to) {
        return button(label, StatisticsFeature.TURN + "/" + to.write().replace(' ', '/'));
    }

    Message of(GroupStatistics statistics) {
        blocks.add(header(TEXTS.say("stats.header", "channel", group.channelName())));
        blocks.add(section(TEXTS.say(
                "stats.over",
                "span",
                page.span().key(),
                "meetings",
                statistics.meetings(),
                "papers",
                statistics.papers())));
        if (statistics.meetings() == 0) {
            blocks.add(section(TEXTS.say("stats.nothing-yet")));
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
                        ? TEXTS.say(
                                "mine.aloud",
                                "channel",
                                line(group.channelName()),
                                "span",
                                page.span().key())
                        : TEXTS.say("stats.aloud." + page.view().key(), "channel", line(group.channelName())),
                blocks));
    }

    private void reading(GroupStatistics statistics) {
        chart(ChartText.turns(statistics.turns(), each -> names.apply(each.who())), TEXTS.say("stats.turns.none"));
        blocks.addAll(lines(statistics.turns().stream().map(this::turns).toList()));
        blocks.add(context(TEXTS.say("stats.turns.about")));
        chart(ChartText.topics(statistics.byQuarter(), statistics.topics().keySet()), TEXTS.say("stats.topics.none"));
        blocks.add(context(
                group.settings().topics().isEmpty()
                        ? TEXTS.say("stats.topics.keywords")
                        : TEXTS.say("stats.topics.about")));
    }

    private String turns(Turns turns) {
        String name = mentioned.apply(turns.who());
        if (turns.possible() == 0) {
            return TEXTS.say("stats.turns.none-possible", "who", name);
        }
        int presented = turns.presented();
        int possible = turns.possible();
        return turns.last()
                .map(day -> TEXTS.say(
                        "stats.turns.of.last",
                        "who",
                        name,
                        "presented",
                        presented,
                        "possible",
                        possible,
                        "day",
                        Dates.shortDay(day)))
                .orElseGet(
                        () -> TEXTS.say("stats.turns.of", "who", name, "presented", presented, "possible", possible));
    }

    private void takingPart(GroupStatistics statistics) {
        chart(
                ChartText.overTime(TEXTS.say("chart.turnout"), TEXTS.say("chart.turnout.unit"), statistics.turnout()),
                TEXTS.say("stats.turnout.none"));
        chart(
                ChartText.overTime(TEXTS.say("chart.came"), TEXTS.say("chart.came.unit"), statistics.attendance()),
                TEXTS.say("stats.came.none"));
    }

    private void ratings(GroupStatistics statistics) {
        chart(
                ChartText.overTime(TEXTS.say("chart.ratings"), TEXTS.say("chart.ratings.unit"), statistics.ratings()),
                TEXTS.say("stats.ratings.none", "fewest", Stars.FEWEST));
        blocks.add(context(TEXTS.say("stats.ratings.about", "fewest", Stars.FEWEST)));
    }

    private void chart(Optional<BarChart> chart, String otherwise) {
        blocks.add(chart.<Block>map(drawn -> drawn).orElseGet(() -> section(otherwise)));
    }

    Message of(MemberStatistics mine) {
        blocks.add(header(TEXTS.say("mine.header", "channel", group.channelName())));
        blocks.add(context(TEXTS.say("mine.over", "span", page.span().key())));
        if (mine.isEmpty()) {
            blocks.add(section(TEXTS.say("mine.nothing-yet")));
            return message();
        }
        chart(
                ChartText.bars(
                        TEXTS.say("chart.mine"),
                        TEXTS.say("chart.mine.unit"),
                        List.of(
                                TEXTS.say("chart.mine.presented"),
                                TEXTS.say("chart.mine.voted"),
                                TEXTS.say("chart.mine.attended"),
                                TEXTS.say("chart.mine.questions"),
                                TEXTS.say("chart.mine.nominated"),
                                TEXTS.say("chart.mine.chosen")),
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
        return List.of(
                presented(mine.turns()),
                voted(mine),
                TEXTS.say("mine.attended", "attended", mine.attended(), "meetings", mine.meetings()),
                TEXTS.say("mine.asked", "questions", mine.questions()),
                TEXTS.say("mine.nominated", "nominated", mine.nominated(), "chosen", mine.chosen()));
    }

    private static String presented(Turns turns) {
        int presented = turns.presented();
        int possible = turns.possible();
        return turns.last()
                .map(day -> TEXTS.say(
                        "mine.presented.last",
                        "presented",
                        presented,
                        "possible",
                        possible,
                        "day",
                        Dates.shortDay(day)))
                .orElseGet(() -> TEXTS.say("mine.presented", "presented", presented, "possible", possible));
    }

    private static String voted(MemberStatistics mine) {
        return mine.secretVotes() == 0
                ? TEXTS.say("mine.voted", "voted", mine.voted(), "votes", mine.votes())
                : TEXTS.say(
                        "mine.voted.secret",
                        "voted",
                        mine.voted(),
                        "votes",
                        mine.votes(),
                        "secret",
                        mine.secretVotes());
    }
}
