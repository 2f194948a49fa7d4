package dev.lectern.slack.block;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same message for a workspace that does not know cards, carousels and charts and answers {@code invalid_blocks}: each
 * card becomes a section, a context line, and its buttons, with a divider between two cards; a chart becomes bars of
 * text. Buttons keep their action ids and values, so that a click is answered alike.
 */
public final class ClassicFallback {
    private ClassicFallback() {}

    /** The message without cards, carousels and charts, fitting into Slack's limits. */
    public static Message of(Message message) {
        return Limits.fit(message.withBlocks(classic(message.blocks(), Limits.MESSAGE_BLOCKS)));
    }

    /** The message with bars of text in place of charts; one without charts stays as it is. */
    static Message withoutCharts(Message message) {
        return message.blocks().stream().noneMatch(BarChart.class::isInstance)
                ? message
                : Limits.fit(message.withBlocks(
                        message.blocks().stream().map(ClassicFallback::other).toList()));
    }

    /** The same blocks in what every workspace knows; packed closer, where they would be more than {@code max}. */
    static List<Block> classic(List<Block> blocks, int max) {
        List<Block> airy = blocks.stream().flatMap(ClassicFallback::airy).toList();
        return airy.size() <= max
                ? airy
                : blocks.stream().flatMap(ClassicFallback::dense).toList();
    }

    private static Stream<Block> airy(Block block) {
        List<Block> blocks = new ArrayList<>();
        for (Card card : cards(block)) {
            if (!blocks.isEmpty()) {
                blocks.add(Blocks.divider());
            }
            words(card, title(card), card.body()).ifPresent(blocks::add);
            aside(card).ifPresent(blocks::add);
            buttons(card).ifPresent(blocks::add);
        }
        return blocks.isEmpty() ? Stream.of(other(block)) : blocks.stream();
    }

    private static Block other(Block block) {
        return block instanceof BarChart chart ? TextBars.of(chart) : block;
    }

    /** Where room is short: no dividers, and the subtitle goes into the section. */
    private static Stream<Block> dense(Block block) {
        List<Block> blocks = new ArrayList<>();
        for (Card card : cards(block)) {
            words(card, title(card), card.subtitle(), card.body()).ifPresent(blocks::add);
            buttons(card).ifPresent(blocks::add);
        }
        return blocks.isEmpty() ? Stream.of(other(block)) : blocks.stream();
    }

    private static List<Card> cards(Block block) {
        if (block instanceof Carousel carousel) {
            return carousel.cards();
        }
        return block instanceof Card card ? List.of(card) : List.of();
    }

    private static Optional<MrkdwnText> title(Card card) {
        return card.title().map(title -> title.text().contains("*") ? title : Text.mrkdwn("*" + title.text() + "*"));
    }

    @SafeVarargs
    private static Optional<Block> words(Card card, Optional<MrkdwnText>... lines) {
        String text =
                Stream.of(lines).flatMap(Optional::stream).map(MrkdwnText::text).collect(Collectors.joining("\n"));
        if (text.isEmpty()) {
            return card.heroImage().map(hero -> Blocks.image(hero.imageUrl(), hero.altText()));
        }
        Section section = Blocks.section(text);
        return Optional.of(card.heroImage().map(section::with).orElse(section));
    }

    private static Optional<Block> aside(Card card) {
        List<ContextElement> elements = new ArrayList<>();
        card.icon().ifPresent(elements::add);
        card.subtitle().ifPresent(elements::add);
        return elements.isEmpty() ? Optional.empty() : Optional.of(Blocks.context(elements));
    }

    /** The card's id goes with its buttons: it is what comes back with their clicks. */
    private static Optional<Block> buttons(Card card) {
        return card.actions().isEmpty()
                ? Optional.empty()
                : Optional.of(new Actions(List.copyOf(card.actions()), card.blockId()));
    }
}
