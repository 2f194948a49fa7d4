package dev.lectern.meeting.part;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.Seeded;
import dev.lectern.meeting.part.PartsForm.Field;
import dev.lectern.meeting.part.PartsForm.Invalid;
import dev.lectern.meeting.part.PartsForm.Valid;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsFormTest {
    private static final Part KEEPER = Part.own("Time keeper", "You see that we end on time");

    @Test
    void the_form_of_rules_says_the_same_rules() {
        Seeded.times(200, random -> {
            List<Part> own = random.nextBoolean() ? List.of(KEEPER) : List.of();
            Map<String, Integer> counts = new LinkedHashMap<>();
            new PartRules(Map.of(), 1, 1, own, true, true)
                    .offered().stream()
                            .filter(part -> random.nextBoolean())
                            .forEach(part -> counts.put(part.id(), 1 + random.nextInt(PartRules.MOST_OF_A_PART)));
            int papers = 1 + random.nextInt(PartRules.MOST_PAPERS);
            int presenters = papers > 1 ? 1 : 1 + random.nextInt(2);
            PartRules rules =
                    new PartRules(counts, presenters, papers, own, random.nextBoolean(), random.nextBoolean());
            assertThat(PartsForm.of(rules).parse(own)).isEqualTo(new Valid(rules));
        });
    }

    @Test
    void what_cannot_be_is_said_beside_its_field_with_the_way_out() {
        assertThat(several("Reviwer 2"))
                .isEqualTo("No part that is ticked is called “Reviwer”. Did you mean Reviewer?");
        assertThat(several("Scribe 2")).contains("called “Scribe”: tick it above");
        assertThat(several("Reviewer")).contains("says no number");
        assertThat(several("Reviewer 0")).contains("From 1 to 9 people");
        assertThat(several("reviewer x 2")).isEmpty();
        assertThat(several("Reviewer: 3;")).isEmpty();
        assertThat(problems(new PartsForm(List.of(), "", "2", "3", List.of()))).containsOnlyKeys(Field.PRESENTERS);
        assertThat(problems(new PartsForm(List.of(), "", "", "5", List.of())))
                .containsOnlyKeys(Field.PRESENTERS, Field.PAPERS);
    }

    @Test
    void own_parts_are_read_as_they_are_written() {
        List<Part> own = List.of(KEEPER, Part.own("Devil's advocate", "You say why: it is wrong"));
        assertThat(OwnParts.read(OwnParts.write(own)).parts()).isEqualTo(own);
        assertThat(OwnParts.read("").parts()).isEmpty();
        assertThat(OwnParts.read("  Time keeper :  You see  that we end on time \n\n")
                        .parts())
                .containsExactly(KEEPER);
    }

    @Test
    void an_own_part_that_cannot_be_is_refused_with_one_sentence() {
        assertThat(problem("Keeper")).contains("says no task");
        assertThat(problem(": ring")).contains("has no name");
        assertThat(problem("a".repeat(41) + ": ring")).contains("longer than 40 characters");
        assertThat(problem("Keeper: " + "r".repeat(241))).contains("longer than 240 characters");
        assertThat(problem("scribe: writes")).contains("There is a part “scribe” already");
        assertThat(problem("Keeper: a\nkeeper: b")).contains("There is a part “keeper” already");
        assertThat(problem(String.join(
                        "\n",
                        IntStream.range(0, 11)
                                .mapToObj(n -> "Part " + n + ": does it")
                                .toList())))
                .contains("These are 11 parts");
    }

    @Test
    void new_own_parts_are_used_at_once_and_removed_ones_no_longer() {
        PartRules with = PartRules.NONE.withOwn(List.of(KEEPER));
        assertThat(with.counts()).containsExactly(Map.entry(KEEPER.id(), 1));
        Part changed = Part.own("Time keeper", "You ring after an hour");
        PartRules unused = new PartRules(Map.of(), 1, 1, List.of(KEEPER), true, true);
        assertThat(unused.withOwn(List.of(changed)).counts()).isEmpty();
        assertThat(with.withOwn(List.of()).isChosen()).isFalse();
    }

    @Test
    void with_several_papers_each_but_the_first_has_a_presenter_to_be_found() {
        PartRules three = new PartRules(Map.of("scribe", 1), 1, 3, List.of(), true, true);
        assertThat(three.wanted(2)).extracting(wanted -> wanted.part().id()).containsExactly("presenter-2", "scribe");
        assertThat(three.wanted(3)).hasSize(3);
        assertThat(three.wanted(0)).hasSize(1);
        PartRules halves = new PartRules(Map.of(), 2, 1, List.of(), true, true);
        assertThat(halves.wanted(1)).extracting(wanted -> wanted.part().name()).containsExactly("Second half");
    }

    private static String several(String text) {
        return problems(new PartsForm(List.of("reviewer"), text, "1", "1", List.of()))
                .getOrDefault(Field.SEVERAL, "");
    }

    private static Map<Field, String> problems(PartsForm form) {
        return form.parse(List.of()) instanceof Invalid invalid ? invalid.problems() : Map.of();
    }

    private static String problem(String text) {
        return OwnParts.read(text).problem().orElse("");
    }
}
