package dev.lectern.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A language that Lectern speaks. Which one is spoken now is carried by the thread, as the context of log lines is: only the
 * edges (a request, a step, a message on its way) know who will read it, and the sentences in between are made by functions
 * that would only pass it on. What runs on another thread begins anew, in English.
 */
public enum Language {
    ENGLISH("en"),
    GERMAN("de"),
    JAPANESE("ja");

    private static final ThreadLocal<Supplier<Language>> SPOKEN = ThreadLocal.withInitial(() -> () -> ENGLISH);

    private final Locale locale;

    Language(String tag) {
        this.locale = Locale.forLanguageTag(tag);
    }

    public Locale locale() {
        return locale;
    }

    /** The IETF tag, such as {@code de}; by it a language is kept. */
    public String tag() {
        return locale.toLanguageTag();
    }

    /** Whether a space stands between its words. */
    boolean writesSpaces() {
        return this != JAPANESE;
    }

    /** How the language calls itself, such as {@code Deutsch}. */
    public String ownName() {
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** The language of a locale, such as {@code de-AT}; empty for one that Lectern does not speak, and for what is none. */
    public static Optional<Language> of(String localeTag) {
        String language =
                Locale.forLanguageTag(localeTag.strip().replace('_', '-')).getLanguage();
        return Arrays.stream(values())
                .filter(known -> known.locale.getLanguage().equals(language))
                .findFirst();
    }

    /**
     * The first that Lectern speaks of those that a browser takes, such as {@code de-CH} of
     * {@code fr, de-CH;q=0.9, en;q=0.8}; empty where it speaks none, and for what is no such list.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.4">RFC 9110, section 12.5.4: Accept-Language</a>
     */
    public static Optional<Language> accepted(String acceptLanguage) {
        try {
            List<Locale> spoken = Arrays.stream(values()).map(Language::locale).toList();
            return Optional.ofNullable(Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), spoken))
                    .flatMap(locale -> of(locale.toLanguageTag()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            // The JDK says the second of a lone "-".
            return Optional.empty();
        }
    }

    /** The one that is spoken now, on this thread. */
    public static Language spoken() {
        return SPOKEN.get().get();
    }

    /** Whatever the work says, it says in this language. */
    public static <T> T speaking(Language language, Supplier<T> work) {
        return speaking(() -> language, work);
    }

    /** Like {@link #speaking(Language, Supplier)}; which one it is, is only asked when something is said. */
    public static <T> T speaking(Supplier<Language> language, Supplier<T> work) {
        Supplier<Language> before = SPOKEN.get();
        SPOKEN.set(language);
        try {
            return work.get();
        } finally {
            SPOKEN.set(before);
        }
    }
}
