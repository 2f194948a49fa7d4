package dev.lectern.app;

import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.group.GroupId;
import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.PaperStore;
import dev.lectern.redis.BenchRedis;
import dev.lectern.work.Changes;
import dev.lectern.work.Due;
import dev.lectern.work.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.args.Rawable;

/**
 * How late the steps of many groups are when all have some in the same minute: from the time when a step is due to the
 * return of the script that committed it. A whole Lectern does them, in front of a Slack that takes its time.
 */
final class Lateness implements AutoCloseable {
    private static final Duration SLACKS_PAUSE = Duration.ofMillis(100);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern DONE = Pattern.compile("\\[\"UNSCHEDULE\",\"([a-z.]+)/[^\"]*\"");
    /** Of a group: other keys' tags have no colon. */
    private static final Pattern KEY = Pattern.compile("lectern:\\{([^}:]+:[^}:]+)}:.*");

    private final SampleLife.Moments moments;
    private final int groups;
    private final BenchRedis redis = BenchRedis.durable();
    private final BenchClock clock = new BenchClock();
    private final SlowSlack slack = new SlowSlack(Sample.TEAM, clock);
    private final UnifiedJedis watched = redis.watchedBy(this::answered);
    private final PapersAtHand papers = PapersAtHand.open(watched, redis.folder(), new WordsEmbedder());
    private final Lectern lectern;
    private final Map<Planned, Instant> committed = new ConcurrentHashMap<>();
    private final Table table;
    private int rounds;

    private record Planned(GroupId group, String step) {}

    Lateness(SampleLife.Moments moments, int groups) {
        this.moments = moments;
        this.groups = groups;
        this.table = new Table(
                "%,d groups with steps due in the same minute, Slack answering in %d ms"
                        .formatted(groups, SLACKS_PAUSE.toMillis()),
                "steps",
                "how many",
                "p50 ms late",
                "p99 ms late",
                "max ms late",
                "CPU ms a step",
                "messages posted meanwhile");
        clock.set(SampleLife.MONDAY);
        this.lectern = Lectern.start(
                new Lectern.Ground(watched, clock, clock.lead(), papers, Outside.NOBODY, true),
                Door.to(slack.url(), "xoxb-bench"),
                Door.ANYWHERE);
    }

    Table run() throws InterruptedException {
        List<String> digest = List.of("digest.post/next");
        List<String> close = List.of("ballot.close/2026-04-09", "presenter.ask/2026-04-09");
        Instant monday = Instant.parse("2026-04-06T09:00:00Z");
        Instant tuesday = Instant.parse("2026-04-07T15:00:00Z");
        round("warming up", moments.begun(), digest, monday, Duration.ZERO);
        round("warming up", moments.voting(), close, tuesday, Duration.ZERO);
        Sample settled = SampleLife.settled();
        Progress.say("a group has lived half a year, in %d keys", settled.keys().size());
        Instant later = SampleLife.settledMonday().plus(Duration.ofHours(1));
        round("warming up", settled, digest, later, Duration.ZERO);
        slack.takes(SLACKS_PAUSE);
        round("digest, all at one instant", moments.begun(), digest, monday, Duration.ZERO);
        round("digest, spread over the minute", moments.begun(), digest, monday, MINUTE);
        round("digest after half a year, all at one instant", settled, digest, later, Duration.ZERO);
        round("digest after half a year, spread over the minute", settled, digest, later, MINUTE);
        round("ballot closes, presenter asked, all at one instant", moments.voting(), close, tuesday, Duration.ZERO);
        round("ballot closes, presenter asked, spread over the minute", moments.voting(), close, tuesday, MINUTE);
        return table;
    }

    private void round(String what, Sample sample, List<String> steps, Instant at, Duration spread)
            throws InterruptedException {
        redis.commands().flushAll();
        new PaperStore(redis.commands()).saveAll(DemoPapers.load(), SampleLife.MONDAY);
        MadeUpPapers.keep(redis.commands(), new WordsEmbedder());
        // Groups of their own: what is still on its way for earlier ones, at Slack's pace, must not reach these.
        Sample.Range range = new Sample.Range(rounds * groups, (rounds + 1) * groups, false);
        rounds++;
        // Well before anything is due.
        clock.set(at.minus(Duration.ofHours(1)));
        sample.copyTo(redis.commands(), range);
        Map<Planned, Instant> due = plan(range, steps, at, spread);
        committed.clear();
        long posts = slack.posts();
        CpuTime before = CpuTime.now();
        clock.set(at.minusSeconds(2));
        Patience.await(PATIENCE, () -> committed.keySet().containsAll(due.keySet()));
        CpuTime spent = CpuTime.now().minus(before);
        List<Long> late = new ArrayList<>();
        due.forEach((step, then) ->
                late.add(Duration.between(then, committed.get(step)).toMillis()));
        Measured measured = Measured.millis(late);
        if (!what.equals("warming up")) {
            table.row(
                    what,
                    due.size(),
                    measured.median(),
                    measured.percentile(99),
                    measured.max(),
                    spent.millis() / due.size(),
                    slack.posts() - posts);
        }
        Progress.say(
                "lateness: %s: p99 %.0f ms, CPU %.1f ms a step",
                what,
                measured.percentile(99),
                spent.millis() / due.size());
    }

    /** Plans the steps as a feature does; each group's are due at the same time. */
    private Map<Planned, Instant> plan(Sample.Range range, List<String> steps, Instant at, Duration spread) {
        Changes changes = new Changes(redis.commands(), clock, new Due(redis.commands()));
        Map<Planned, Instant> due = new HashMap<>();
        range.copies().forEach(copy -> {
            Instant then = at.plus(spread.multipliedBy(copy.number() - range.from()).dividedBy(groups));
            changes.apply(copy.group(), change -> {
                steps.forEach(step -> {
                    String[] name = step.split("/");
                    change.schedule(new Step(name[0], name[1], then));
                    due.put(new Planned(copy.group(), name[0]), then);
                });
                return copy;
            });
        });
        return due;
    }

    /** Somebody who works on the watched connection got an answer; a commit answers with when the group is next due. */
    private void answered(CommandArguments command, Object answer) {
        if (!(answer instanceof List<?>)) {
            return;
        }
        Instant now = clock.instant();
        Optional<GroupId> group = Optional.empty();
        for (Rawable argument : command) {
            String text = new String(argument.getRaw(), StandardCharsets.UTF_8);
            Matcher key = KEY.matcher(text);
            if (key.matches()) {
                group = Optional.of(GroupId.parse(key.group(1)));
            } else if (text.startsWith("[[")) {
                Matcher done = DONE.matcher(text);
                if (done.find()) {
                    committed.put(new Planned(group.orElseThrow(), done.group(1)), now);
                }
            }
        }
    }

    @Override
    public void close() {
        lectern.close();
        papers.close();
        slack.close();
        watched.close();
        redis.close();
    }
}
