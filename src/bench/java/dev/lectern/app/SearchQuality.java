package dev.lectern.app;

import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.PaperIndex;
import dev.lectern.paper.search.PaperSearch.Hit;
import dev.lectern.paper.search.PaperSearch.Reader;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.redis.BenchRedis;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Known-item search: how often a paper's title, its {@code ai_summary}, and three of its {@code ai_keywords} find it,
 * while neither summaries nor keywords are in the index. The search was tuned on the papers whose arXiv id ends with an
 * even digit; those with an odd one are its test.
 */
final class SearchQuality {
    private static final Reader READER = new Reader(LocalDate.of(2030, 1, 1), Set.of());
    private static final int KEYWORDS = 3;
    private static final int DRAWS = 3;
    private static final long FIRST_SEED = 1000;
    private static final int DEPTH = 100;
    /** As Cormack, Clarke and Buettcher have it (SIGIR 2009). */
    private static final int RRF_K = 60;

    private record Asked(String kind, String query, PaperId wanted) {
        boolean heldOut() {
            return (wanted.value().charAt(wanted.value().length() - 1) - '0') % 2 == 1;
        }
    }

    Table run() {
        try (BenchRedis redis = BenchRedis.inMemory();
                RememberedEmbedder model = SharedPapers.model()) {
            PaperStore store = new PaperStore(redis.commands());
            VectorStore vectors = new VectorStore(redis.commands(), store, model);
            List<Paper> papers = SharedPapers.keep(store);
            SharedPapers.embed(papers, model, vectors);
            try (PaperIndex words = PaperIndex.inMemory(store, some -> Map.of(), model, false);
                    PaperIndex both = PaperIndex.inMemory(store, vectors, model, false)) {
                words.refresh();
                both.refresh();
                Map<PaperId, float[]> all = vectors.of(papers.stream().map(Paper::id).toList());
                Function<String, List<PaperId>> byWords = query -> ids(words.search(query, READER, DEPTH));
                Function<String, List<PaperId>> byVectors = query -> nearest(model.embedQuery(query), all);
                Map<String, Function<String, List<PaperId>>> ways = new LinkedHashMap<>();
                ways.put("BM25 alone", byWords);
                ways.put("vectors alone", byVectors);
                ways.put("plain RRF", query -> fused(byWords.apply(query), byVectors.apply(query)));
                ways.put("Lectern", query -> ids(both.search(query, READER, DEPTH)));
                return table(papers.size(), questions(papers), ways);
            }
        }
    }

    private static Table table(
            int papers, List<Asked> questions, Map<String, Function<String, List<PaperId>>> ways) {
        Table table = new Table(
                "Known-item search over " + papers + " papers: share of queries that find their paper first (@1) or "
                        + "among ten (@10)",
                "half", "way", "title @1", "summary @1", "3 keywords @10", "3 keywords @1", "queries");
        Map<String, Map<Asked, Integer>> ranks = new LinkedHashMap<>();
        ways.forEach((name, way) -> {
            Map<Asked, Integer> found = new HashMap<>();
            questions.forEach(asked -> found.put(asked, way.apply(asked.query()).indexOf(asked.wanted())));
            ranks.put(name, found);
            Progress.say("%s was asked %d times", name, questions.size());
        });
        for (boolean heldOut : List.of(true, false)) {
            List<Asked> half = questions.stream().filter(asked -> asked.heldOut() == heldOut).toList();
            ranks.forEach((name, found) -> table.row(
                    heldOut ? "held out" : "tuned on",
                    name,
                    share(half, "title", found, 1),
                    share(half, "summary", found, 1),
                    share(half, "keywords", found, 10),
                    share(half, "keywords", found, 1),
                    half.size()));
        }
        return table;
    }

    private static String share(List<Asked> asked, String kind, Map<Asked, Integer> ranks, int within) {
        List<Integer> places = asked.stream()
                .filter(one -> one.kind().equals(kind))
                .map(one -> Objects.requireNonNull(ranks.get(one)))
                .toList();
        long found = places.stream().filter(place -> place >= 0 && place < within).count();
        return String.format(java.util.Locale.ROOT, "%.4f", (double) found / places.size());
    }

    /** Papers without a summary, or with fewer than three keywords, are not asked for by them. */
    private static List<Asked> questions(List<Paper> papers) {
        List<Asked> all = new ArrayList<>();
        papers.forEach(paper -> all.add(new Asked("title", paper.title(), paper.id())));
        papers.forEach(paper -> paper.shortSummary().ifPresent(text -> all.add(new Asked("summary", text, paper.id()))));
        for (int draw = 0; draw < DRAWS; draw++) {
            Random random = new Random(FIRST_SEED + draw);
            for (Paper paper : papers) {
                List<String> keywords = new ArrayList<>(paper.keywords());
                Collections.shuffle(keywords, random);
                if (keywords.size() >= KEYWORDS) {
                    String query = String.join(" ", keywords.subList(0, KEYWORDS));
                    all.add(new Asked("keywords", query, paper.id()));
                }
            }
        }
        return all;
    }

    private static List<PaperId> ids(List<Hit> hits) {
        return hits.stream().map(Hit::id).toList();
    }

    private static List<PaperId> nearest(float[] asked, Map<PaperId, float[]> all) {
        Map<PaperId, Double> cosines = new HashMap<>();
        all.forEach((id, vector) -> {
            double sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += vector[i] * asked[i];
            }
            cosines.put(id, sum);
        });
        return best(cosines);
    }

    private static List<PaperId> fused(List<PaperId> one, List<PaperId> other) {
        Map<PaperId, Double> scores = new HashMap<>();
        for (List<PaperId> list : List.of(one, other)) {
            for (int i = 0; i < list.size(); i++) {
                scores.merge(list.get(i), 1.0 / (RRF_K + i + 1), Double::sum);
            }
        }
        return best(scores);
    }

    private static List<PaperId> best(Map<PaperId, Double> scores) {
        return scores.entrySet().stream()
                .sorted(Map.Entry.<PaperId, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(DEPTH)
                .map(Map.Entry::getKey)
                .toList();
    }
}
