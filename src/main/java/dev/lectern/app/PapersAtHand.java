package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.IndexFollower;
import dev.lectern.paper.search.PaperIndex;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.VectorMaker;
import dev.lectern.paper.search.VectorRun;
import dev.lectern.paper.search.VectorStore;
import dev.lectern.paper.search.Vectorizer;
import dev.lectern.paper.search.Vectors;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/** What one process needs to find papers: the store, the vectors, and an index, brought up to date as it opens. */
final class PapersAtHand implements AutoCloseable {
    private final PaperStore papers;
    private final VectorStore vectors;
    private final Embedder embedder;
    private final PaperIndex index;
    private final MeetingStore meetings;
    private final Deque<AutoCloseable> background = new ArrayDeque<>();

    private PapersAtHand(UnifiedJedis redis, Path data, Embedder embedder) {
        this.papers = new PaperStore(redis);
        this.vectors = new VectorStore(redis, papers, embedder);
        this.embedder = embedder;
        this.index = PaperIndex.onDisk(data.resolve("index"), papers, vectors, embedder);
        this.meetings = new MeetingStore(redis);
        index.refresh();
    }

    /** @param data Lectern's folder, in which the index is kept */
    static PapersAtHand open(UnifiedJedis redis, Path data, Embedder embedder) {
        return new PapersAtHand(redis, data, embedder);
    }

    /** Returns when these papers have their vectors. */
    PapersAtHand withVectors(Collection<PaperId> wanted) {
        try {
            new VectorRun(new VectorMaker(papers, vectors, embedder), 1).run(wanted, (done, of) -> {});
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        index.refresh();
        return this;
    }

    /** Until closed, takes up what changes, and makes vectors and summaries beside other work. */
    PapersAtHand kept() {
        background.push(IndexFollower.start(index));
        Vectorizer vectorizer = new Vectorizer(papers, vectors, embedder);
        vectorizer.start();
        background.push(vectorizer);
        return this;
    }

    PaperStore papers() {
        return papers;
    }

    Vectors vectors() {
        return vectors;
    }

    Embedder embedder() {
        return embedder;
    }

    PaperSearch search() {
        return index;
    }

    /** What the group read in its meetings. */
    Set<PaperId> readBy(GroupId group) {
        return meetings.all(group).stream()
                .filter(meeting -> meeting.state() == MeetingState.HELD)
                .map(Meeting::paper)
                .flatMap(Optional::stream)
                .map(this::asItIsKnownNow)
                .collect(Collectors.toSet());
    }

    private PaperId asItIsKnownNow(PaperId id) {
        return papers.find(id).map(Paper::id).orElse(id);
    }

    @Override
    public void close() {
        for (AutoCloseable one : background) {
            try {
                one.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        index.close();
    }
}
