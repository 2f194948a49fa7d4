package dev.lectern.paper;

import dev.lectern.redis.Script;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * Saves many drafts, round by round. Who loses a race, or meets the same paper twice in one round, is left for the next.
 *
 * <p>Names are claimed before the paper is written, so that each leads to one paper only: one after the other, and only
 * for a paper that the draft cannot come to contradict, so that who loses a race leaves no claim behind. A title is
 * claimed when its paper is there to be compared with, and the indexes come last. Each write replaces what was read and
 * nothing else. Whatever a crash leaves behind (a name without its paper, a paper without its index) is taken up by the
 * next save of the same paper.
 */
final class SaveRounds {
    private static final String REPLACE = "if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end "
            + "redis.call('SET', KEYS[1], ARGV[2]) return 1";

    private static final Script NOTE_CHANGES = Script.load("changed");

    private final UnifiedJedis redis;
    private final PaperReader reader;
    private final Instant at;
    /** Under which id a draft was the first to be written. */
    private final Map<Integer, PaperId> added = new HashMap<>();

    SaveRounds(UnifiedJedis redis, PaperReader reader, Instant at) {
        this.redis = redis;
        this.reader = reader;
        this.at = at;
    }

    /** Answers what is saved; a draft whose key is missing in the answer was not saved yet, or not all of it. */
    Map<Integer, Saved> run(Map<Integer, Named> drafts) {
        Map<Integer, SavePlan> plans = plan(drafts);
        claim(plans);
        keepWhoReplaced(plans, SavePlan::marks);
        keepWhoReplaced(plans, SavePlan::papers);
        noteAdded(plans);
        indexOthers(plans.values());
        keepWhoReplaced(plans, SavePlan::aliases);
        keepWhoReplaced(plans, SavePlan::title);
        index(plans.values());
        plans.values().removeIf(plan -> !plan.isAll());
        Map<Integer, Saved> saved = new LinkedHashMap<>();
        plans.forEach((key, plan) -> saved.put(key, saved(key, plan.result().id())));
        return saved;
    }

    private void noteAdded(Map<Integer, SavePlan> plans) {
        plans.forEach((key, plan) -> {
            if (plan.isNew()) {
                added.put(key, plan.result().id());
            }
        });
    }

    private Saved saved(Integer key, PaperId id) {
        return new Saved(id, id.equals(added.get(key)) ? Saved.Outcome.NEW : Saved.Outcome.MERGED);
    }

    private Map<Integer, SavePlan> plan(Map<Integer, Named> drafts) {
        PaperReader.Read read = reader.read(
                drafts.values().stream()
                        .flatMap(draft -> draft.keys().stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)),
                drafts.values().stream().map(Named::ownId).collect(Collectors.toCollection(LinkedHashSet::new)));
        Map<Integer, SavePlan> plans = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        drafts.forEach((key, draft) -> {
            SavePlan plan = SavePlan.of(draft, at, read.claimed(), id -> reader.resolve(id, read.entries()));
            if (plan.touched().stream().noneMatch(taken::contains)) {
                plans.put(key, plan);
            }
            taken.addAll(plan.touched());
        });
        return plans;
    }

    /** Each name when the one before it is taken: who loses one takes none of the further ones. */
    private void claim(Map<Integer, SavePlan> plans) {
        int most = plans.values().stream()
                .mapToInt(plan -> plan.claims().size())
                .max()
                .orElse(0);
        for (int i = 0; i < most; i++) {
            int nth = i;
            keepWhoReplaced(
                    plans, plan -> plan.claims().stream().skip(nth).limit(1).toList());
        }
    }

    private void keepWhoReplaced(Map<Integer, SavePlan> plans, Function<SavePlan, List<SavePlan.Replace>> step) {
        Map<Integer, List<Response<?>>> answers = new LinkedHashMap<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            plans.forEach((index, plan) -> {
                List<Response<?>> asked = new ArrayList<>();
                step.apply(plan).forEach(write -> asked.add(replace(pipeline, write)));
                answers.put(index, asked);
            });
            pipeline.sync();
        }
        answers.forEach((index, asked) -> {
            if (asked.stream().anyMatch(answer -> !Long.valueOf(1).equals(answer.get()))) {
                plans.remove(index);
            }
        });
    }

    /** Answers 1 where the text was replaced. */
    private static Response<?> replace(AbstractPipeline pipeline, SavePlan.Replace write) {
        // Redis takes a plain command in a tenth of the time of a script.
        if (write.before().isEmpty()) {
            return pipeline.setnx(write.key(), write.after());
        }
        return pipeline.eval(REPLACE, List.of(write.key()), List.of(write.before(), write.after()));
    }

    /** Both sets only grow: processes that race cannot undo each other's entry. */
    private void indexOthers(Collection<SavePlan> plans) {
        String[] others = plans.stream()
                .flatMap(plan -> plan.others().stream())
                .map(other -> other.entry().id().value())
                .toArray(String[]::new);
        if (others.length > 0) {
            redis.sadd(PaperKeys.ALL, others);
            redis.sadd(PaperKeys.ALIASES, others);
        }
    }

    private void index(Collection<SavePlan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        Map<String, Map<String, Double>> byDay = new LinkedHashMap<>();
        plans.forEach(plan -> plan.result().listings().forEach(listing -> list(byDay, plan.result(), listing)));
        try (AbstractPipeline pipeline = redis.pipelined()) {
            pipeline.sadd(
                    PaperKeys.ALL,
                    plans.stream().map(plan -> plan.result().id().value()).toArray(String[]::new));
            byDay.forEach(pipeline::zadd);
            pipeline.sync();
        }
        noteChanges(plans);
    }

    private static void list(Map<String, Map<String, Double>> byDay, Paper paper, Listing listing) {
        LocalDate day = listing.day();
        double number = day.toEpochDay();
        byDay.computeIfAbsent(PaperKeys.byDay(listing.list()), none -> new LinkedHashMap<>())
                .put(PaperKeys.dayMember(day, paper.id()), number);
        if (listing.list().equals(PaperList.DAILY)) {
            byDay.computeIfAbsent(PaperKeys.LIST_DAYS, none -> new LinkedHashMap<>())
                    .put(day.toString(), number);
        }
    }

    /** Also of what was known before: a save that a crash cut short may have told nobody. */
    private void noteChanges(Collection<SavePlan> plans) {
        List<String> ids = plans.stream()
                .flatMap(plan -> Stream.concat(
                        plan.others().stream().map(other -> other.entry().id()),
                        Stream.of(plan.result().id())))
                .map(PaperId::value)
                .toList();
        NOTE_CHANGES.run(redis, List.of(PaperKeys.CHANGED, PaperKeys.CHANGE_NUMBER), ids);
    }
}
