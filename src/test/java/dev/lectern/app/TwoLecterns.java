package dev.lectern.app;

import dev.lectern.paper.DemoPapers;
import dev.lectern.paper.PaperStore;
import dev.lectern.paper.search.WordsEmbedder;
import dev.lectern.redis.Redis;
import dev.lectern.redis.ServerProcess;
import dev.lectern.sandbox.Sandbox;
import dev.lectern.sandbox.SandboxConfiguration;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two Lecterns on one Redis, behind a line that can be cut, for a workspace that keeps its own things elsewhere. */
final class TwoLecterns implements AutoCloseable {
    private static final String TOKEN = "xoxb-sandbox";

    final Line line;
    final Redis redis;
    final People people;
    final List<Door> doors;
    private final ServerProcess server;
    private final Sandbox sandbox;
    private final List<Redis> ways;
    private final List<Lectern> lecterns;
    private final List<PapersAtHand> papers;

    TwoLecterns(Path folder) {
        server = ServerProcess.server(folder, List.of());
        line = new Line(server.port());
        redis = open(server.url(), folder);
        sandbox = Sandbox.start(SandboxConfiguration.of(TOKEN, Door.SECRET));
        new PaperStore(redis.commands())
                .saveAll(DemoPapers.load(), sandbox.clock().instant());
        String behindLine = server.url().replace(":" + server.port(), ":" + line.port());
        ways = List.of(open(behindLine, folder), open(behindLine, folder));
        papers = ways.stream()
                .map(way -> PapersAtHand.open(way.commands(), folder, new WordsEmbedder()))
                .toList();
        lecterns = List.of(lectern(0), lectern(1));
        doors = lecterns.stream().map(one -> new Door(one.port())).toList();
        sandbox.connect(URI.create("http://127.0.0.1:" + lecterns.get(0).port() + "/slack/events"));
        people = new People(sandbox.url());
        new SandboxClient(sandbox.url()).setUp(People.ADA, People.READING, Map.of("members", List.of(People.ADA)));
    }

    private static Redis open(String url, Path folder) {
        return Redis.open(Optional.of(url), Optional.empty(), folder);
    }

    private Lectern lectern(int which) {
        return Lectern.start(
                new Lectern.Ground(
                        ways.get(which).commands(),
                        sandbox.clock(),
                        () -> Duration.ZERO,
                        papers.get(which),
                        Outside.NOBODY,
                        false),
                Door.to(sandbox.apiUrl(), TOKEN),
                Door.ANYWHERE);
    }

    @Override
    public void close() {
        lecterns.forEach(Lectern::close);
        papers.forEach(PapersAtHand::close);
        ways.forEach(Redis::close);
        sandbox.close();
        redis.close();
        line.close();
        server.stop();
    }
}
