package dev.lectern.paper;

import java.util.List;

/**
 * Papers that were saved, also those that turned out to be another paper since.
 *
 * @param upTo the number of the last change among them: ask for what came after it next time
 * @param ids in the order of their last change; a paper is there once
 */
public record ChangedPapers(long upTo, List<PaperId> ids) {
    public ChangedPapers {
        ids = List.copyOf(ids);
    }
}
