package dev.lectern.app;

import dev.lectern.group.GroupId;
import dev.lectern.meeting.Meeting;
import dev.lectern.meeting.MeetingState;
import dev.lectern.meeting.MeetingStore;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.BgeSmall;
import dev.lectern.paper.search.Embedder;
import dev.lectern.paper.search.PaperIndex;
import dev.lectern.paper.search.PaperSearch;
import dev.lectern.paper.search.VectorStore;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import redis.clients.jedis.UnifiedJedis;

/** What a command that ends by itself needs to find papers; the index is brought up to date as it opens. */
record PapersAtHand(PaperStore papers, PaperIndex index, MeetingStore meetings) implements AutoCloseable {

    /** @param data Lectern's folder, in which the index is kept */
    static PapersAtHand open(UnifiedJedis redis, Path data) {
        return open(redis, data, new BgeSmall(data.resolve("natives")));
    }

    static PapersAtHand open(UnifiedJedis redis, Path data, Embedder embedder) {
        PaperStore papers = new PaperStore(redis);
        VectorStore vectors = new VectorStore(redis, papers, embedder);
        PaperIndex index = PaperIndex.onDisk(data.resolve("index"), papers, vectors, embedder);
        index.refresh();
        return new PapersAtHand(papers, index, new MeetingStore(redis));
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
        index.close();
    }
}
