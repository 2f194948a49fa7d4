package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Files;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Optional;

/** Where files are brought and fetched. Slack wants a token of whoever fetches; the sandbox is for one machine alone. */
public final class FileRoutes {
    private final String below;
    private final Files files;

    /** @param below what the addresses begin with */
    public FileRoutes(String below, Files files) {
        this.below = below;
        this.files = files;
    }

    public void register(RoutesConfig routes) {
        routes.post(below + "/upload/{token}", this::upload);
        routes.get(below + "/files/{id}/{name}", this::fetch);
    }

    private void upload(Context context) {
        byte[] content = context.bodyAsBytes();
        Optional<Files.Uploaded> stored = files.upload(context.pathParam("token"), content);
        context.status(stored.isPresent() ? 200 : 400)
                .contentType("text/plain")
                .result(stored.isPresent() ? "OK - " + content.length : "no such upload, or not so many bytes");
    }

    /** Never shown as a page of the sandbox's own. */
    private void fetch(Context context) {
        Optional<Files.Uploaded> found =
                files.find(context.pathParam("id")).filter(file -> file.name().equals(context.pathParam("name")));
        if (found.isEmpty()) {
            context.status(404).contentType("text/plain").result("no such file");
            return;
        }
        context.header("Content-Disposition", "attachment")
                .header("X-Content-Type-Options", "nosniff")
                .contentType("text/plain; charset=utf-8")
                .result(found.get().content());
    }
}
