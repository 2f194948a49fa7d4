package dev.lectern.slack.block;

import static dev.lectern.slack.block.Blocks.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FittingTest {

    @Test
    void a_long_text_ends_at_a_word() {
        Message message = Message.of("t", header("word ".repeat(40)), card("t").body("R&amp;D ".repeat(40)));

        assertThat(Limits.fit(message).blocks())
                .containsExactly(
                        header("word ".repeat(29) + "word…"), card("t").body("R&amp;D ".repeat(24) + "R&amp;D…"));
    }

    @Test
    void a_modals_title_and_buttons_fit_on_it() {
        Modal modal = Modal.of("c", "Set up the reading group here")
                .submit("Save all of it and go on")
                .close("Leave everything as it was before");

        assertThat(Limits.fit(modal))
                .isEqualTo(Modal.of("c", "Set up the reading…")
                        .submit("Save all of it and go on")
                        .close("Leave everything as it…"));
    }

    @Test
    void a_block_with_too_many_parts_becomes_several() {
        List<Card> cards =
                IntStream.range(0, 12).mapToObj(i -> card("Card " + i)).toList();
        List<Button> buttons =
                IntStream.range(0, 26).mapToObj(i -> button("b", "a" + i)).toList();
        String[] texts = IntStream.range(0, 11).mapToObj(i -> "t" + i).toArray(String[]::new);
        Message message = Message.of(
                "t",
                carousel(cards).id("cards"),
                actions(buttons).id("actions"),
                context(texts),
                section("s").fields(texts).id("section"));

        assertThat(Limits.fit(message).blocks())
                .containsExactly(
                        carousel(cards.subList(0, 10)).id("cards"),
                        carousel(cards.subList(10, 12)),
                        actions(buttons.subList(0, 25)).id("actions"),
                        actions(buttons.subList(25, 26)),
                        context(List.of(texts).subList(0, 10).toArray(String[]::new)),
                        context("t10"),
                        section("s")
                                .fields(List.of(texts).subList(0, 10).toArray(String[]::new))
                                .id("section"),
                        fields("t10"));
    }

    @Test
    void too_many_blocks_end_in_a_line_that_counts_the_rest_as_a_reader_would() {
        List<Block> blocks = new ArrayList<>(Collections.nCopies(49, divider()));
        blocks.add(section("First left out"));
        blocks.add(actions(button("Vote", "vote")));
        blocks.add(carousel(List.of(card("Second"), card("Third"))));

        List<Block> fitting = Limits.fit(Message.of("t", blocks)).blocks();

        assertThat(fitting).hasSize(50).startsWith(divider()).endsWith(context("… and 3 more"));
    }

    @Test
    void a_rest_without_anything_to_count_is_only_hinted_at() {
        assertThat(Limits.fit(new Home(Collections.nCopies(101, divider()))).blocks())
                .hasSize(100)
                .endsWith(context("… and more"));
    }

    @Test
    void suggestions_are_the_first_hundred_with_their_texts_cut() {
        List<Option> options = IntStream.range(0, 120)
                .mapToObj(i -> option("long ".repeat(20) + i, "v" + i))
                .toList();
        List<Option> fitting = Limits.fitSuggestions(options);
        assertThat(fitting).hasSize(100);
        assertThat(fitting)
                .allSatisfy(option -> assertThat(option.text().text()).hasSizeLessThanOrEqualTo(75));
        assertThat(fitting.get(99).value()).isEqualTo("v99");
        assertThat(Limits.fitSuggestions(List.of())).isEmpty();
        assertThatThrownBy(() -> Limits.fitSuggestions(List.of(option("t", "v".repeat(151)))))
                .isInstanceOf(LimitsExceeded.class);
    }

    @Test
    void an_option_chosen_at_first_stays_chosen_or_goes_with_its_option() {
        List<Option> options = IntStream.range(0, 101)
                .mapToObj(i -> option("long ".repeat(20) + i, "v" + i))
                .toList();
        Message message = Message.of(
                "t",
                section("a").with(select("a", options).choosing("v99")),
                section("b").with(select("b", options).choosing("v100")),
                section("c").with(multiSelect("c", options).choosing(Set.of("v0", "v100"))),
                section("d").with(checkboxes("d", options).ticking(Set.of("v9", "v10"))));

        List<Optional<Element>> fitting = Limits.fit(message).blocks().stream()
                .map(block -> ((Section) block).accessory())
                .toList();

        assertThat(((StaticSelect) fitting.get(0).orElseThrow()).initialOption().map(Option::value))
                .contains("v99");
        assertThat(((StaticSelect) fitting.get(1).orElseThrow()).initialOption())
                .isEmpty();
        assertThat(((MultiStaticSelect) fitting.get(2).orElseThrow()).initialOptions())
                .extracting(Option::value)
                .containsExactly("v0");
        assertThat(((Checkboxes) fitting.get(3).orElseThrow()).initialOptions())
                .extracting(Option::value)
                .containsExactly("v9");
    }

    @Test
    void ids_values_and_urls_are_left_for_the_check_to_refuse() {
        Message message = Message.of("t", actions(button("t", "a".repeat(256), "v".repeat(2_001))));

        assertThat(Limits.fit(message)).isEqualTo(message);
        assertThat(Limits.check(Limits.fit(message))).hasSize(2);
    }

    @RepeatedTest(150)
    void whatever_is_made_to_fit_passes_the_check_and_is_not_changed_again(RepetitionInfo repetition) {
        RandomMessages random = new RandomMessages(repetition.getCurrentRepetition(), 2);

        Message message = Limits.fit(random.message());
        assertThat(Limits.check(message)).isEmpty();
        assertThat(Limits.fit(message)).isEqualTo(message);

        Modal modal = Limits.fit(random.modal());
        assertThat(Limits.check(modal)).isEmpty();
        assertThat(Limits.fit(modal)).isEqualTo(modal);

        Home home = Limits.fit(random.home());
        assertThat(Limits.check(home)).isEmpty();
        assertThat(Limits.fit(home)).isEqualTo(home);
    }

    @RepeatedTest(150)
    void what_fits_already_is_not_changed(RepetitionInfo repetition) {
        RandomMessages random = new RandomMessages(repetition.getCurrentRepetition(), 0);
        Message message = random.message();
        Modal modal = random.modal();

        assertThat(Limits.check(message)).isEmpty();
        assertThat(Limits.fit(message)).isEqualTo(message);
        assertThat(Limits.check(modal)).isEmpty();
        assertThat(Limits.fit(modal)).isEqualTo(modal);
    }

    @RepeatedTest(50)
    void a_random_message_is_read_as_it_was_written(RepetitionInfo repetition) {
        Message message = new RandomMessages(repetition.getCurrentRepetition(), 1).message();

        assertThat(BlockJson.readMessage(BlockJson.write(message))).isEqualTo(message);
    }

    @Test
    void the_random_messages_are_of_every_kind_and_some_are_too_large() {
        RandomMessages random = new RandomMessages(1, 2);
        Set<Class<?>> blocks = new HashSet<>();
        Set<Class<?>> inputs = new HashSet<>();
        boolean tooLarge = false;
        for (int i = 0; i < 600; i++) {
            Block block = random.block();
            blocks.add(block.getClass());
            if (block instanceof Input input) {
                inputs.add(input.element().getClass());
            }
            tooLarge |= !Limits.check(Message.of("t", block)).isEmpty();
        }

        assertThat(blocks).containsExactlyInAnyOrder(Block.class.getPermittedSubclasses());
        assertThat(inputs).containsExactlyInAnyOrder(InputElement.class.getPermittedSubclasses());
        assertThat(tooLarge).isTrue();
    }
}
