package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.lectern.paper.ArxivId;
import dev.lectern.paper.Doi;
import dev.lectern.paper.Draft;
import dev.lectern.paper.Names;
import dev.lectern.paper.OpenReviewId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BibTexFileTest {
    private static final String LAB = """
            % Encoding: UTF-8
            These are ours; write to ada@example.org for more.

            @string{nips = "Advances in Neural Information Processing Systems"}
            @comment{jabref-meta: databaseType:bibtex; {nested}}

            @inproceedings{vaswani2017attention,
              title     = {Attention Is {All} You Need},
              author    = {Vaswani, Ashish and Shazeer, Noam and Parmar, Niki and others},
              booktitle = nips # { 30},
              year      = 2017, month = dec,
              eprint    = {1706.03762}, archivePrefix = {arXiv}, primaryClass = {cs.CL},
              keywords  = {attention; translation, sequence models},
            }

            @article{devlin2018bert,
              title={BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding},
              author={Devlin, Jacob and Chang, Ming-Wei},
              journal={arXiv preprint arXiv:1810.04805},
              year={2018}
            }

            @InProceedings{kdd:19/optuna,
              title = "Optuna: A Next-generation Hyperparameter Optimization Framework",
              author = "Takuya Akiba and {Preferred Networks, Inc.}",
              doi = {https://doi.org/10.1145/3292500.3330701},
              date = {2019-07-25},
              abstract = {We wrote this sentence ourselves, 100\\% of it.}
            }

            @misc(Kingma,
              title = {Auto-Encoding Variational {B}ayes},
              author = {Kingma, Diederik P. and Welling, Max},
              howpublished = {\\url{https://openreview.net/forum?id=33X9fd2-9FyZd}},
              year = 2014, month = apr # "~14"
            )

            @online{post, title = {A Post}, url = {https://example.org/posts/7?utm_source=x}, year = 2024}
            """;

    private static Reading read(String text) {
        return PaperFiles.read(text.getBytes(StandardCharsets.UTF_8), Optional.empty());
    }

    private static Draft only(String entry) {
        Reading reading = read(entry);
        assertThat(reading.skipped()).isEmpty();
        assertThat(reading.papers()).hasSize(1);
        return reading.papers().get(0);
    }

    @Test
    void a_labs_file_is_read_whole() {
        Reading reading = read(LAB);
        assertThat(reading.format()).contains(Format.BIBTEX);
        assertThat(reading.isClean()).isTrue();
        assertThat(reading.papers())
                .extracting(Draft::title)
                .containsExactly(
                        "Attention Is All You Need",
                        "BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding",
                        "Optuna: A Next-generation Hyperparameter Optimization Framework",
                        "Auto-Encoding Variational Bayes",
                        "A Post");
        assertThat(reading.papers())
                .extracting(Draft::names)
                .containsExactly(
                        Names.NONE.withArxiv(new ArxivId("1706.03762")),
                        Names.NONE.withArxiv(new ArxivId("1810.04805")),
                        Names.NONE.withDoi(new Doi("10.1145/3292500.3330701")),
                        Names.NONE.withOpenReview(new OpenReviewId("33X9fd2-9FyZd")),
                        Names.NONE.withPage("https://example.org/posts/7"));
        Draft attention = reading.papers().get(0);
        assertThat(attention.authors().names()).containsExactly("Ashish Vaswani", "Noam Shazeer", "Niki Parmar");
        assertThat(attention.keywords()).containsExactly("attention", "translation", "sequence models");
        Draft optuna = reading.papers().get(2);
        assertThat(optuna.authors().names()).containsExactly("Takuya Akiba", "Preferred Networks, Inc.");
        assertThat(optuna.abstractText()).isEqualTo("We wrote this sentence ourselves, 100% of it.");
    }

    @Test
    void only_a_whole_date_is_a_day() {
        assertThat(read(LAB).papers())
                .extracting(Draft::published)
                .containsExactly(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LocalDate.of(2019, 7, 25)),
                        Optional.of(LocalDate.of(2014, 4, 14)),
                        Optional.empty());
        assertThat(only("@misc{k, title={T}, year=2020, month={3}, day={5}}").published())
                .contains(LocalDate.of(2020, 3, 5));
        assertThat(only("@misc{k, title={T}, year=2020, month={February}, day={30}}")
                        .published())
                .isEmpty();
        assertThat(only("@misc{k, title={T}, year=2020, month={Nevember}, day={3}}")
                        .published())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eprint = {2401.12345v2}                                      | 2401.12345",
                "eprint = {cs/9901001}, archiveprefix = {arXiv}               | cs/9901001",
                "url = {http://arxiv.org/abs/2401.12345}                      | 2401.12345",
                "doi = {10.48550/arXiv.2401.12345}                            | 2401.12345",
                "journal = {CoRR}, volume = {abs/2401.12345}                  | 2401.12345",
                "note = {arXiv:2401.12345 [cs]}                               | 2401.12345"
            })
    void the_arxiv_id_is_found_wherever_people_put_it(String fields, String id) {
        assertThat(only("@misc{k, title={T}, " + fields + "}").names())
                .isEqualTo(Names.NONE.withArxiv(new ArxivId(id)));
    }

    @Test
    void another_archives_eprint_is_no_arxiv_id() {
        assertThat(only("@misc{k, title={T}, eprint={2401.12345}, eprinttype={hdl}}")
                        .names())
                .isEqualTo(Names.NONE);
    }

    @Test
    void a_doi_is_read_through_its_escapes() {
        assertThat(only("@misc{k, title={T}, doi={10.1007/978-3-030-01234-2\\_1}}")
                        .names()
                        .doi())
                .contains(new Doi("10.1007/978-3-030-01234-2_1"));
    }

    @Test
    void a_front_page_names_no_paper() {
        assertThat(only("@misc{k, title={T}, url={https://example.org/}}").names())
                .isEqualTo(Names.NONE);
    }

    @Test
    void a_broken_entry_is_skipped_with_its_place_and_the_rest_is_kept() {
        Reading reading = read("""
                @article{first, title={First}}
                @article{comma, title={Comma} year={2020}}
                @article{untitled, year={2020}}
                @article{endless, title={Endless, year={2020}
                @article{last, title={Last}}
                @article{cut, title={Cut""");
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("First", "Last");
        assertThat(reading.skipped())
                .containsExactly(
                        new Skipped(2, "line 2, comma: something is missing before \"year\" in line 2"),
                        new Skipped(3, "line 3, untitled: it has no title"),
                        new Skipped(4, "line 4, endless: no closing brace ends it"),
                        new Skipped(6, "line 6, cut: the file ends inside it"));
    }

    @Test
    void odd_keys_quotes_and_unknown_abbreviations_do_no_harm() {
        assertThat(only("@article{Größe 1 (b), title={A}}").title()).isEqualTo("A");
        assertThat(only("@article{title={A}}").title()).isEqualTo("A");
        assertThat(only("@article{, title={A}}").title()).isEqualTo("A");
        assertThat(only("@article{k, title = \"A {\"}quoted{\"} one\"}").title())
                .isEqualTo("A \"quoted\" one");
        assertThat(only("@article{k, TITLE = {A}, journal = nobodysaid}").title())
                .isEqualTo("A");
        assertThat(only("@string{t = \"Ours\"}\n@article{k, title = t # \" and \" # t}")
                        .title())
                .isEqualTo("Ours and Ours");
        assertThat(only("@string{broken = }\n@article{k, title = {A}}").title()).isEqualTo("A");
        assertThat(only("@article{k, title={AT&amp;T}}").title()).isEqualTo("AT&T");
    }

    @Test
    void a_file_of_comments_has_no_entries() {
        Reading reading = read("@comment{nothing here}\n@preamble{\"\\newcommand\"}");
        assertThat(reading.format()).contains(Format.BIBTEX);
        assertThat(reading.problem()).contains("the file has no entries");
    }

    @Test
    void an_old_encoding_is_understood() {
        String text = "@article{k, title={Über Größen}, author={Müller, Jürgen}, year={1998}, volume={12},\n"
                + "journal={Some Journal of Things in General}, number={3}}";
        byte[] old = text.getBytes(Charset.forName("windows-1252"));
        Reading reading = PaperFiles.read(old, Optional.empty());
        assertThat(reading.papers()).extracting(Draft::title).containsExactly("Über Größen");
    }

    @Test
    void a_large_file_of_other_text_takes_no_longer_than_reading_it() {
        String[] shapes = {"@a{", "@", "@string{", "@article{k,\n", "{\n@x ", "}", "@   ", "some words\n"};
        for (String shape : shapes) {
            String text = "@article{k, title={A}}\n" + shape.repeat(1_000_000 / shape.length());
            assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> assertThat(read(text).papers()).as(shape).isNotEmpty());
        }
    }

    @Test
    void mutations_never_break_the_reader() {
        byte[] lab = LAB.getBytes(StandardCharsets.UTF_8);
        Random random = new Random(23);
        for (int round = 0; round < 200; round++) {
            byte[] mutated = lab.clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                int at = random.nextInt(mutated.length);
                switch (random.nextInt(3)) {
                    case 0 -> mutated[at] = (byte) "{}@\\\",=#()\n".charAt(random.nextInt(11));
                    case 1 -> mutated[at] = (byte) random.nextInt(256);
                    default -> mutated = Arrays.copyOf(mutated, Math.max(1, at));
                }
            }
            Reading reading = PaperFiles.read(mutated, Optional.empty());
            assertThat(reading.rows() > 0 || reading.problem().isPresent()).isTrue();
        }
    }
}
