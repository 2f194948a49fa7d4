package dev.lectern.paper;

import java.util.List;

/**
 * A paper that is like another.
 *
 * @param score 0 to 1
 * @param sharedWords the words that count most for it, the weightiest first
 */
public record Similar(Paper paper, double score, List<String> sharedWords) {
    public Similar {
        sharedWords = List.copyOf(sharedWords);
    }
}
