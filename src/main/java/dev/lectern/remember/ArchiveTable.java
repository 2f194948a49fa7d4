package dev.lectern.remember;

import dev.lectern.ballot.CsvTable;
import dev.lectern.discussion.Note;
import dev.lectern.discussion.Question;
import dev.lectern.group.UserId;
import dev.lectern.paper.Link;
import dev.lectern.paper.Paper;
import dev.lectern.paper.PaperId;
import dev.lectern.paper.PaperText;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The archive as a table for a spreadsheet, a paper a row, newest first. Anonymous questions stay anonymous. */
final class ArchiveTable {
    private static final Texts TEXTS = Texts.of(ArchiveTable.class);
    private static final List<String> COLUMNS = List.of(
            "date",
            "title",
            "link",
            "presenter",
            "nominated-by",
            "rating",
            "raters",
            "would-recommend",
            "attended",
            "notes",
            "questions");

    private ArchiveTable() {}

    /** @param names how people are called */
    static String of(Archive archive, Function<PaperId, Optional<Paper>> papers, Function<UserId, String> names) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(header());
        archive.papers().forEach(read -> rows.add(row(read, papers.apply(read.paper()), names)));
        return CsvTable.of(rows);
    }

    private static List<String> header() {
        return COLUMNS.stream()
                .map(column -> TEXTS.say("export.column." + column))
                .toList();
    }

    private static List<String> row(ReadPaper read, Optional<Paper> paper, Function<UserId, String> names) {
        return List.of(
                read.date().toString(),
                paper.map(PaperText::title).orElseGet(() -> read.paper().value()),
                paper.flatMap(known -> known.links().stream().findFirst())
                        .map(Link::url)
                        .orElse(""),
                read.presenter().map(names).orElse(""),
                read.nominator().map(names).orElse(""),
                read.stars()
                        .average()
                        .map(stars -> String.format(Locale.ROOT, "%.1f", stars))
                        .orElse(""),
                Integer.toString(read.stars().raters()),
                read.stars().average().isPresent()
                        ? Integer.toString(read.stars().recommending())
                        : "",
                Integer.toString(read.attended().size()),
                read.notes().stream().map(ArchiveTable::note).collect(Collectors.joining("\n")),
                read.questions().stream().map(Question::text).collect(Collectors.joining("\n")));
    }

    private static String note(Note note) {
        return Stream.concat(Stream.of(note.text()), note.url().stream())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }
}
