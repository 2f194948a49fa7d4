package dev.lectern.remember;

import static dev.lectern.slack.block.Mrkdwn.line;

import dev.lectern.group.Group;
import dev.lectern.group.GroupFeature;
import dev.lectern.group.GroupId;
import dev.lectern.group.GroupStore;
import dev.lectern.group.UserId;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.remember.StatisticsPage.Span;
import dev.lectern.remember.StatisticsPage.View;
import dev.lectern.slack.Click;
import dev.lectern.slack.Command;
import dev.lectern.slack.Drawings;
import dev.lectern.slack.Feature;
import dev.lectern.slack.Outbound;
import dev.lectern.slack.Reply;
import dev.lectern.slack.Routes;
import dev.lectern.slack.block.ClassicFallback;
import dev.lectern.slack.block.Message;
import dev.lectern.slack.block.Mrkdwn;
import dev.lectern.text.Texts;
import dev.lectern.work.Changes;
import dev.lectern.work.Steps;
import dev.lectern.work.Wording;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * {@code /papers stats}: the group in numbers, and one's own part. An answer to a command can't be tried again without
 * charts where a workspace does not know these, so it has bars of text; what is sent has charts.
 */
public final class StatisticsFeature implements Feature {
    private static final Texts TEXTS = Texts.of(StatisticsFeature.class);
    /** Its arguments are the page's view and span. */
    static final String TURN = "remember.stats/1";

    /** Its value is the page. */
    static final String SHARE = "remember.share/1";

    private static final String SHARED = "remember.stats";

    private final GroupStore groups;
    private final LifeReader lives;
    private final PaperStore papers;
    private final Changes changes;
    private final Function<UserId, String> names;
    private final InstantSource clock;

    /** @param names how a member is called */
    public StatisticsFeature(
            GroupStore groups,
            LifeReader lives,
            PaperStore papers,
            Changes changes,
            Function<UserId, String> names,
            InstantSource clock) {
        this.groups = groups;
        this.lives = lives;
        this.papers = papers;
        this.changes = changes;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public void register(Routes routes, Steps steps, Drawings drawings) {
        routes.command("stats", "stats [me]", () -> TEXTS.say("verb.stats"), this::stats);
        routes.button(TURN, click -> show(click.group(), click.user(), page(click)));
        routes.button(SHARE, this::share);
        drawings.register(SHARED, this::draw);
    }

    @Override
    public void words(Wording wording) {
        wording.message(SHARED, "The group in numbers");
    }

    private static StatisticsPage page(Click click) {
        return new StatisticsPage(
                click.argument(0, word -> View.valueOf(word.toUpperCase(Locale.ROOT))),
                click.argument(1, word -> Span.valueOf(word.toUpperCase(Locale.ROOT))));
    }

    private Reply stats(Command command) {
        return switch (command.rest().toLowerCase(Locale.ROOT)) {
            case "" -> show(command.group(), command.user(), new StatisticsPage(View.READING, Span.YEAR));
            case "me" -> show(command.group(), command.user(), new StatisticsPage(View.MINE, Span.YEAR));
            default -> Reply.onlyToYou(TEXTS.say("stats.usage"));
        };
    }

    private Reply show(GroupId id, UserId asker, StatisticsPage page) {
        return groups.find(id)
                .<Reply>map(group -> new Reply.OnlyToYou(
                        ClassicFallback.of(StatisticsMessages.toTurn(page, message(group, asker, page, Mrkdwn::user)))))
                .orElseGet(GroupFeature::noGroup);
    }

    /** @param mentioned how a member is named in text: as finished mrkdwn, that calls them in no channel */
    private Message message(Group group, UserId asker, StatisticsPage page, Function<UserId, String> mentioned) {
        Life life = lives.of(group);
        LocalDate today = life.day(clock.instant());
        StatisticsMessages messages = new StatisticsMessages(group, page, names, mentioned);
        if (page.view() == View.MINE) {
            return messages.of(MemberStatistics.of(asker, life, page.span().since(today)));
        }
        Collection<Paper> read = papers.findEach(life.archive().papers().stream()
                        .map(ReadPaper::paper)
                        .distinct()
                        .toList())
                .values();
        PaperTopics topics = PaperTopics.of(group.settings().topics(), read);
        return messages.of(GroupStatistics.of(life, page.span().since(today), group.members(), topics::of));
    }

    private Reply share(Click click) {
        StatisticsPage page = click.value(StatisticsPage::read);
        Optional<Group> group = groups.find(click.group());
        if (group.isEmpty()) {
            return GroupFeature.noGroup();
        }
        if (!group.get().isMember(click.user())) {
            return Reply.onlyToYou(TEXTS.say("stats.members-only"));
        }
        String key = page.write().replace(' ', '/') + "/" + click.user() + "/"
                + click.request().value();
        return changes.once(click.group(), click.request(), Reply.KEPT, change -> {
            change.send(
                    page.view() == View.MINE
                            ? Outbound.shownTo(click.user(), SHARED, key)
                            : Outbound.shownIn(click.group().channel(), SHARED, key));
            return page.view() == View.MINE ? Reply.onlyToYou(TEXTS.say("stats.on-its-way")) : Reply.none();
        });
    }

    private Optional<Message> draw(GroupId id, String key) {
        String[] parts = key.split("/", 4);
        StatisticsPage page = StatisticsPage.read(parts[0] + " " + parts[1]);
        UserId asker = new UserId(parts[2]);
        return groups.find(id).map(group -> message(group, asker, page, member -> line(names.apply(member))));
    }
}
