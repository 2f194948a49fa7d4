package dev.lectern.group;

import dev.lectern.paper.PaperList;
import dev.lectern.text.NearestWord;
import dev.lectern.text.Texts;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which lists of papers a group follows besides Daily Papers: arXiv categories, addresses of feeds, and people who
 * bring papers to Daily Papers.
 */
final class FollowText {
    private static final Texts TEXTS = Texts.of(FollowText.class);
    private static final Pattern CATEGORY = Pattern.compile("([a-z]+(?:-[a-z]+)?)(?:\\.([a-z-]{2,12}))?");
    /** As long as Hugging Face lets it be. */
    private static final Pattern SUBMITTER = Pattern.compile("(?i:hf)/([A-Za-z0-9][A-Za-z0-9._-]{0,95})");

    private static final String SUBMITTERS = "hf/";
    private static final int LONGEST_ADDRESS = 500;

    /** arXiv's archives, with the sections that are written with capitals in each: arxiv.org/category_taxonomy. */
    private static final Set<String> WITH_CAPITALS =
            Set.of("astro-ph", "cs", "econ", "eess", "math", "nlin", "q-bio", "q-fin", "stat");

    private static final Set<String> IN_LOWER_CASE = Set.of(
            "cond-mat",
            "gr-qc",
            "hep-ex",
            "hep-lat",
            "hep-ph",
            "hep-th",
            "math-ph",
            "nucl-ex",
            "nucl-th",
            "physics",
            "quant-ph");

    private FollowText() {}

    /** Separated by commas, spaces or lines. */
    static Read<List<PaperList>> follows(String text) {
        List<PaperList> follows = new ArrayList<>();
        for (String typed : text.strip().split("[,\\s]+")) {
            if (typed.isEmpty()) {
                continue;
            }
            Read<PaperList> list = list(typed);
            if (list instanceof Read.Not<PaperList> not) {
                return Read.not(not.problem());
            }
            follows.add(((Read.Got<PaperList>) list).value());
        }
        List<PaperList> distinct = follows.stream().distinct().toList();
        return distinct.size() > Settings.MOST_FOLLOWS
                ? Read.not(TEXTS.say("follow.too-many", "lists", distinct.size(), "most", Settings.MOST_FOLLOWS))
                : Read.got(distinct);
    }

    private static Read<PaperList> list(String typed) {
        Matcher submitter = SUBMITTER.matcher(typed);
        if (submitter.matches()) {
            return Read.got(PaperList.submitter(submitter.group(1)));
        }
        if (typed.regionMatches(true, 0, SUBMITTERS, 0, SUBMITTERS.length())) {
            return Read.not(TEXTS.say("follow.nobody", "typed", FormText.quoted(typed)));
        }
        return typed.contains("/") || typed.contains(":") ? feed(typed) : category(typed);
    }

    private static Read<PaperList> feed(String typed) {
        if (typed.length() > LONGEST_ADDRESS) {
            return Read.not(
                    TEXTS.say("follow.address-too-long", "typed", FormText.quoted(typed), "most", LONGEST_ADDRESS));
        }
        return isHttp(typed)
                ? Read.got(PaperList.feed(typed))
                : Read.not(TEXTS.say("follow.no-address", "typed", FormText.quoted(typed)));
    }

    private static boolean isHttp(String typed) {
        try {
            URI uri = new URI(typed);
            return Optional.ofNullable(uri.getScheme())
                            .filter(scheme -> scheme.matches("(?i)https?"))
                            .isPresent()
                    && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Read<PaperList> category(String typed) {
        Matcher category = CATEGORY.matcher(typed.toLowerCase(Locale.ROOT));
        if (!category.matches()) {
            return Read.not(TEXTS.say("follow.neither", "typed", FormText.quoted(typed)));
        }
        String archive = category.group(1);
        Optional<String> section = Optional.ofNullable(category.group(2));
        if (WITH_CAPITALS.contains(archive)) {
            return Read.got(PaperList.arxiv(archive
                    + section.map(name -> "." + name.toUpperCase(Locale.ROOT)).orElse("")));
        }
        if (IN_LOWER_CASE.contains(archive)) {
            return Read.got(
                    PaperList.arxiv(archive + section.map(name -> "." + name).orElse("")));
        }
        List<String> archives = Stream.of(WITH_CAPITALS, IN_LOWER_CASE)
                .flatMap(Collection::stream)
                .sorted()
                .toList();
        return Read.not(NearestWord.to(archive, archives)
                .map(near -> near
                        + section.map(name -> "." + name.toUpperCase(Locale.ROOT))
                                .orElse(""))
                .map(near -> TEXTS.say("follow.no-category.near", "typed", FormText.quoted(typed), "near", near))
                .orElseGet(() -> TEXTS.say("follow.no-category", "typed", FormText.quoted(typed))));
    }

    /** As {@link #follows} reads it. */
    static String write(Collection<PaperList> follows) {
        return follows.stream()
                .map(list -> (list.isSubmitter() ? SUBMITTERS : "") + list.name())
                .collect(Collectors.joining(", "));
    }

    static boolean fits(PaperList list) {
        return list.isArxiv() || list.isFeed() || list.isSubmitter();
    }
}
