package dev.lectern.app;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Listing;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.EmbeddedText;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.VectorStore;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import redis.clients.jedis.UnifiedJedis;

/**
 * Half a year of Daily Papers, as many a day and as long as the real ones, made up of numbered words: each is of one of
 * some fields, which have words of their own. All of them have vectors.
 */
final class MadeUpPapers {
    static final LocalDate FIRST = LocalDate.of(2026, 3, 30);
    static final int WEEKS = 27;

    private static final int A_DAY = 35;
    private static final int FIELDS = 40;
    private static final int BATCH = 500;

    private final Random random = new Random(11);
    private final List<Draft> drafts = new ArrayList<>();
    private int number;

    private MadeUpPapers() {
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusWeeks(WEEKS)); day = day.plusDays(1)) {
            if (day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY) {
                for (int i = 0; i < A_DAY; i++) {
                    drafts.add(paper(day));
                }
            }
        }
    }

    static void keep(UnifiedJedis redis, Embedder model) {
        List<Draft> drafts = new MadeUpPapers().drafts;
        PaperStore store = new PaperStore(redis);
        VectorStore vectors = new VectorStore(redis, store, model);
        store.saveAll(drafts, FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
        List<Paper> all = store.all();
        for (int from = 0; from < all.size(); from += BATCH) {
            Map<Paper, float[]> made = new HashMap<>();
            all.subList(from, Math.min(from + BATCH, all.size()))
                    .forEach(paper -> made.put(paper, model.embed(EmbeddedText.of(paper))));
            vectors.keep(made);
        }
    }

    /** The id of one of a week's papers. */
    static String idIn(int week, int which) {
        return id(week * 5 * A_DAY + which);
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "2603.%05d", 50_000 + number);
    }

    private Draft paper(LocalDate day) {
        int field = random.nextInt(FIELDS);
        String title = words(field, 8) + " " + number;
        ArxivId id = ArxivId.find(id(number)).orElseThrow();
        number++;
        return Draft.titled(title)
                .withArxivId(id)
                .withAbstract(words(field, 180))
                .withKeywords(List.of(words(field, 2), words(field, 2), words(field, 1)))
                .withPublished(day)
                .withListings(List.of(Listing.daily(day)))
                .withEcho((int) (3 * Math.exp(random.nextDouble() * 4)), random.nextInt(5));
    }

    /** Half of them everybody's, some frequent and most rare, the others of the field. */
    private String words(int field, int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ")
                    .append(random.nextBoolean()
                            ? "word" + (int) Math.exp(random.nextDouble() * Math.log(20_000))
                            : "field" + field + "x" + random.nextInt(60));
        }
        return words.toString();
    }
}
