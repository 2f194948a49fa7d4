package dev.lectern.slack.block;

import static dev.lectern.slack.block.Blocks.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    /** Where, how much Slack takes there, and a block with so much of it. */
    static List<Arguments> blocks() {
        return List.of(
                limit(".block_id", 255, n -> section("a").id(x(n))),
                limit(".text", 150, n -> header(x(n))),
                limit(".text", 3_000, n -> section(x(n))),
                limit(".fields", 10, n -> fields(many(n, "a").toArray(String[]::new))),
                limit(".fields[1]", 2_000, n -> fields("a", x(n))),
                limit(".elements", 10, n -> context(many(n, "a").toArray(String[]::new))),
                limit(".elements[0]", 3_000, n -> context(x(n))),
                limit(".elements[0].image_url", 3_000, n -> context(List.of(picture(x(n), "a")))),
                limit(".elements[0].alt_text", 2_000, n -> context(List.of(picture("u", x(n))))),
                limit(".elements", 25, n -> actions(buttons(n))),
                limit(".image_url", 3_000, n -> image(x(n), "a")),
                limit(".alt_text", 2_000, n -> image("u", x(n))),
                limit(".title", 2_000, n -> image("u", "a").titled(x(n))),
                limit(".hero_image.alt_text", 2_000, n -> card("t").hero(picture("u", x(n)))),
                limit(".icon.image_url", 3_000, n -> card("t").icon(picture(x(n), "a"))),
                limit(".title", 150, n -> card(x(n))),
                limit(".subtitle", 150, n -> card("t").subtitle(x(n))),
                limit(".body", 200, n -> card("t").body(x(n))),
                limit(".body", 200, n -> card("t").body(Mrkdwn.escape("&" + x(n - 5)))),
                limit(".actions", 3, n -> card("t").actions(buttons(n))),
                limit(".elements", 10, n -> carousel(many(n, card("t")))),
                limit(
                        ".elements[1].body",
                        200,
                        n -> carousel(List.of(card("t"), card("t").body(x(n))))),
                limit(".label", 2_000, n -> input("b", x(n), textInput("a"))),
                limit(".hint", 2_000, n -> input("b", "l", textInput("a")).hint(x(n))));
    }

    static List<Arguments> elements() {
        return List.of(
                limit(".text", 75, n -> button(x(n), "a")),
                limit(".action_id", 255, n -> button("t", x(n))),
                limit(".value", 2_000, n -> button("t", "a", x(n))),
                limit(".url", 3_000, n -> button("t", "a").opening(x(n))),
                limit(".accessibility_label", 75, n -> spoken(x(n))),
                limit(".confirm.title", 100, n -> button("t", "a").asking(confirm(x(n), "t", "y", "n"))),
                limit(".confirm.text", 300, n -> button("t", "a").asking(confirm("t", x(n), "y", "n"))),
                limit(".confirm.confirm", 30, n -> button("t", "a").asking(confirm("t", "t", x(n), "n"))),
                limit(".confirm.deny", 30, n -> button("t", "a").asking(confirm("t", "t", "y", x(n)))),
                limit(".image_url", 3_000, n -> picture(x(n), "a")),
                limit(".action_id", 255, n -> datePicker(x(n))),
                limit(".options", 100, n -> select("a", many(n, option("t", "v")))),
                limit(".options[0].text", 75, n -> select("a", List.of(option(x(n), "v")))),
                limit(".options[0].value", 150, n -> select("a", List.of(option("t", x(n))))),
                limit(
                        ".placeholder",
                        150,
                        n -> select("a", List.of(option("t", "v"))).prompting(x(n))),
                limit(".options", 100, n -> multiSelect("a", many(n, option("t", "v")))),
                limit(
                        ".placeholder",
                        150,
                        n -> multiSelect("a", List.of(option("t", "v"))).prompting(x(n))),
                limit(".initial_option.text", 75, n -> externalSelect("a").choosing(option(x(n), "v"))),
                limit(".initial_option.value", 150, n -> externalSelect("a").choosing(option("t", x(n)))),
                limit(".placeholder", 150, n -> externalSelect("a").prompting(x(n))),
                limit(".options", 10, n -> checkboxes("a", many(n, option("t", "v")))),
                limit(".options", 10, n -> radioButtons("a", many(n, option("t", "v")))),
                limit(
                        ".options[0].description",
                        75,
                        n -> radioButtons("a", List.of(option("t", "v").describedAs(x(n))))),
                limit(".placeholder", 150, n -> usersSelect("a").prompting(x(n))),
                limit(".placeholder", 150, n -> multiUsersSelect("a").prompting(x(n))),
                limit(".placeholder", 150, n -> datePicker("a").prompting(x(n))),
                limit(".placeholder", 150, n -> timePicker("a").prompting(x(n))));
    }

    static List<Arguments> textInputs() {
        return List.of(
                limit(".placeholder", 150, n -> textInput("a").prompting(x(n))),
                limit(".initial_value", 3_000, n -> textInput("a").holding(x(n))),
                limit(".initial_value", 20, n -> textInput("a").holding(x(n)).atMost(20)),
                limit(".max_length", 3_000, n -> textInput("a").atMost(n)));
    }

    static List<Arguments> messages() {
        return List.of(
                limit("text", 4_000, n -> Message.of(x(n))),
                limit("blocks", 50, n -> Message.of("t", many(n, divider()))));
    }

    static List<Arguments> views() {
        return List.of(
                limit("callback_id", 255, n -> Modal.of(x(n), "t")),
                limit("title", 24, n -> Modal.of("c", x(n))),
                limit("submit", 24, n -> Modal.of("c", "t").submit(x(n))),
                limit("close", 24, n -> Modal.of("c", "t").close(x(n))),
                limit("private_metadata", 3_000, n -> Modal.of("c", "t").privateMetadata(x(n))),
                limit("blocks", 100, n -> Modal.of("c", "t", many(n, divider()))),
                limit("blocks", 100, n -> new Home(many(n, divider()))));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("blocks")
    void a_block_is_checked_at_and_over_its_limit(String path, int max, IntFunction<Block> block) {
        assertLimit("blocks[1]" + path, max, n -> Limits.check(Message.of("t", divider(), block.apply(n))));
        if (!(block.apply(max) instanceof Card || block.apply(max) instanceof Carousel)) {
            assertLimit("blocks[0]" + path, max, n -> Limits.check(new Home(List.of(block.apply(n)))));
        }
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("elements")
    void an_element_is_checked_at_and_over_its_limit(String path, int max, IntFunction<Element> element) {
        assertLimit(
                "blocks[0].accessory" + path,
                max,
                n -> Limits.check(Message.of("t", section("a").with(element.apply(n)))));
        if (!(element.apply(1) instanceof Picture)) {
            assertLimit(
                    "blocks[0].elements[1]" + path,
                    max,
                    n -> Limits.check(Message.of("t", actions(button("t", "other"), element.apply(n)))));
        }
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("textInputs")
    void a_text_input_is_checked_at_and_over_its_limit(String path, int max, IntFunction<InputElement> element) {
        assertLimit(
                "blocks[0].element" + path,
                max,
                n -> Limits.check(
                        Modal.of("c", "t", input("b", "l", element.apply(n))).submit("Save")));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("messages")
    void a_message_is_checked_at_and_over_its_limit(String path, int max, IntFunction<Message> message) {
        assertLimit(path, max, n -> Limits.check(message.apply(n)));
    }

    @ParameterizedTest(name = "{0} takes {1}")
    @MethodSource("views")
    void a_view_is_checked_at_and_over_its_limit(String path, int max, IntFunction<View> view) {
        assertLimit(path, max, n -> Limits.check(view.apply(n)));
    }

    @Test
    void an_action_id_may_be_used_once_in_a_block_and_again_in_the_next() {
        Actions twice = actions(button("a", "vote"), button("b", "vote"));
        Actions once = actions(button("a", "vote"));

        assertThat(Limits.check(Message.of("t", once, once))).isEmpty();
        assertThat(Limits.check(Message.of("t", twice)))
                .singleElement()
                .hasToString("blocks[0].elements[1].action_id is used by an earlier element of the block too;"
                        + " Slack wants it once.");
    }

    @Test
    void a_block_id_may_be_used_once_in_a_message_cards_included() {
        Message message =
                Message.of("t", section("a").id("x"), carousel(List.of(card("t").id("x"))));

        assertThat(Limits.check(message)).extracting(Violation::path).containsExactly("blocks[1].elements[0].block_id");
    }

    @Test
    void a_modal_with_inputs_needs_a_submit_button() {
        Modal modal = Modal.of("c", "t", input("b", "l", textInput("a")));

        assertThat(Limits.check(modal)).extracting(Violation::path).containsExactly("submit");
        assertThat(Limits.check(modal.submit("Save"))).isEmpty();
    }

    /** As read from what was queued before; one that is made now is shortened. */
    private static Button spoken(String label) {
        Button button = button("t", "a");
        return new Button(
                button.text(),
                button.actionId(),
                button.value(),
                button.style(),
                button.url(),
                Optional.of(label),
                button.confirm());
    }

    @Test
    void what_a_button_is_read_aloud_as_is_shortened() {
        assertThat(button("t", "a").spokenAs(x(200)).accessibilityLabel().orElseThrow())
                .hasSizeLessThanOrEqualTo(75);
    }

    private static List<BarChart.Point> bars(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BarChart.Point("bar " + i, i))
                .toList();
    }

    @Test
    void a_chart_has_twenty_bars_with_labels_of_twenty_characters_at_most() {
        assertThat(Limits.check(Message.of("t", barChart(x(50), x(20), bars(20)))))
                .isEmpty();
        assertThat(Limits.check(Message.of("t", barChart(x(51), "n", bars(20)))))
                .extracting(Violation::path)
                .containsExactly("blocks[0].title");
        assertThat(Limits.check(Limits.fit(Message.of("t", barChart(x(51), "n", bars(20))))))
                .isEmpty();
        assertThat(Limits.check(Message.of("t", barChart("t", "n", bars(21)))))
                .extracting(Violation::path)
                .containsExactly("blocks[0].chart.series[0].data");
        assertThat(Limits.check(Message.of("t", barChart("t", x(21), List.of(new BarChart.Point(x(21), 1))))))
                .extracting(Violation::path)
                .containsExactly("blocks[0].chart.series[0].name", "blocks[0].chart.series[0].data.label");
    }

    @Test
    void a_message_has_two_charts_and_a_third_one_fits_as_text() {
        BarChart chart = barChart("Votes", "Votes", bars(2));
        Message three = Message.of("t", chart, chart, chart);

        assertThat(Limits.check(Message.of("t", chart, chart))).isEmpty();
        assertThat(Limits.check(three)).hasSize(1);
        assertThat(Limits.fit(three).blocks().subList(0, 2)).containsExactly(chart, chart);
        assertThat(Limits.fit(three).blocks().get(2)).isInstanceOf(Section.class);
    }

    @Test
    void a_chart_with_a_label_twice_or_a_bar_below_nothing_makes_no_sense() {
        BarChart.Point once = new BarChart.Point("a", 1);
        assertThatThrownBy(() -> barChart("t", "n", List.of(once, once))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> barChart("t", "n", List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BarChart.Point("a", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BarChart.Point("a", Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lines_go_into_as_few_sections_as_they_fit_into() {
        assertThat(lines(List.of("a", "b"))).containsExactly(section("a\nb"));
        assertThat(lines(List.of(x(1_500), x(1_499), "c")))
                .containsExactly(section(x(1_500) + "\n" + x(1_499)), section("c"));
        assertThat(lines(List.of(x(1_500), x(1_500)))).hasSize(2);
        assertThat(lines(List.of())).isEmpty();
    }

    @Test
    void cards_belong_into_messages() {
        Home home = new Home(List.of(divider(), card("t"), carousel(List.of(card("t")))));

        assertThat(Limits.check(home)).extracting(Violation::path).containsExactly("blocks[1]", "blocks[2]");
        assertThat(Limits.fit(home)).isEqualTo(new Home(List.of(divider(), section("*t*"), section("*t*"))));
    }

    @Test
    void what_is_over_its_limits_is_refused_with_all_of_them() {
        Message message = Message.of(x(4_001), header(x(151)));

        assertThatThrownBy(() -> Limits.require(message))
                .isInstanceOfSatisfying(
                        LimitsExceeded.class,
                        refused -> assertThat(refused.violations()).isEqualTo(Limits.check(message)))
                .hasMessage("Slack would refuse this: text has 4,001 characters; Slack takes at most 4,000."
                        + " blocks[0].text has 151 characters; Slack takes at most 150.");
    }

    @Test
    void what_keeps_its_limits_is_handed_back() {
        Message message = Message.of("t", divider());
        Modal modal = Modal.of("c", "t");

        assertThat(Limits.require(message)).isSameAs(message);
        assertThat(Limits.require(modal)).isSameAs(modal);
    }

    private static <T> Arguments limit(String path, int max, IntFunction<T> thing) {
        return Arguments.of(path, max, thing);
    }

    private static void assertLimit(String path, int max, IntFunction<List<Violation>> check) {
        assertThat(check.apply(max)).isEmpty();
        assertThat(check.apply(max + 1)).singleElement().satisfies(violation -> {
            assertThat(violation.path()).isEqualTo(path);
            assertThat(violation.sentence()).contains(String.format("%,d", max + 1), String.format("%,d", max));
        });
    }

    private static String x(int length) {
        return "x".repeat(length);
    }

    private static <T> List<T> many(int count, T one) {
        return new ArrayList<>(Collections.nCopies(count, one));
    }

    private static List<Button> buttons(int count) {
        return IntStream.range(0, count).mapToObj(i -> button("b", "a" + i)).toList();
    }
}
