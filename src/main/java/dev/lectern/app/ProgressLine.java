package dev.lectern.app;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How far a long work is, in one line of a terminal that is drawn again and again: {@code vectors: 120 of 1,000 (12 %),
 * 27 a second, 33 s left}. Draws nothing where there is no terminal. Any thread.
 */
final class ProgressLine {
    private static final String BEGINNING_OF_LINE = "\r";
    private static final String REST_OF_LINE_AWAY = "\u001b[K";
    private static final long REDRAW_NANOS = Duration.ofMillis(200).toNanos();
    private static final Path STDERR = Path.of("/proc/self/fd/2");

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private String work = "";
    private long began;
    private long drawn;
    private boolean visible;

    /** @param nanoTime as {@link System#nanoTime} */
    ProgressLine(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    /** Whether somebody watches stderr. */
    static boolean stderrIsTerminal() {
        try {
            return Files.exists(STDERR) ? isTerminal(STDERR.toRealPath()) : consoleIsTerminal();
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static boolean isTerminal(Path device) {
        return device.startsWith("/dev/pts")
                || device.startsWith("/dev/console")
                || device.toString().startsWith("/dev/tty");
    }

    /** From JDK 22 on there is a console without a terminal, too, and it tells. */
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    /** Begins another work, of which nothing is done yet. */
    synchronized void begin(String what) {
        work = what;
        began = nanoTime.getAsLong();
        drawn = began;
    }

    synchronized void show(long done, long of) {
        long now = nanoTime.getAsLong();
        if (terminal && now - drawn >= REDRAW_NANOS) {
            drawn = now;
            visible = true;
            err.print(BEGINNING_OF_LINE + text(work, done, of, Duration.ofNanos(now - began)) + REST_OF_LINE_AWAY);
            err.flush();
        }
    }

    /** Makes room for other lines. */
    synchronized void clear() {
        if (visible) {
            visible = false;
            err.print(BEGINNING_OF_LINE + REST_OF_LINE_AWAY);
            err.flush();
        }
    }

    static String text(String work, long done, long of, Duration taken) {
        double seconds = Math.max(taken.toNanos(), 1) / 1e9;
        double rate = done / seconds;
        String share =
                String.format(Locale.ROOT, "%s: %,d of %,d (%d %%)", work, done, of, of == 0 ? 100 : 100 * done / of);
        return done == 0 ? share : share + ", " + rate(rate) + " a second, " + left((of - done) / rate) + " left";
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%,.0f", rate);
    }

    private static String left(double inSeconds) {
        long seconds = (long) Math.ceil(inSeconds);
        if (seconds < 60) {
            return seconds + " s";
        }
        long minutes = seconds / 60;
        return minutes < 60 ? minutes + " min " + seconds % 60 + " s" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
