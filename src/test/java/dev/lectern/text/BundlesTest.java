package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.text.PluralRules.PluralType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence is there in every language, with the same gaps, and is said somewhere. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SAYS = Pattern.compile("\\b(?:TEXTS|texts)\\s*\\.say\\(");
    private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

    /** Packages that have sentences, as folders. */
    static List<Path> packages() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            List<Path> found = files.filter(file -> file.endsWith("texts.properties"))
                    .map(file -> RESOURCES.relativize(file.getParent()))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    static Map<String, String> bundle(Path folder, Language language) {
        String name = language == Language.ENGLISH ? "texts.properties" : "texts_" + language.tag() + ".properties";
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(folder).resolve(name))) {
            read.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, read::getProperty, (one, other) -> one, TreeMap::new));
    }

    /** Also those that stand only in a branch of another. */
    private static Set<String> gaps(String sentence) {
        MessagePattern pattern = new MessagePattern(sentence);
        return IntStream.range(0, pattern.countParts())
                .mapToObj(pattern::getPart)
                .filter(part -> part.getType() == Part.Type.ARG_NAME)
                .map(pattern::getSubstring)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a sentence tells apart, such as {@code papers one}, {@code papers =0} or {@code mine yes}. */
    private static Set<String> branches(String sentence) {
        MessagePattern pattern = new MessagePattern(sentence);
        Deque<String> chosen = new ArrayDeque<>();
        Set<String> branches = new TreeSet<>();
        for (int at = 0; at < pattern.countParts(); at++) {
            Part part = pattern.getPart(at);
            if (part.getType() == Part.Type.ARG_START) {
                chosen.push(pattern.getSubstring(pattern.getPart(at + 1)));
            } else if (part.getType() == Part.Type.ARG_LIMIT) {
                chosen.pop();
            } else if (part.getType() == Part.Type.ARG_SELECTOR) {
                branches.add(chosen.getFirst() + " " + pattern.getSubstring(part));
            }
        }
        return branches;
    }

    private static boolean isPlural(Language language, String branch) {
        String keyword = branch.substring(branch.indexOf(' ') + 1);
        return Stream.of(PluralType.CARDINAL, PluralType.ORDINAL)
                .flatMap(type -> PluralRules.forLocale(language.locale(), type).getKeywords().stream())
                .anyMatch(keyword::equals);
    }

    /** A number that is told apart only so that a language can say it with a word. */
    private static boolean isWord(String branch) {
        return branch.matches(".* =[12]");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void each_sentence_is_there_in_each_language_with_the_same_gaps(Path folder) {
        Map<String, String> english = bundle(folder, Language.ENGLISH);
        for (Language language : Language.values()) {
            Map<String, String> other = bundle(folder, language);
            assertThat(other.keySet()).as("%s in %s", folder, language).isEqualTo(english.keySet());
            other.forEach((key, sentence) -> {
                assertThat(sentence).as("%s of %s in %s", key, folder, language).isNotBlank();
                assertThat(gaps(sentence))
                        .as("gaps of %s of %s in %s", key, folder, language)
                        .isEqualTo(gaps(english.getOrDefault(key, "")));
            });
        }
    }

    /** A branch that is not there says the other one without a word: for no votes, for yes, for one. */
    @ParameterizedTest
    @MethodSource("packages")
    void each_sentence_tells_the_same_apart_in_each_language_and_one_from_many_where_it_does(Path folder) {
        Map<String, String> english = bundle(folder, Language.ENGLISH);
        for (Language language : Language.values()) {
            bundle(folder, language).forEach((key, sentence) -> {
                String same = english.getOrDefault(key, "");
                assertThat(branches(sentence).stream()
                                .filter(each -> !isWord(each) && !isPlural(Language.ENGLISH, each)))
                        .as("%s of %s in %s", key, folder, language)
                        .containsExactlyInAnyOrderElementsOf(branches(same).stream()
                                .filter(each -> !isWord(each) && !isPlural(Language.ENGLISH, each))
                                .toList());
            });
        }
    }

    /** Where both have a plural; what Japanese counts has one form. */
    @ParameterizedTest
    @MethodSource("packages")
    void german_tells_one_from_many_where_english_does_and_japanese_nowhere(Path folder) {
        Map<String, String> german = bundle(folder, Language.GERMAN);
        bundle(folder, Language.ENGLISH).forEach((key, sentence) -> {
            Set<String> branches = branches(sentence);
            Set<String> others = branches(german.getOrDefault(key, ""));
            assertThat(ones(branches, others)).as("%s of %s", key, folder).isEqualTo(ones(others, branches));
        });
        assertThat(bundle(folder, Language.JAPANESE).values())
                .noneMatch(sentence -> branches(sentence).stream().anyMatch(each -> each.endsWith(" one")));
    }

    private static Set<String> ones(Set<String> branches, Set<String> others) {
        return branches.stream()
                .filter(each -> each.endsWith(" one"))
                .filter(each -> others.contains(each.replaceFirst("one$", "other")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void gaps_and_branches_are_seen_however_deep() {
        String sentence = "{a}{b, plural, =0 {} one {{c} #} other {{d, select, yes {{e}} other {}}}}";
        assertThat(gaps(sentence)).containsExactly("a", "b", "c", "d", "e");
        assertThat(branches(sentence)).containsExactly("b =0", "b one", "b other", "d other", "d yes");
    }

    @ParameterizedTest
    @MethodSource("packages")
    void a_key_stands_in_a_bundle_once(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".properties"))
                    .toList()) {
                List<String> keys = Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[A-Za-z][A-Za-z0-9._-]*=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
                assertThat(keys).as(file.toString()).doesNotHaveDuplicates();
            }
        }
    }

    /**
     * What is said in the sources: a key as a literal, or one that begins with a literal that ends with a dot, and the names
     * of its gaps as literals.
     */
    @ParameterizedTest
    @MethodSource("packages")
    void what_is_said_is_in_the_bundle_with_its_gaps_and_nothing_else_is(Path folder) throws IOException {
        Map<String, String> english = bundle(folder, Language.ENGLISH);
        Set<String> said = new LinkedHashSet<>();
        for (List<String> call : calls(folder)) {
            Matcher key = LITERAL.matcher(call.get(0));
            assertThat(key.find())
                    .as("a key is a literal in %s: %s", folder, call)
                    .isTrue();
            if (key.group(1).endsWith(".")) {
                english.keySet().stream()
                        .filter(each -> each.startsWith(key.group(1)))
                        .forEach(said::add);
            } else {
                do {
                    String each = key.group(1);
                    assertThat(english).as("what %s says", folder).containsKey(each);
                    said.add(each);
                    assertThat(names(call))
                            .as("gaps of %s of %s", each, folder)
                            .isEqualTo(gaps(english.getOrDefault(each, "")));
                } while (key.find());
            }
        }
        assertThat(english.keySet()).as("nobody says, in %s", folder).isEqualTo(new TreeSet<>(said));
    }

    private static Set<String> names(List<String> call) {
        Set<String> names = new TreeSet<>();
        for (int at = 1; at < call.size(); at += 2) {
            Matcher name = LITERAL.matcher(call.get(at));
            assertThat(name.matches()).as("a gap's name is a literal: %s", call).isTrue();
            names.add(name.group(1));
        }
        return names;
    }

    /** The arguments of each saying in the package's sources. */
    private static List<List<String>> calls(Path folder) throws IOException {
        List<List<String>> calls = new ArrayList<>();
        try (Stream<Path> files = Files.list(SOURCES.resolve(folder))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                Matcher says = SAYS.matcher(source);
                while (says.find()) {
                    calls.add(arguments(source, says.end()));
                }
            }
        }
        // The patterns of Dates are named where they are used.
        Pattern written = Pattern.compile("written\\((\"[a-z.]+\"), ");
        if (folder.endsWith("text")) {
            Matcher dates =
                    written.matcher(Files.readString(SOURCES.resolve(folder).resolve("Dates.java")));
            calls.clear();
            while (dates.find()) {
                calls.add(List.of(dates.group(1)));
            }
        }
        return calls;
    }

    private static List<String> arguments(String source, int from) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int at = from; at < source.length(); at++) {
            char sign = source.charAt(at);
            if (quoted) {
                argument.append(sign);
                if (sign == '\\') {
                    argument.append(source.charAt(++at));
                } else if (sign == '"') {
                    quoted = false;
                }
                continue;
            }
            if (sign == '"') {
                quoted = true;
            } else if (sign == '(' || sign == '{') {
                depth++;
            } else if (sign == '}' || (sign == ')' && depth > 0)) {
                depth--;
            } else if (sign == ')') {
                arguments.add(argument.toString().strip());
                return arguments;
            } else if (sign == ',' && depth == 0) {
                arguments.add(argument.toString().strip());
                argument.setLength(0);
                continue;
            }
            argument.append(sign);
        }
        throw new IllegalStateException("a call without an end: " + Arrays.toString(arguments.toArray()));
    }
}
