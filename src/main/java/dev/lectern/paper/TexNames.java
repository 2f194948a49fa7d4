package dev.lectern.paper;

import java.util.Set;

/** The names of commands, by what becomes of their arguments; every other command shows what it is given. */
final class TexNames {
    /** Those that are commands also without their backslash, where braces follow. */
    static final Set<String> TAKE_TEXT =
            words("text textbf textit textrm textsf texttt textsc textnormal emph underline mbox mathcal "
                    + "mathbb mathbf mathrm mathit mathsf mathtt mathfrak mathscr boldsymbol operatorname sqrt "
                    + "frac href url");

    /** Their argument is prose, also in a formula. */
    static final Set<String> PROSE = words("text textbf textit textrm textsf texttt textsc textnormal emph mbox");

    /** They say how something looks, not what it is. */
    static final Set<String> DROPPED =
            words("bf it em tt sc rm sf sl bfseries itshape ttfamily scshape tiny scriptsize footnotesize "
                    + "small normalsize large Large LARGE displaystyle textstyle limits nolimits noindent "
                    + "centering protect xspace left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl "
                    + "biggr nonumber item par newline boldmath unboldmath looseness hfill maketitle allowbreak");

    /** Nor does their argument say anything without the paper around it. */
    static final Set<String> DROPPED_WITH_ARGUMENT =
            words("cite citep citet citealp citealt citeauthor citeyear citeyearpar autocite parencite "
                    + "textcite nocite ref eqref cref Cref autoref pageref label vspace hspace begin end color "
                    + "thanks phantom includegraphics bibliographystyle");

    /** The first of their arguments says how the second looks. */
    static final Set<String> FIRST_ARGUMENT_DROPPED = words("textcolor colorbox raisebox scalebox");

    /** One argument above the other. */
    static final Set<String> FRACTIONS = words("frac dfrac tfrac cfrac nicefrac sfrac");

    /** White space of some width. */
    static final Set<String> SPACES = words("quad qquad enspace thinspace space");

    private TexNames() {}

    static Set<String> words(String spaced) {
        return Set.of(spaced.split(" "));
    }
}
