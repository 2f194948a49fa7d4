package dev.lectern.app;

import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.BgeSmall;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.paper.search.Vectorizer;
import redis.clients.jedis.UnifiedJedis;

/** Puts the parts together that make papers' vectors while Lectern runs. */
final class VectorsInBackground {
    private VectorsInBackground() {}

    static Vectorizer start(UnifiedJedis redis, Configuration configuration) {
        PaperStore papers = new PaperStore(redis);
        Embedder model = new BgeSmall(configuration.natives());
        Vectorizer vectorizer = new Vectorizer(papers, new VectorStore(redis, papers, model), model);
        vectorizer.start();
        return vectorizer;
    }
}
