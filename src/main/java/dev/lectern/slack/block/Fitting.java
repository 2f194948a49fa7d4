package dev.lectern.slack.block;

import dev.lectern.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes messages and views fit into Slack's limits; what it promises is said at {@link Limits#fit(Message)}. */
final class Fitting {
    private static final Texts TEXTS = Texts.of(Fitting.class);

    private Fitting() {}

    static Message message(Message message) {
        return new Message(
                Shorten.mrkdwn(message.text(), Limits.MESSAGE_TEXT),
                blocks(fewCharts(message.blocks()), Limits.MESSAGE_BLOCKS),
                message.threadTs(),
                message.metadata());
    }

    /** Charts that are more than Slack takes as bars of text. */
    private static List<Block> fewCharts(List<Block> blocks) {
        List<Block> few = new ArrayList<>();
        int charts = 0;
        for (Block block : blocks) {
            charts += block instanceof BarChart ? 1 : 0;
            few.add(block instanceof BarChart chart && charts > Limits.CHARTS ? TextBars.of(chart) : block);
        }
        return few;
    }

    static Modal modal(Modal modal) {
        return new Modal(
                modal.callbackId(),
                text(modal.title(), Limits.MODAL_TITLE),
                modal.submit().map(text -> text(text, Limits.MODAL_TITLE)),
                modal.close().map(text -> text(text, Limits.MODAL_TITLE)),
                modal.privateMetadata(),
                viewBlocks(modal.blocks()));
    }

    static Home home(Home home) {
        return new Home(viewBlocks(home.blocks()));
    }

    private static List<Block> viewBlocks(List<Block> blocks) {
        return blocks(ClassicFallback.classic(blocks, Limits.VIEW_BLOCKS), Limits.VIEW_BLOCKS);
    }

    private static List<Block> blocks(List<Block> blocks, int max) {
        List<Block> fitting = new ArrayList<>();
        blocks.forEach(block -> fitting.addAll(pieces(block)));
        if (fitting.size() <= max) {
            return List.copyOf(fitting);
        }
        List<Block> kept = new ArrayList<>(fitting.subList(0, max - 1));
        kept.add(Blocks.context(more(fitting.subList(max - 1, fitting.size()))));
        return List.copyOf(kept);
    }

    /** Counts what a reader would call one thing, so that the buttons below a paper are not a second one. */
    private static String more(List<Block> dropped) {
        int things = dropped.stream().mapToInt(Fitting::things).sum();
        return things == 0 ? TEXTS.say("fitting.more") : TEXTS.say("fitting.more.things", "things", things);
    }

    private static int things(Block block) {
        if (block instanceof Carousel carousel) {
            return carousel.cards().size();
        }
        return block instanceof Section
                        || block instanceof Card
                        || block instanceof BarChart
                        || block instanceof Image
                        || block instanceof Input
                ? 1
                : 0;
    }

    private static List<? extends Block> pieces(Block block) {
        if (block instanceof Header header) {
            return List.of(new Header(text(header.text(), Limits.HEADER_TEXT), header.blockId()));
        } else if (block instanceof Section section) {
            return section(section);
        } else if (block instanceof Context context) {
            return context(context);
        } else if (block instanceof Actions actions) {
            return actions(actions);
        } else if (block instanceof Image image) {
            return List.of(image(image));
        } else if (block instanceof Card card) {
            return List.of(card(card));
        } else if (block instanceof Carousel carousel) {
            return carousel(carousel);
        } else if (block instanceof BarChart chart) {
            return List.of(
                    new BarChart(Shorten.plain(chart.title(), Limits.CHART_TITLE), chart.chart(), chart.blockId()));
        } else if (block instanceof Input input) {
            return List.of(input(input));
        }
        return List.of(block);
    }

    private static List<Section> section(Section section) {
        List<Text> fields = section.fields().stream()
                .map(field -> text(field, Limits.FIELD_TEXT))
                .toList();
        List<List<Text>> groups = groups(fields, Limits.FIELDS);
        List<Section> pieces = new ArrayList<>();
        pieces.add(new Section(
                section.text().map(text -> text(text, Limits.SECTION_TEXT)),
                groups.isEmpty() ? List.of() : groups.get(0),
                section.accessory().map(FittingElement::of),
                section.blockId()));
        for (List<Text> further : groups.subList(Math.min(1, groups.size()), groups.size())) {
            pieces.add(new Section(Optional.empty(), further, Optional.empty(), Optional.empty()));
        }
        return pieces;
    }

    private static List<Context> context(Context context) {
        List<ContextElement> elements =
                context.elements().stream().map(Fitting::contextElement).toList();
        List<Context> pieces = new ArrayList<>();
        for (List<ContextElement> group : groups(elements, Limits.CONTEXT_ELEMENTS)) {
            pieces.add(new Context(group, pieces.isEmpty() ? context.blockId() : Optional.empty()));
        }
        return pieces;
    }

    private static ContextElement contextElement(ContextElement element) {
        if (element instanceof Text text) {
            return text(text, Limits.SECTION_TEXT);
        }
        return element instanceof Picture picture ? FittingElement.picture(picture) : element;
    }

    private static List<Actions> actions(Actions actions) {
        List<Element> elements =
                actions.elements().stream().map(FittingElement::of).toList();
        List<Actions> pieces = new ArrayList<>();
        for (List<Element> group : groups(elements, Limits.ACTIONS_ELEMENTS)) {
            pieces.add(new Actions(group, pieces.isEmpty() ? actions.blockId() : Optional.empty()));
        }
        return pieces;
    }

    private static Image image(Image image) {
        return new Image(
                image.imageUrl(),
                Shorten.plain(image.altText(), Limits.ALT_TEXT),
                image.title().map(text -> text(text, Limits.IMAGE_TITLE)),
                image.blockId());
    }

    private static List<Carousel> carousel(Carousel carousel) {
        List<Card> cards = carousel.cards().stream().map(Fitting::card).toList();
        List<Carousel> pieces = new ArrayList<>();
        for (List<Card> group : groups(cards, Limits.CAROUSEL_CARDS)) {
            pieces.add(new Carousel(group, pieces.isEmpty() ? carousel.blockId() : Optional.empty()));
        }
        return pieces;
    }

    private static Card card(Card card) {
        return new Card(
                card.heroImage().map(FittingElement::picture),
                card.icon().map(FittingElement::picture),
                card.title().map(text -> text(text, Limits.CARD_TITLE)),
                card.subtitle().map(text -> text(text, Limits.CARD_TITLE)),
                card.body().map(text -> text(text, Limits.CARD_BODY)),
                card.actions().stream()
                        .limit(Limits.CARD_BUTTONS)
                        .map(FittingElement::button)
                        .toList(),
                card.blockId());
    }

    private static Input input(Input input) {
        return new Input(
                text(input.label(), Limits.INPUT_LABEL),
                FittingElement.input(input.element()),
                input.hint().map(text -> text(text, Limits.INPUT_LABEL)),
                input.optional(),
                input.blockId());
    }

    private static <T> List<List<T>> groups(List<T> all, int size) {
        List<List<T>> groups = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            groups.add(all.subList(from, Math.min(from + size, all.size())));
        }
        return groups;
    }

    static Text text(Text text, int max) {
        return text instanceof PlainText plain ? text(plain, max) : text((MrkdwnText) text, max);
    }

    static PlainText text(PlainText text, int max) {
        return Text.plain(Shorten.plain(text.text(), max));
    }

    static MrkdwnText text(MrkdwnText text, int max) {
        return Text.mrkdwn(Shorten.mrkdwn(text.text(), max));
    }
}
