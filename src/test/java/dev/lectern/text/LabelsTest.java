package dev.lectern.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import dev.lectern.slack.block.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What Slack gives little room to is whole in every language: a title that is cut in its middle helps nobody. */
class LabelsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final String SAID = "\\s*TEXTS\\s*\\.say\\(\\s*\"([a-z0-9.-]*[a-z0-9])\"";
    private static final String NAME = "Maximiliane Hohenstein";

    /** What is said where there is little room, by the code before it. */
    enum Place {
        TITLE("(?:Modal\\.of\\(\\s*[\\w.()]+,|\\bmodal\\(|\\btitle\\(\\) \\{\\s*return)", Limits.MODAL_TITLE, 25),
        SUBMIT("(?:\\.submit\\(|\\bsubmit\\(\\) \\{\\s*return)", Limits.MODAL_TITLE, 15),
        CLOSE("\\.close\\(", Limits.MODAL_TITLE, 15),
        BUTTON("\\b(?:button|Blocks\\.button)\\(", Limits.BUTTON_TEXT, 60),
        OPTION("\\boption\\(", Limits.OPTION_TEXT, 10);

        private final Pattern said;
        private final int room;
        private final int fewest;

        Place(String before, int room, int fewest) {
            this.said = Pattern.compile(before + SAID);
            this.room = room;
            this.fewest = fewest;
        }

        /** The keys, each behind the folder of its bundle and a colon. */
        private Set<String> keys() throws IOException {
            try (Stream<Path> files = Files.walk(SOURCES)) {
                return files.filter(file -> file.toString().endsWith(".java"))
                        .flatMap(this::keys)
                        .collect(Collectors.toCollection(TreeSet::new));
            }
        }

        private Stream<String> keys(Path file) {
            return said.matcher(read(file))
                    .results()
                    .map((MatchResult found) -> SOURCES.relativize(file.getParent()) + ":" + found.group(1));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String said(String folderAndKey, Language language) {
        String[] parts = folderAndKey.split(":");
        assertThat(RESOURCES.resolve(parts[0]).resolve("texts.properties")).exists();
        Map<String, String> bundle = BundlesTest.bundle(Path.of(parts[0]), language);
        assertThat(bundle).containsKey(parts[1]);
        String sentence = bundle.getOrDefault(parts[1], "");
        return new MessageFormat(sentence, language.locale()).format(filled(sentence));
    }

    /** With a long name, or a large number, in each gap. */
    private static Map<String, Object> filled(String sentence) {
        MessagePattern pattern = new MessagePattern(sentence);
        Map<String, Object> values = new HashMap<>();
        for (int at = 0; at + 1 < pattern.countParts(); at++) {
            Part part = pattern.getPart(at);
            if (part.getType() == Part.Type.ARG_START) {
                boolean text = part.getArgType() == ArgType.NONE || part.getArgType() == ArgType.SELECT;
                values.put(pattern.getSubstring(pattern.getPart(at + 1)), text ? NAME : 1234);
            }
        }
        return values;
    }

    @ParameterizedTest
    @EnumSource
    void it_is_whole_in_every_language(Place place) throws IOException {
        Set<String> keys = place.keys();
        assertThat(keys).as("found in the sources").hasSizeGreaterThanOrEqualTo(place.fewest);
        for (Language language : Language.values()) {
            assertThat(keys)
                    .allSatisfy(key -> assertThat(said(key, language))
                            .as("%s in %s", key, language)
                            .hasSizeLessThanOrEqualTo(place.room));
        }
    }
}
