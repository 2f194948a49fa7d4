package dev.lectern.meeting.when;

import dev.lectern.text.Language;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Days, hours and rules that are typed in another language than English, in English: word for word, for the readers of
 * such, which know English only. English is always understood, and every language is, whichever is spoken.
 */
public final class ForeignWords {
    private ForeignWords() {}

    /**
     * What a reader makes of the text: as it stands, or where that can't be read, of its English from the language that is
     * spoken now, or from another.
     *
     * @param reader of English
     * @param isRead whether the reader understood
     * @return what was not understood as it stands, where nothing was
     */
    public static <T> T read(String typed, Function<String, T> reader, Predicate<T> isRead) {
        T asItStands = reader.apply(typed);
        if (isRead.test(asItStands)) {
            return asItStands;
        }
        return inEnglish(typed).stream().map(reader).filter(isRead).findFirst().orElse(asItStands);
    }

    /** From each language in which that makes a difference, first from the one that is spoken now. */
    private static List<String> inEnglish(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .strip();
        return Arrays.stream(Language.values())
                .sorted(Comparator.comparing(language -> language != Language.spoken()))
                .flatMap(language -> inEnglish(plain, language))
                .filter(english -> !english.equals(plain))
                .distinct()
                .toList();
    }

    private static Stream<String> inEnglish(String plain, Language language) {
        return switch (language) {
            case ENGLISH -> Stream.empty();
            case GERMAN -> Stream.of(GermanWords.inEnglish(plain));
            case JAPANESE -> Stream.of(JapaneseWords.inEnglish(plain));
        };
    }
}
