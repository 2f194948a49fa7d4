package dev.lectern.paper.source;

import dev.lectern.text.Language;
import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a source told nothing, in the language of whoever reads it. The sources say it in English, in which it stands in
 * logs and is kept: that is read back here.
 */
public final class TroubleText {
    private static final Texts TEXTS = Texts.of(TroubleText.class);
    private static final String A_CLAUSE = "clause";

    /** What there is to say, with the names of its gaps; whatever reads as several is the first of them. */
    private enum Clause {
        STOPPING(),
        NO_SOURCE(),
        NO_SOURCES(),
        FAILED(),
        NOBODY_KNOWS("name"),
        LEFT_ALONE("clause"),
        SOURCE_LATE(),
        SOURCE_UNASKED(),
        LATE("site"),
        UNASKED("site"),
        BAD_ADDRESS("site"),
        TOO_LARGE("site", "limit"),
        PRIVATE("site"),
        NO_HOST("site", "host"),
        CUT_SHORT("site"),
        NO_CONNECTION("site"),
        SLOW("site", "seconds"),
        UNTRUSTED("site"),
        BROKE_OFF("site"),
        CIRCLES("site"),
        FOREIGN("site", "host"),
        ELSEWHERE("site", "host"),
        NOWHERE("site"),
        NO_ADDRESS("site"),
        TOO_MANY("site"),
        DOWN_FOR("site", "status"),
        DOWN("site", "status"),
        REFUSES("site", "status"),
        QUEUE("site"),
        SITE_STOPPING("site"),
        NO_CATEGORY("site", "category"),
        PAGE_FOR_PAPERS("site"),
        ELSE_FOR_PAPERS("site"),
        PAGE_FOR_ANSWER("site"),
        NOTHING_FOR_ANSWER("site"),
        ELSE_FOR_ANSWER("site", "what"),
        OTHER_PAPER("site"),
        UNREADABLE("site", "why"),
        NOT_UNDERSTOOD("site", "reason"),
        COMMENT("id"),
        NO_PAGE(),
        BAD_HOST("host"),
        UNTITLED("address"),
        PDF("address"),
        OTHER_FILE("address"),
        NO_FEED("address"),
        NOTHING_THERE("address"),
        BAD_FEED("address", "why");

        private final List<String> gaps;
        private final Pattern english;

        Clause(String... gaps) {
            this.gaps = List.of(gaps);
            this.english = Language.speaking(Language.ENGLISH, this::pattern);
        }

        private Pattern pattern() {
            String sentence = said(gaps.stream().map(Clause::mark).toList());
            String pattern = Pattern.quote(sentence);
            for (String gap : gaps) {
                pattern = pattern.replace(mark(gap), "\\E(.+?)\\Q");
            }
            return Pattern.compile(pattern, Pattern.DOTALL);
        }

        /** No source writes such a sign. */
        private static String mark(String gap) {
            return '\uE000' + gap + '\uE001';
        }

        private String said(List<String> values) {
            List<Object> named = new ArrayList<>();
            for (int at = 0; at < values.size(); at++) {
                named.add(gaps.get(at));
                named.add(values.get(at));
            }
            return TEXTS.say("trouble." + name().toLowerCase(Locale.ROOT).replace('_', '-'), named.toArray());
        }

        Optional<String> reading(String clause) {
            Matcher matcher = english.matcher(clause);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>();
            for (int at = 0; at < gaps.size(); at++) {
                String value = String.valueOf(matcher.group(at + 1));
                values.add(gaps.get(at).equals(A_CLAUSE) ? TroubleText.said(value) : value);
            }
            return Optional.of(said(values));
        }
    }

    private TroubleText() {}

    /**
     * The same clause in the language that is spoken now.
     *
     * @param clause as a {@link SourceTrouble} or a {@link Listed} has it; what is none of theirs stays as it is
     */
    public static String said(String clause) {
        return Language.spoken() == Language.ENGLISH
                ? clause
                : Arrays.stream(Clause.values())
                        .flatMap(known -> known.reading(clause).stream())
                        .findFirst()
                        .orElse(clause);
    }
}
