package dev.lectern.paper;

import java.util.Optional;

/** A paper's places on the web beside arXiv; what is not http or https is dropped. */
public record WebLinks(Optional<String> code, Optional<String> project, Optional<String> thumbnail) {
    public static final WebLinks NONE = new WebLinks(Optional.empty(), Optional.empty(), Optional.empty());

    public WebLinks {
        code = code.flatMap(HttpLink::of);
        project = project.flatMap(HttpLink::of);
        thumbnail = thumbnail.flatMap(HttpLink::of);
    }

    WebLinks merge(WebLinks newer) {
        return new WebLinks(
                newer.code.or(() -> code), newer.project.or(() -> project), newer.thumbnail.or(() -> thumbnail));
    }
}
