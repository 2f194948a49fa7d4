package dev.lectern.web;

import dev.lectern.text.Language;
import io.javalin.http.Context;
import java.util.Optional;

/** Who reads a page: somebody of whom only the browser is known. */
final class Reader {
    private Reader() {}

    /** The language that the browser would like best of those that Lectern speaks. */
    static Language language(Context context) {
        return Optional.ofNullable(context.header("Accept-Language"))
                .flatMap(Language::accepted)
                .orElse(Language.ENGLISH);
    }

    /** That the answer is in this language, and would be in another for another reader. */
    static void told(Context context, Language language) {
        context.header("Content-Language", language.tag()).header("Vary", "Accept-Language");
    }
}
