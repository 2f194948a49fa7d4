package dev.lectern.paper;

import dev.lectern.redis.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The papers that the demo shows when nothing was imported: facts of real ones, with summaries of our own. */
public final class DemoPapers {
    private static final String RESOURCE = "/demo/papers.json";

    private DemoPapers() {}

    public static List<Draft> load() {
        try (InputStream in = DemoPapers.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the demo's papers are missing: " + RESOURCE);
            }
            return Arrays.asList(Json.MAPPER.readValue(in, Draft[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
