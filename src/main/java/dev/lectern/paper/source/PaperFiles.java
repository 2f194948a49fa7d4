package dev.lectern.paper.source;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Year;
import java.util.Optional;

/** Reads files of papers, of any of the formats; which one is told by the content, never by the name. */
public final class PaperFiles {
    static final int SNIFFED = 8192;

    private PaperFiles() {}

    /**
     * Reads one file. Never throws for what a file may hold, or for a file that is not there: the reading says so.
     *
     * @param asOf the year of a page's dates that print none; empty takes the year after the newest that it prints
     */
    public static Reading read(String path, Optional<Year> asOf) {
        try {
            return read(Path.of(path), asOf);
        } catch (InvalidPathException e) {
            return Reading.unreadable("not a file's name: " + e.getReason());
        }
    }

    private static Reading read(Path file, Optional<Year> asOf) {
        if (Files.isDirectory(file)) {
            return Reading.unreadable("this is a folder; name the files in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, asOf);
        } catch (NoSuchFileException e) {
            return Reading.unreadable("no such file");
        } catch (AccessDeniedException e) {
            return Reading.unreadable("you have no right to read it");
        } catch (IOException e) {
            return Reading.unreadable("it cannot be read: " + e.getMessage());
        }
    }

    /** Reads what a file holds. */
    public static Reading read(byte[] content, Optional<Year> asOf) {
        try {
            return read(new ByteArrayInputStream(content), asOf);
        } catch (IOException e) {
            throw new IllegalStateException("memory always answers", e);
        }
    }

    private static Reading read(InputStream stream, Optional<Year> asOf) throws IOException {
        BufferedInputStream in = new BufferedInputStream(stream, SNIFFED);
        in.mark(SNIFFED);
        FileStart start = FileStart.of(in.readNBytes(SNIFFED));
        in.reset();
        return switch (start.kind()) {
            case EMPTY -> Reading.unreadable("the file is empty");
            case BINARY -> Reading.unreadable("this is no text file");
            case HTML -> Reading.unreadable("this is HTML; copy the page's text from the browser instead");
            case JSON -> DailyPapersJson.read(in);
            case XML -> FeedFile.read(in);
            case BIBTEX -> BibTexFile.read(in, start.charset());
            case TEXT -> PageText.read(in, start.charset(), asOf);
        };
    }
}
