package dev.lectern.slack.block;

import static dev.lectern.slack.block.Blocks.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class ClassicFallbackTest {
    private static final Button NOMINATE = button("Nominate", "digest.nominate/1", "p1");

    @Test
    void a_carousel_becomes_sections_context_lines_and_buttons() {
        Picture face = picture("https://x.org/i.png", "A face");
        Picture plot = picture("https://x.org/h.png", "A plot");
        Message message = Message.of(
                "New papers",
                header("New papers"),
                carousel(List.of(
                        card("One")
                                .subtitle("Ada")
                                .body("Short.")
                                .icon(face)
                                .hero(plot)
                                .actions(NOMINATE)
                                .id("c1"),
                        card("Two").body("Shorter."))));

        assertThat(ClassicFallback.of(message).blocks())
                .containsExactly(
                        header("New papers"),
                        section("*One*\nShort.").with(plot),
                        context(List.of(face, Text.mrkdwn("Ada"))),
                        actions(NOMINATE).id("c1"),
                        divider(),
                        section("*Two*\nShorter."));
    }

    @Test
    void a_chart_becomes_bars_of_text_whose_labels_cannot_do_anything() {
        Message message = Message.of(
                "t",
                barChart(
                        "Approvals",
                        "Votes",
                        List.of(
                                new BarChart.Point("1 <!here> *now*", 20),
                                new BarChart.Point("2 half", 10),
                                new BarChart.Point("3 hardly", 0.5),
                                new BarChart.Point("4 none", 0))));

        assertThat(ClassicFallback.of(message).blocks()).containsExactly(section("""
                *Approvals*
                ▰▰▰▰▰▰▰▰▰▰ 20  1 &lt;!here&gt; \u2217now*
                ▰▰▰▰▰▱▱▱▱▱ 10  2 half
                ▰▱▱▱▱▱▱▱▱▱ 0.5  3 hardly
                ▱▱▱▱▱▱▱▱▱▱ 0  4 none"""));
    }

    @Test
    void who_knows_cards_but_no_charts_keeps_the_cards() {
        BarChart chart = barChart("Votes", "Votes", List.of(new BarChart.Point("a", 1)));
        Message both = Message.of("t", card("*One*"), chart);

        assertThat(Vocabulary.NEWEST.lessFor(both)).contains(Vocabulary.WITHOUT_CHARTS);
        assertThat(Vocabulary.WITHOUT_CHARTS.of(both).blocks().get(0)).isEqualTo(card("*One*"));
        assertThat(Vocabulary.WITHOUT_CHARTS.of(both).blocks().get(1)).isInstanceOf(Section.class);
        assertThat(Vocabulary.WITHOUT_CHARTS.lessFor(both)).contains(Vocabulary.CLASSIC);
        assertThat(Vocabulary.NEWEST.lessFor(Message.of("t", card("*One*")))).contains(Vocabulary.CLASSIC);
        assertThat(Vocabulary.WITHOUT_CHARTS.lessFor(Message.of("t", chart))).isEmpty();
        assertThat(Vocabulary.NEWEST.lessFor(Message.of("t"))).isEmpty();
    }

    @Test
    void a_lone_card_is_replaced_too_and_a_bold_title_is_not_made_bolder() {
        assertThat(ClassicFallback.of(Message.of("t", card("*One*"))).blocks()).containsExactly(section("*One*"));
    }

    @Test
    void a_card_of_nothing_but_a_picture_becomes_an_image() {
        Card picture = new Card(
                Optional.of(picture("https://x.org/h.png", "A plot")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());

        assertThat(ClassicFallback.of(Message.of("t", picture)).blocks())
                .containsExactly(image("https://x.org/h.png", "A plot"));
    }

    @Test
    void many_cards_are_packed_closer_before_any_is_left_out() {
        Message message = Message.of("t", cards(10), cards(10));

        List<Block> blocks = ClassicFallback.of(message).blocks();

        assertThat(blocks).hasSize(40).startsWith(section("*Card*\nAda\nShort."), actions(NOMINATE));
    }

    @Test
    void what_is_left_out_in_the_end_is_counted() {
        Message message = Message.of("t", cards(10), cards(10), cards(10));

        List<Block> blocks = ClassicFallback.of(message).blocks();

        assertThat(blocks).hasSize(50).endsWith(context("… and 5 more"));
    }

    @Test
    void thread_and_metadata_stay() {
        Message message = Message.of("t", cards(1))
                .inThread(new MessageTs("1.2"))
                .carrying(new Metadata("digest", Map.of("step", "s1")));

        assertThat(ClassicFallback.of(message))
                .isEqualTo(message.withBlocks(ClassicFallback.of(message).blocks()));
    }

    @RepeatedTest(150)
    void the_fallback_of_a_valid_message_is_valid_and_classic(RepetitionInfo repetition) {
        Message message = new RandomMessages(repetition.getCurrentRepetition(), 0).message();

        Message classic = ClassicFallback.of(message);

        assertThat(Limits.check(classic)).isEmpty();
        assertThat(classic.blocks()).noneMatch(block -> block instanceof Card || block instanceof Carousel);
        assertThat(ClassicFallback.of(classic)).isEqualTo(classic);
    }

    @RepeatedTest(50)
    void a_fallback_with_room_for_all_loses_no_button(RepetitionInfo repetition) {
        RandomMessages random = new RandomMessages(repetition.getCurrentRepetition(), 0);
        Message message = Message.of("t", random.block(), random.block());

        assertThat(buttons(ClassicFallback.of(message))).isEqualTo(buttons(message));
    }

    private static List<Button> buttons(Message message) {
        return message.blocks().stream()
                .flatMap(block -> {
                    if (block instanceof Carousel carousel) {
                        return carousel.cards().stream().flatMap(card -> card.actions().stream());
                    }
                    if (block instanceof Card card) {
                        return card.actions().stream();
                    }
                    return block instanceof Actions actions ? actions.elements().stream() : Stream.empty();
                })
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
    }

    private static Carousel cards(int count) {
        return carousel(IntStream.range(0, count)
                .mapToObj(i -> card("Card").subtitle("Ada").body("Short.").actions(NOMINATE))
                .toList());
    }
}
