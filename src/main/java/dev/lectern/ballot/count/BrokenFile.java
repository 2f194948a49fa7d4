package dev.lectern.ballot.count;

/** A file of ballots is not what it should be; the message is one sentence that names file, line and reason. */
public final class BrokenFile extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Not any line, but the file as a whole. */
    static final int WHOLE = 0;

    private final int line;

    BrokenFile(String file, int line, String reason) {
        super(file + (line == WHOLE ? "" : ", line " + line) + ": " + reason);
        this.line = line;
    }

    /** From 1; 0 where it is no line's fault. */
    public int line() {
        return line;
    }
}
