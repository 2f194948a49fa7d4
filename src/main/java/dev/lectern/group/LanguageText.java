package dev.lectern.group;

import dev.lectern.text.Language;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the language that somebody names: by its own name, its name in any of the languages, or its tag. */
final class LanguageText {
    private LanguageText() {}

    static Optional<Language> read(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(Language.values())
                .filter(language -> names(language)
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).equals(wanted)))
                .findFirst();
    }

    private static Stream<String> names(Language language) {
        return Stream.concat(
                Stream.of(language.tag()),
                Arrays.stream(Language.values()).map(other -> language.locale().getDisplayLanguage(other.locale())));
    }
}
