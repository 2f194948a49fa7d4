package dev.lectern.app;

import dev.lectern.paper.PaperId;
import dev.lectern.paper.search.PaperIndex;
import dev.lectern.paper.search.PaperSearch;
import java.util.List;

/** Looks before each answer whether papers changed, which costs two reads from Redis where none did. Any thread. */
record RefreshedSearch(PaperIndex index) implements PaperSearch {
    @Override
    public List<Hit> search(String query, Reader reader, int max) {
        index.refresh();
        return index.search(query, reader, max);
    }

    @Override
    public List<Hit> completing(String typed, Reader reader, int max) {
        index.refresh();
        return index.completing(typed, reader, max);
    }

    @Override
    public List<Alike> similar(PaperId paper, Reader reader, int max) {
        index.refresh();
        return index.similar(paper, reader, max);
    }
}
