package dev.lectern.paper.search;

import dev.lectern.paper.PaperId;
import java.util.Collection;
import java.util.Map;

/** The papers' vectors of one model, each of length 1. Any thread. */
@FunctionalInterface
public interface Vectors {
    /** Those that are computed already; a paper without a vector is missing in the answer. */
    Map<PaperId, float[]> of(Collection<PaperId> papers);
}
