package dev.lectern.paper.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.Seeded;
import dev.lectern.paper.RandomText;
import dev.lectern.paper.search.PaperSearch.WrongQuery;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {

    @Test
    void for_sites_without_filters_its_words_and_names_are_left() {
        assertThat(PaperSearch.words("agents \"that forget\" author:hinton org:big_lab since:2026-03 read:no"))
                .isEqualTo("agents that forget hinton big lab");
        assertThat(PaperSearch.words("since:2026")).isEmpty();
        assertThatThrownBy(() -> PaperSearch.words("read:maybe")).hasMessageContaining("neither yes nor no");
    }

    @Test
    void filters_and_phrases_are_told_from_words() {
        SearchQuery query = SearchQuery.parse(
                "agents author:lecun \"long memory\" org:\"Meta AI\" that since:2026-03 forget read:no");
        assertThat(query.text()).isEqualTo("agents long memory that forget");
        assertThat(query.phrases()).containsExactly("long memory");
        assertThat(query.authors()).containsExactly("lecun");
        assertThat(query.organizations()).containsExactly("Meta AI");
        assertThat(query.since()).contains(LocalDate.of(2026, 3, 1));
        assertThat(query.read()).contains(false);
    }

    @ParameterizedTest
    @CsvSource({"2026,2026-01-01", "2026-3,2026-03-01", "2026-03-30,2026-03-30", "2024-02-29,2024-02-29"})
    void a_day_may_be_a_month_or_a_year(String written, LocalDate day) {
        assertThat(SearchQuery.parse("since:" + written).since()).contains(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "since:soon",
                "since:2026-13",
                "since:2026-02-30",
                "since:26",
                "since:",
                "read:perhaps",
                "read:",
                "author:",
                "agents author: lecun",
                "org:\"\"",
                "",
                "  \t",
                "\"\u00A0\""
            })
    void what_cannot_be_understood_is_refused_in_one_sentence(String query) {
        assertThatThrownBy(() -> SearchQuery.parse(query))
                .isInstanceOf(WrongQuery.class)
                .message()
                .matches("[A-Z'].{10,120}\\.")
                .doesNotContain("\n");
    }

    @Test
    void a_refusal_names_the_value_and_the_way_out() {
        assertThatThrownBy(() -> SearchQuery.parse("memory since:yesterday"))
                .hasMessage("'yesterday' is no day: write since:2026, since:2026-03 or since:2026-03-30.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Read: A Study of Reading", "InCoder-32B: Code Foundation Model", "coauthor:ship", "A 5\" Screen"
            })
    void a_title_with_a_colon_or_a_lone_quotation_mark_is_words(String title) {
        SearchQuery query = SearchQuery.parse(title);
        assertThat(query.text()).isEqualTo(title);
        assertThat(query.hasFilters()).isFalse();
    }

    @Test
    void typographic_quotation_marks_are_quotation_marks_and_a_lone_one_is_none() {
        assertThat(SearchQuery.parse("“chain of thought” now").phrases()).containsExactly("chain of thought");
        assertThat(SearchQuery.parse("a 5\" screen").phrases()).isEmpty();
        assertThat(SearchQuery.parse("AUTHOR:Lee since:2025").authors()).containsExactly("Lee");
    }

    @Test
    void an_underscore_stands_for_a_space_in_a_name() {
        assertThat(SearchQuery.parse("author:yann_lecun").authors()).containsExactly("yann lecun");
    }

    @Test
    void any_text_is_understood_or_refused() {
        List<String> filters = List.of("author:", "org:", "since:", "read:", "since:2026-", "\"", "“", "author:\"");
        Seeded.times(2000, random -> {
            String text = RandomText.of(random, random.nextInt(8))
                    + filters.get(random.nextInt(filters.size()))
                    + RandomText.of(random, random.nextInt(4));
            try {
                SearchQuery query = SearchQuery.parse(text);
                assertThat(query.hasFilters() || !query.text().isEmpty()).isTrue();
            } catch (WrongQuery refused) {
                assertThat(refused.getMessage()).endsWith(".");
            }
        });
    }
}
