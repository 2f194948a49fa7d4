package dev.lectern.paper;

import dev.lectern.redis.Script;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;

/**
 * One attempt to save many drafts. Who loses a race, or meets the same paper twice in one round, is left for the next.
 *
 * <p>Names are claimed before the paper is written, so that each leads to one paper only; the indexes
 * come last. Each write replaces what was read and nothing else. Whatever a crash leaves behind (a name without its
 * paper, a paper without its index) is taken up by the next save of the same paper.
 */
final class SaveRound {
    private static final String REPLACE = "if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end "
            + "redis.call('SET', KEYS[1], ARGV[2]) return 1";

    private static final Script NOTE_CHANGES = Script.load("changed");

    private final UnifiedJedis redis;
    private final PaperReader reader;
    private final Instant at;

    SaveRound(UnifiedJedis redis, PaperReader reader, Instant at) {
        this.redis = redis;
        this.reader = reader;
        this.at = at;
    }

    /** Answers what is saved; a draft whose key is missing in the answer was not saved yet. */
    Map<Integer, Saved> run(Map<Integer, Draft> drafts) {
        Map<Integer, SavePlan> plans = plan(drafts);
        keepWhoReplaced(plans, SavePlan::claims);
        keepWhoReplaced(plans, SavePlan::marks);
        keepWhoReplaced(plans, SavePlan::papers);
        indexOthers(plans.values());
        keepWhoReplaced(plans, SavePlan::aliases);
        index(plans.values());
        Map<Integer, Saved> saved = new LinkedHashMap<>();
        plans.forEach((key, plan) -> saved.put(key, plan.saved()));
        return saved;
    }

    private Map<Integer, SavePlan> plan(Map<Integer, Draft> drafts) {
        Map<String, PaperId> names = names(drafts.values());
        Set<PaperId> ids = new LinkedHashSet<>(names.values());
        drafts.values().forEach(draft -> ids.add(PaperId.of(draft)));
        Map<PaperId, PaperReader.Entry> entries = reader.read(ids);
        Map<Integer, SavePlan> plans = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        drafts.forEach((key, draft) -> {
            SavePlan plan = SavePlan.of(draft, at, names, id -> reader.resolve(id, entries));
            if (plan.touched().stream().noneMatch(taken::contains)) {
                plans.put(key, plan);
            }
            taken.addAll(plan.touched());
        });
        return plans;
    }

    private Map<String, PaperId> names(Collection<Draft> drafts) {
        List<String> keys = drafts.stream()
                .flatMap(draft -> SavePlan.nameKeys(draft).stream())
                .distinct()
                .toList();
        List<Optional<String>> claimed = reader.texts(keys);
        Map<String, PaperId> names = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            String key = keys.get(i);
            claimed.get(i).ifPresent(id -> names.put(key, PaperId.parse(id)));
        }
        return names;
    }

    private void keepWhoReplaced(Map<Integer, SavePlan> plans, Function<SavePlan, List<SavePlan.Replace>> step) {
        Map<Integer, List<Response<Object>>> answers = new LinkedHashMap<>();
        try (AbstractPipeline pipeline = redis.pipelined()) {
            plans.forEach((index, plan) -> {
                List<Response<Object>> asked = new ArrayList<>();
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

    private static Response<Object> replace(AbstractPipeline pipeline, SavePlan.Replace write) {
        return pipeline.eval(REPLACE, List.of(write.key()), List.of(write.before(), write.after()));
    }

    /** Both sets only grow: processes that race cannot undo each other's entry. */
    private void indexOthers(Collection<SavePlan> plans) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            plans.stream().flatMap(plan -> plan.others().stream()).forEach(other -> {
                pipeline.sadd(PaperKeys.ALL, other.id().value());
                pipeline.sadd(PaperKeys.ALIASES, other.id().value());
            });
            pipeline.sync();
        }
    }

    private void index(Collection<SavePlan> plans) {
        try (AbstractPipeline pipeline = redis.pipelined()) {
            for (SavePlan plan : plans) {
                Paper paper = plan.result();
                pipeline.sadd(PaperKeys.ALL, paper.id().value());
                for (Listing listing : paper.listings()) {
                    LocalDate day = listing.day();
                    pipeline.zadd(
                            PaperKeys.byDay(listing.list()), day.toEpochDay(), PaperKeys.dayMember(day, paper.id()));
                }
                for (LocalDate day : paper.listDays()) {
                    pipeline.zadd(PaperKeys.LIST_DAYS, day.toEpochDay(), day.toString());
                }
            }
            pipeline.sync();
        }
        noteChanges(plans);
    }

    /** Also of what was known before: a save that a crash cut short may have told nobody. */
    private void noteChanges(Collection<SavePlan> plans) {
        List<String> ids = plans.stream()
                .flatMap(plan -> Stream.concat(
                        plan.others().stream().map(PaperReader.Entry::id),
                        Stream.of(plan.result().id())))
                .map(PaperId::value)
                .toList();
        if (!ids.isEmpty()) {
            NOTE_CHANGES.run(redis, List.of(PaperKeys.CHANGED, PaperKeys.CHANGE_NUMBER), ids);
        }
    }
}
