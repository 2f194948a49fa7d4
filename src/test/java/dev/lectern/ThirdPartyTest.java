package dev.lectern;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whoever gets the jar is told of every library in it. */
class ThirdPartyTest {
    /** What only tests, their runner and the browser tests use, and is not shipped. */
    private static final Pattern FOR_TESTS = Pattern.compile("junit-.*|surefire-.*|maven-.*|common-java5|assertj-core"
            + "|awaitility|hamcrest|archunit|byte-buddy|opentest4j|apiguardian-api|ical4j|threeten-extra|playwright"
            + "|driver|driver-bundle|Java-WebSocket");

    @Test
    void every_library_on_the_class_path_is_named_with_its_licence() throws IOException {
        assertThat(named()).containsAll(libraries());
    }

    private static Set<String> libraries() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(Pattern.quote(File.pathSeparator)))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(file -> file.endsWith(".jar"))
                .map(file -> file.replaceFirst("-\\d+[-.\\d].*", ""))
                .filter(library -> !FOR_TESTS.matcher(library).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named() throws IOException {
        try (InputStream list = ThirdPartyTest.class.getResourceAsStream("/META-INF/third-party.md")) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("[\\s,;()]+")).collect(Collectors.toSet());
        }
    }
}
