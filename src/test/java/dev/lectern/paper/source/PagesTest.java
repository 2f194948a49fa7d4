package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.paper.Draft;
import dev.lectern.paper.RandomText;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final String HEAD =
            "new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nDaily Papers\n\nbyAK and the research community\n\nDec 8\n\n";
    private static final String ABSTRACT =
            "An abstract of some length. ".repeat(12).strip();
    private static final String TIGHT_HEAD =
            "Get trending papers in your email inbox once a day!\nGet trending papers in your email inbox!\nSubscribe";

    @Test
    void the_spaced_layout_is_read() {
        Reading reading = read(HEAD
                + spaced("First", "  • 7 authors\n·\nJul 10")
                + spaced("Second", "NexaAI Nexa AI\n·\nDec 2 2")
                + spaced("Third", "  • 1 authors\n·\nJun 10, 2024 5"));
        assertThat(reading.format()).contains(Format.PAGE_SPACED);
        assertThat(reading.isClean()).isTrue();
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Second", "Third");
        assertThat(reading.papers()).allMatch(paper -> paper.abstractText().equals(ABSTRACT));
        assertThat(reading.papers())
                .extracting(paper -> paper.authors().byline())
                .containsExactly("7 authors", "Nexa AI", "1 author");
        assertThat(reading.papers())
                .extracting(paper -> paper.echo().comments())
                .containsExactly(0, 2, 5);
        assertThat(reading.papers())
                .extracting(Draft::published)
                .containsExactly(day(2025, 7, 10), day(2025, 12, 2), day(2024, 6, 10));
        assertThat(reading.papers()).allMatch(paper -> paper.listings().isEmpty());
    }

    @Test
    void a_date_without_a_year_takes_the_callers_year_and_stays_unknown_without_any() {
        String page = HEAD + spaced("First", "  • 7 authors\n·\nJul 10");
        assertThat(read(page).papers().get(0).published()).isEmpty();
        assertThat(PaperFiles.read(bytes(page), Optional.of(Year.of(2023)))
                        .papers()
                        .get(0)
                        .published())
                .isEqualTo(day(2023, 7, 10));
        String leap = HEAD + spaced("First", "  • 7 authors\n·\nFeb 29");
        assertThat(PaperFiles.read(bytes(leap), Optional.of(Year.of(2023)))
                        .papers()
                        .get(0)
                        .published())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "  • 7 authors\n·\nJul 10, 2024",
                "• 7 authors · Jul 10, 2024",
                "  • 7 authors\n\n·\n\nJul 10, 2024",
                "7 authors\n·\nJuly 10, 2024",
                "\u00A0\u00A0• 7 authors\n·\u00A0\nJul 10, 2024\u00A00",
            })
    void the_lines_below_an_abstract_may_be_set_in_other_ways(String meta) {
        Reading reading = read(HEAD + spaced("First", meta) + spaced("Second", ""));
        assertThat(reading.isClean()).isTrue();
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Second");
        assertThat(reading.papers().get(0).authors().count()).isEqualTo(7);
        assertThat(reading.papers().get(0).published()).isEqualTo(day(2024, 7, 10));
        assertThat(reading.papers().get(1).published()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lab-1 Some Lab\n·\nJul 10, 2024",
                "Lab-1 Some Lab\n\n·\nJul 10, 2024",
                "Lab-1 Some Lab · Jul 10, 2024"
            })
    void an_organization_may_stand_in_the_authors_place(String meta) {
        Reading reading = read(HEAD + spaced("First", meta) + spaced("Second", ""));
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Second");
        assertThat(reading.papers().get(0).authors().organization()).contains("Some Lab");
    }

    @Test
    void the_author_line_may_be_missing_before_the_dot() {
        Reading reading =
                read(HEAD + spaced("First", "·\nJul 10, 2024 3") + spaced("Second", "  • 2 authors\n·\nJul 9, 2024"));
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Second");
        assertThat(reading.papers().get(0).echo().comments()).isEqualTo(3);
    }

    @Test
    void no_blank_line_is_needed_between_abstract_and_authors() {
        String page = HEAD + "First\n" + ABSTRACT + "\n  • 7 authors\n·\nJul 10, 2024\n\nSecond\n\n" + ABSTRACT
                + "\nNexaAI Nexa AI\n·\nJul 9, 2024\n";
        assertThat(read(page).papers()).extracting(Draft::title).containsExactly("First", "Second");
        assertThat(read(page).papers().get(1).authors().organization()).contains("Nexa AI");
        assertThat(read(page).papers()).allMatch(paper -> paper.abstractText().equals(ABSTRACT));
    }

    @Test
    void an_abstract_may_have_paragraphs_and_hand_broken_lines() {
        String broken = ABSTRACT.replaceAll("(.{60}) ", "$1\n");
        Reading reading = read(HEAD + "First\n\n" + broken + "\n\n" + ABSTRACT
                + "\n\n  • 7 authors\n·\nJul 10, 2024\n\n" + spaced("Second", "  • 7 authors\n·\nJul 10, 2024"));
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Second");
        assertThat(reading.papers().get(0).abstractText()).isEqualTo(ABSTRACT + " " + ABSTRACT);
    }

    @Test
    void the_tight_layout_is_read() {
        Reading reading =
                read(TIGHT_HEAD + "First\n" + ABSTRACT + "\nSubscribed Second\nA short abstract.\nThird\n" + ABSTRACT);
        assertThat(reading.format()).contains(Format.PAGE_TIGHT);
        assertThat(reading.isClean()).isTrue();
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Subscribed Second", "Third");
        assertThat(reading.papers().get(1).abstractText()).isEqualTo("A short abstract.");
    }

    @Test
    void a_tight_page_may_have_lost_its_head() {
        String page = ("Some title\n" + ABSTRACT + "\n").repeat(3);
        assertThat(read(page).format()).contains(Format.PAGE_TIGHT);
        assertThat(read(page).papers()).hasSize(3);
    }

    @Test
    void a_page_that_ends_after_a_title_keeps_the_papers_before_and_names_the_last() {
        for (String page : List.of(
                HEAD + spaced("First", "  • 7 authors\n·\nJul 10") + "The last one\n",
                TIGHT_HEAD + "First\n" + ABSTRACT + "\nThe last one")) {
            Reading reading = read(page);
            assertThat(reading.papers()).extracting(Draft::title).containsExactly("First");
            assertThat(reading.skipped())
                    .containsExactly(
                            new Skipped(2, "the page ends after the title \"The last one\", before its abstract"));
        }
    }

    @Test
    void a_title_without_an_abstract_does_not_shift_those_below() {
        Reading tight = read(TIGHT_HEAD + "First\n" + ABSTRACT + "\nLost\nThird\n" + ABSTRACT);
        assertThat(tight.papers()).extracting(Draft::title).containsExactly("First", "Third");
        assertThat(tight.skipped()).containsExactly(new Skipped(2, "the title \"Lost\" has no abstract"));
    }

    @Test
    void windows_files_read_the_same() {
        String page = HEAD + spaced("Größe", "  • 7 authors\n·\nJul 10, 2024");
        Reading plain = read(page);
        for (byte[] bytes : List.of(
                bytes("\uFEFF" + page.replace("\n", "\r\n") + "\r\n\r\n"),
                ("\uFEFF" + page).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + page).getBytes(StandardCharsets.UTF_16BE),
                bytes(page.strip()))) {
            assertThat(PaperFiles.read(bytes, Optional.empty())).isEqualTo(plain);
        }
    }

    @Test
    void what_is_no_page_is_refused() {
        assertThat(read("hello world\n").problem())
                .contains("this is neither a Daily Papers answer (JSON), nor BibTeX, nor a feed, "
                        + "nor the text of a Daily Papers page");
        assertThat(read("# Readme\n\n" + ABSTRACT + "\n\nHow to build\n\nRun it.\n")
                        .papers())
                .isEmpty();
        assertThat(read("").problem()).contains("the file is empty");
        assertThat(read(" \n\n").problem()).contains("the file is empty");
        assertThat(read(HEAD).problem()).contains("the page has no papers");
        assertThat(read("<!DOCTYPE html><html>").problem().orElseThrow()).startsWith("this is HTML");
        assertThat(read("{\0}").problem()).contains("this is no text file");
        byte[] noise = new byte[5000];
        new Random(3).nextBytes(noise);
        noise[7] = 5;
        assertThat(PaperFiles.read(noise, Optional.empty()).problem()).contains("this is no text file");
        assertThat(PaperFiles.read("ÄÖÜ ÄÖÜ".getBytes(Charset.forName("ISO-8859-1")), Optional.empty())
                        .format())
                .isEmpty();
    }

    @Test
    void what_is_written_in_either_layout_is_read_back() {
        long seed = 77;
        System.out.println("PagesTest seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            List<Draft> papers = papers(random);
            Reading spaced = read(HEAD + write(papers, random));
            assertThat(spaced.isClean()).isTrue();
            assertThat(spaced.papers()).isEqualTo(papers);
            StringBuilder tight = new StringBuilder(TIGHT_HEAD);
            papers.forEach(paper -> tight.append(paper.title())
                    .append('\n')
                    .append(paper.abstractText())
                    .append('\n'));
            List<Draft> bare = papers.stream()
                    .map(paper -> Draft.titled(paper.title()).withAbstract(paper.abstractText()))
                    .toList();
            assertThat(read(tight.toString()).papers()).isEqualTo(bare);
        }
    }

    private static List<Draft> papers(Random random) {
        List<Draft> papers = new ArrayList<>();
        // The first prints its year, so that the page's own year is known.
        papers.add(paper(random).withPublished(LocalDate.of(2024, 5, 1)));
        for (int i = 0; i <= random.nextInt(8); i++) {
            Draft paper = paper(random);
            boolean ofPageYear = random.nextBoolean();
            papers.add(paper.withPublished(LocalDate.of(
                    ofPageYear ? 2025 : 2020 + random.nextInt(5), 1 + random.nextInt(12), 1 + random.nextInt(28))));
        }
        return papers;
    }

    private static Draft paper(Random random) {
        Draft paper = Draft.titled("T" + RandomText.plain(random, 1 + random.nextInt(12)))
                .withAbstract(RandomText.plain(random, 130) + ".")
                .withEcho(0, random.nextInt(3) * 4);
        return paper.withAuthors(
                random.nextInt(4) == 0
                        ? new dev.lectern.paper.Authors(List.of(), 0, Optional.of("Lab " + random.nextInt(99)))
                        : new dev.lectern.paper.Authors(List.of(), 1 + random.nextInt(30), Optional.empty()));
    }

    private static String write(List<Draft> papers, Random random) {
        StringBuilder page = new StringBuilder();
        for (Draft paper : papers) {
            LocalDate day = paper.published().orElseThrow();
            String pattern = day.getYear() == 2025 ? "MMM d" : "MMM d, yyyy";
            String who = paper.authors()
                    .organization()
                    .map(name -> "handle-" + random.nextInt(9) + " " + name)
                    .orElseGet(() -> "  • " + paper.authors().count() + " authors");
            page.append(spaced(
                    paper.title(),
                    paper.abstractText(),
                    who + "\n·\n" + day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH))
                            + (paper.echo().comments() == 0
                                    ? ""
                                    : " " + paper.echo().comments())));
        }
        return page.toString();
    }

    @Test
    void no_damage_to_a_page_throws() {
        Random random = new Random(13);
        String page =
                HEAD + spaced("First", "  • 7 authors\n·\nJul 10") + spaced("Second", "NexaAI Nexa AI\n·\nDec 2 2");
        for (int i = 0; i < 3_000; i++) {
            List<String> lines = new ArrayList<>(page.lines().toList());
            for (int change = 0; change <= random.nextInt(6); change++) {
                int at = random.nextInt(lines.size());
                switch (random.nextInt(3)) {
                    case 0 -> lines.remove(at);
                    case 1 -> lines.add(at, lines.get(random.nextInt(lines.size())));
                    default -> lines.set(at, RandomText.of(random, random.nextInt(9)));
                }
            }
            Reading reading = read(String.join("\n", lines));
            assertThat(reading.rows()).isLessThanOrEqualTo(lines.size());
        }
    }

    private static String spaced(String title, String meta) {
        return spaced(title, ABSTRACT, meta);
    }

    private static String spaced(String title, String text, String meta) {
        return title + "\n\n" + text + "\n\n" + (meta.isEmpty() ? "" : meta + "\n\n");
    }

    private static Optional<LocalDate> day(int year, int month, int day) {
        return Optional.of(LocalDate.of(year, month, day));
    }

    private static Reading read(String text) {
        return PaperFiles.read(bytes(text), Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
