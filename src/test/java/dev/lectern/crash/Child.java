package dev.lectern.crash;

import dev.lectern.app.LecternProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One Lectern in a process of its own, started again whenever it has ended, as whoever runs it would. Any thread. */
final class Child implements AutoCloseable {
    private final String name;
    private final List<String> arguments;
    private final Path log;
    private final Thread supervisor;
    private volatile Duration lead;
    private volatile Duration wrong = Duration.ZERO;
    private volatile Duration pause = Duration.ZERO;
    private volatile @Nullable Process process;
    private volatile int port;
    private volatile boolean closing;

    /** @param arguments what {@link LecternProcess} takes, but for the clock's lead */
    Child(String name, List<String> arguments, Path log, Duration lead) {
        this.name = name;
        this.arguments = List.copyOf(arguments);
        this.log = log;
        this.lead = lead;
        this.supervisor = new Thread(this::supervise, "child-" + name);
        this.supervisor.setDaemon(true);
        this.supervisor.start();
    }

    private void supervise() {
        try {
            while (!closing) {
                Process started = start();
                process = started;
                if (closing) {
                    started.destroyForcibly();
                }
                awaitPort(started);
                started.waitFor();
                port = 0;
                process = null;
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Process start() {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx160m",
                "-cp",
                System.getProperty("java.class.path"),
                LecternProcess.class.getName());
        builder.command().addAll(arguments);
        builder.command().add(lead().toString());
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitPort(Process started) {
        try {
            BufferedReader out = started.inputReader();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(LecternProcess.LISTENING)) {
                    port = Integer.parseInt(line.substring(LecternProcess.LISTENING.length()));
                    tellClock();
                    return;
                }
            }
        } catch (IOException killed) {
            port = 0;
        }
    }

    /** Where it takes Slack's requests; empty while it is down. */
    OptionalInt port() {
        int now = port;
        return now == 0 ? OptionalInt.empty() : OptionalInt.of(now);
    }

    private Duration lead() {
        return lead.plus(wrong);
    }

    /** How far its clock is ahead of Redis' from now on. */
    void clock(Duration newLead) {
        lead = newLead;
        tellClock();
    }

    /** Makes its clock wrong by that much, until told otherwise. */
    void mislead(Duration by) {
        wrong = by;
        tellClock();
    }

    private synchronized void tellClock() {
        Process running = process;
        if (running == null) {
            return;
        }
        try {
            OutputStream orders = running.getOutputStream();
            orders.write((LecternProcess.CLOCK + lead() + "\n").getBytes(StandardCharsets.UTF_8));
            orders.flush();
        } catch (IOException dead) {
            // It starts again with the right one.
        }
    }

    /** SIGKILL; started again after the pause. Answers whether there was somebody to kill. */
    boolean kill(Duration newPause) {
        pause = newPause;
        Process running = process;
        if (running == null) {
            return false;
        }
        running.destroyForcibly();
        return true;
    }

    /** SIGTERM; answers whether it was gone within that time. */
    boolean terminate(Duration newPause, Duration patience) throws InterruptedException {
        pause = newPause;
        Process running = process;
        if (running == null) {
            return true;
        }
        running.destroy();
        return running.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        closing = true;
        Optional.ofNullable(process).ifPresent(Process::destroyForcibly);
        supervisor.interrupt();
    }

    @Override
    public String toString() {
        return name;
    }
}
