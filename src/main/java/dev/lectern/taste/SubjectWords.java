package dev.lectern.taste;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A paper's title, text and keywords as topics are looked for in them.
 *
 * @param each their words in lower case, in order
 * @param words those of all of them
 */
record SubjectWords(List<List<String>> each, Set<String> words) {
    static SubjectWords of(Subject subject) {
        List<List<String>> each = Stream.concat(Stream.of(subject.title(), subject.text()), subject.keywords().stream())
                .map(Topic::words)
                .toList();
        return new SubjectWords(each, each.stream().flatMap(List::stream).collect(Collectors.toSet()));
    }
}
