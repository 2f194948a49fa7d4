package dev.lectern.sandbox.blocks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Slack's rules for the blocks of a message or view (docs.slack.dev/reference/block-kit/blocks). What this does not
 * know, it refuses, as a workspace does that is older than a block.
 */
public final class BlockRules {
    private static final int MOST_BLOCKS = 1000;

    private BlockRules() {}

    /**
     * What is wrong with these blocks, in Slack's words, each ending in a JSON pointer; empty when nothing is.
     *
     * @param pointer where the blocks stand in the document, such as {@code /blocks}
     */
    public static List<String> problems(JsonNode blocks, Surface surface, String pointer) {
        List<String> problems = new ArrayList<>();
        check(new Spot(blocks, pointer, problems), surface);
        return List.copyOf(problems);
    }

    static void check(Spot blocks, Surface surface) {
        List<Spot> items = blocks.items(0, Math.min(MOST_BLOCKS, surface.mostBlocks()));
        items.forEach(block -> block(block, surface));
        uniqueBlockIds(items);
        ChartRules.few(items);
    }

    private static void uniqueBlockIds(List<Spot> blocks) {
        Set<String> seen = new HashSet<>();
        for (Spot block : withCards(blocks)) {
            String id = block.value().path("block_id").asString("");
            if (!id.isEmpty() && !seen.add(id)) {
                block.at("block_id").problem("`block_id` already exists for another block: `" + id + "`");
            }
        }
    }

    private static List<Spot> withCards(List<Spot> blocks) {
        List<Spot> all = new ArrayList<>(blocks);
        for (Spot block : blocks) {
            if (block.type().equals("carousel") && block.at("elements").value().isArray()) {
                all.addAll(block.at("elements").items(0, MOST_BLOCKS));
            }
        }
        return all;
    }

    private static void block(Spot block, Surface surface) {
        if (!block.isObject()) {
            return;
        }
        block.optional("block_id").ifPresent(id -> id.string(255));
        switch (block.type()) {
            case "section" -> section(block);
            case "context" -> context(block);
            case "header" -> header(block);
            case "divider" -> block.only(Set.of("type", "block_id"));
            case "actions" -> actions(block);
            case "image" -> image(block);
            case "input" -> input(block);
            case "card" -> inMessagesOnly(block, surface, BlockRules::card);
            case "carousel" -> inMessagesOnly(block, surface, BlockRules::carousel);
            case "data_visualization" -> inMessagesOnly(block, surface, ChartRules::check);
            default -> block.problem("unsupported type: " + block.type());
        }
    }

    private static void inMessagesOnly(Spot block, Surface surface, java.util.function.Consumer<Spot> rule) {
        if (surface == Surface.MESSAGE) {
            rule.accept(block);
        } else {
            block.problem("unsupported type: " + block.type());
        }
    }

    private static void section(Spot section) {
        section.only(Set.of("type", "block_id", "text", "fields", "accessory", "expand"));
        if (!section.has("text") && !section.has("fields")) {
            section.problem("missing required field: text or fields");
        }
        section.optional("text").ifPresent(text -> TextRules.either(text, 3000));
        section.optional("fields")
                .ifPresent(fields -> fields.items(1, 10).forEach(field -> TextRules.either(field, 2000)));
        section.optional("accessory").ifPresent(element -> ElementRules.check(element, ElementRules.IN_SECTION));
        section.optional("expand").ifPresent(Spot::bool);
    }

    private static void context(Spot context) {
        context.only(Set.of("type", "block_id", "elements"));
        context.required("elements").ifPresent(elements -> elements.items(1, 10).forEach(BlockRules::contextElement));
    }

    private static void contextElement(Spot element) {
        if (element.type().equals("image")) {
            ElementRules.image(element);
        } else {
            TextRules.either(element, 3000);
        }
    }

    private static void header(Spot header) {
        header.only(Set.of("type", "block_id", "text", "level"));
        header.required("text").ifPresent(text -> TextRules.plain(text, 150));
    }

    private static void actions(Spot actions) {
        actions.only(Set.of("type", "block_id", "elements"));
        actions.required("elements").ifPresent(elements -> {
            List<Spot> items = elements.items(1, 25);
            items.forEach(element -> ElementRules.check(element, ElementRules.IN_ACTIONS));
            uniqueActionIds(items);
        });
    }

    private static void uniqueActionIds(List<Spot> elements) {
        Set<String> seen = new HashSet<>();
        for (Spot element : elements) {
            String id = element.value().path("action_id").asString("");
            if (!id.isEmpty() && !seen.add(id)) {
                element.at("action_id").problem("`action_id` already exists for another element: `" + id + "`");
            }
        }
    }

    private static void image(Spot image) {
        image.only(Set.of("type", "block_id", "image_url", "alt_text", "title"));
        image.required("image_url").ifPresent(url -> url.url(ElementRules.WEB));
        image.required("alt_text").ifPresent(alt -> alt.string(2000));
        image.optional("title").ifPresent(title -> TextRules.plain(title, 2000));
    }

    private static void input(Spot input) {
        input.only(Set.of("type", "block_id", "label", "element", "hint", "optional", "dispatch_action"));
        input.required("label").ifPresent(label -> TextRules.plain(label, 2000));
        input.required("element").ifPresent(element -> ElementRules.check(element, ElementRules.IN_INPUT));
        input.optional("hint").ifPresent(hint -> TextRules.plain(hint, 2000));
        input.optional("optional").ifPresent(Spot::bool);
        input.optional("dispatch_action").ifPresent(Spot::bool);
    }

    private static void card(Spot card) {
        card.only(Set.of("type", "block_id", "hero_image", "icon", "title", "subtitle", "body", "subtext", "actions"));
        if (!card.has("hero_image") && !card.has("title") && !card.has("actions") && !card.has("body")) {
            card.problem("missing required field: one of hero_image, title, actions, body");
        }
        card.optional("hero_image").ifPresent(ElementRules::image);
        card.optional("icon").ifPresent(ElementRules::image);
        card.optional("title").ifPresent(title -> TextRules.mrkdwn(title, 150));
        card.optional("subtitle").ifPresent(subtitle -> TextRules.mrkdwn(subtitle, 150));
        card.optional("body").ifPresent(body -> TextRules.mrkdwn(body, 200));
        card.optional("subtext").ifPresent(subtext -> TextRules.mrkdwn(subtext, 200));
        card.optional("actions").ifPresent(actions -> {
            List<Spot> buttons = actions.items(1, 3);
            buttons.forEach(button -> ElementRules.check(button, Set.of("button")));
            uniqueActionIds(buttons);
        });
    }

    private static void carousel(Spot carousel) {
        carousel.only(Set.of("type", "block_id", "elements"));
        carousel.required("elements").ifPresent(cards -> cards.items(1, 10).forEach(BlockRules::cardInCarousel));
    }

    private static void cardInCarousel(Spot card) {
        if (!card.isObject()) {
            return;
        }
        if (!card.type().equals("card")) {
            card.problem("unsupported type: " + card.type());
            return;
        }
        card.optional("block_id").ifPresent(id -> id.string(255));
        card(card);
    }
}
