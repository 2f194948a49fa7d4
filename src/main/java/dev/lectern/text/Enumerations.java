package dev.lectern.text;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.ListFormatter.Type;
import com.ibm.icu.text.ListFormatter.Width;
import java.util.Collection;
import java.util.Locale;

/** Several things in one sentence, in the language that is spoken now. */
public final class Enumerations {
    private Enumerations() {}

    /** Such as {@code a, b and c}; nothing for nothing. */
    public static String and(Collection<String> things) {
        return joined(things, Type.AND);
    }

    /** Such as {@code a, b or c}; nothing for nothing. */
    public static String or(Collection<String> things) {
        return joined(things, Type.OR);
    }

    private static String joined(Collection<String> things, Type type) {
        return ListFormatter.getInstance(listing(), type, Width.WIDE).format(things);
    }

    /** Without the comma before the last one, as Lectern writes English. */
    private static Locale listing() {
        return Language.spoken() == Language.ENGLISH
                ? Locale.UK
                : Language.spoken().locale();
    }
}
