package dev.lectern.text;

import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sentences of one package, in each {@link Language}: {@code texts.properties} beside its classes is English and
 * complete, {@code texts_de.properties} and the others have the same keys. A sentence is a pattern with named gaps, plurals
 * and choices.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU: formatting messages</a>
 */
public final class Texts {
    private static final Control AS_WRITTEN = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private final String bundle;
    private final Map<Language, Map<String, MessageFormat>> patterns = new ConcurrentHashMap<>();

    private Texts(String bundle) {
        this.bundle = bundle;
    }

    /** The sentences of the package that the class is in. */
    public static Texts of(Class<?> user) {
        return new Texts(user.getPackageName() + ".texts");
    }

    /**
     * The sentence in the language that is spoken now.
     *
     * @param namesAndValues each gap's name and what is put there, as it is: what comes from outside is escaped before. A
     *     number is written as the language writes numbers; one that is a name, such as a year, goes as a text
     * @throws IllegalArgumentException for names without a value
     * @throws java.util.MissingResourceException for a sentence that there is not
     */
    public String say(String key, Object... namesAndValues) {
        return in(Language.spoken(), key, namesAndValues);
    }

    String in(Language language, String key, Object... namesAndValues) {
        MessageFormat pattern = patterns.computeIfAbsent(language, spoken -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, sentence -> pattern(language, sentence));
        // A pattern keeps notes while it is filled, so that each filling has its own.
        return pattern.clone().format(named(key, namesAndValues));
    }

    private MessageFormat pattern(Language language, String key) {
        String sentence =
                ResourceBundle.getBundle(bundle, language.locale(), AS_WRITTEN).getString(key);
        return new MessageFormat(language.writesSpaces() ? sentence : Boundaries.seen(sentence), language.locale());
    }

    private static Map<String, Object> named(String key, Object... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value for " + key);
        }
        Map<String, Object> values = new HashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            values.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return values;
    }
}
