package dev.lectern.paper.source;

import dev.lectern.paper.Draft;
import java.util.List;
import java.util.Optional;

/**
 * The papers that a source listed.
 *
 * @param papers the good rows; the bad ones are in the log
 * @param problem why there may be more than these; a clause for a person that names the source
 */
public record Listed(List<Draft> papers, Optional<String> problem) {
    public Listed {
        papers = List.copyOf(papers);
    }
}
