package dev.lectern.slack.block;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One walk through a message or view, noting every limit that is not kept. */
final class LimitCheck {
    private final List<Violation> found = new ArrayList<>();
    private final Set<String> blockIds = new HashSet<>();

    List<Violation> message(Message message) {
        length("text", message.text(), Limits.MESSAGE_TEXT);
        blocks(message.blocks(), Limits.MESSAGE_BLOCKS);
        return List.copyOf(found);
    }

    List<Violation> view(View view) {
        if (view instanceof Modal modal) {
            modal(modal);
        }
        blocks(view.blocks(), Limits.VIEW_BLOCKS);
        cardsAreForMessages(view.blocks());
        return List.copyOf(found);
    }

    List<Violation> suggestions(List<Option> options) {
        options("", options, Limits.OPTIONS);
        return List.copyOf(found);
    }

    private void cardsAreForMessages(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            if (blocks.get(i) instanceof Card || blocks.get(i) instanceof Carousel) {
                note("blocks[" + i + "]", "is a card or carousel; Slack's reference shows them in messages only.");
            }
        }
    }

    private void modal(Modal modal) {
        length("callback_id", modal.callbackId(), Limits.ID);
        text("title", modal.title(), Limits.MODAL_TITLE);
        text("submit", modal.submit(), Limits.MODAL_TITLE);
        text("close", modal.close(), Limits.MODAL_TITLE);
        length("private_metadata", modal.privateMetadata(), Limits.PRIVATE_METADATA);
        if (modal.submit().isEmpty() && modal.blocks().stream().anyMatch(Input.class::isInstance)) {
            note("submit", "is missing; Slack wants it in a modal with input blocks.");
        }
    }

    private void blocks(List<Block> blocks, int max) {
        count("blocks", blocks, max);
        for (int i = 0; i < blocks.size(); i++) {
            block("blocks[" + i + "]", blocks.get(i));
        }
    }

    private void block(String at, Block block) {
        length(at + ".block_id", block.blockId(), Limits.ID);
        if (block.blockId().isPresent() && !blockIds.add(block.blockId().get())) {
            note(at + ".block_id", "is used by an earlier block too; Slack wants it once.");
        }
        if (block instanceof Header header) {
            text(at + ".text", header.text(), Limits.HEADER_TEXT);
        } else if (block instanceof Section section) {
            section(at, section);
        } else if (block instanceof Context context) {
            context(at, context);
        } else if (block instanceof Actions actions) {
            count(at + ".elements", actions.elements(), Limits.ACTIONS_ELEMENTS);
            elements(at + ".elements", actions.elements());
        } else if (block instanceof Image image) {
            image(at, image);
        } else if (block instanceof Card card) {
            card(at, card);
        } else if (block instanceof Carousel carousel) {
            carousel(at, carousel);
        } else if (block instanceof Input input) {
            text(at + ".label", input.label(), Limits.INPUT_LABEL);
            text(at + ".hint", input.hint(), Limits.INPUT_LABEL);
            element(at + ".element", input.element());
        }
    }

    private void section(String at, Section section) {
        text(at + ".text", section.text(), Limits.SECTION_TEXT);
        count(at + ".fields", section.fields(), Limits.FIELDS);
        for (int i = 0; i < section.fields().size(); i++) {
            text(at + ".fields[" + i + "]", section.fields().get(i), Limits.FIELD_TEXT);
        }
        section.accessory().ifPresent(element -> element(at + ".accessory", element));
    }

    private void context(String at, Context context) {
        count(at + ".elements", context.elements(), Limits.CONTEXT_ELEMENTS);
        for (int i = 0; i < context.elements().size(); i++) {
            String path = at + ".elements[" + i + "]";
            if (context.elements().get(i) instanceof Text text) {
                text(path, text, Limits.SECTION_TEXT);
            } else if (context.elements().get(i) instanceof Picture picture) {
                picture(path, picture);
            }
        }
    }

    private void image(String at, Image image) {
        length(at + ".image_url", image.imageUrl(), Limits.IMAGE_URL);
        length(at + ".alt_text", image.altText(), Limits.ALT_TEXT);
        text(at + ".title", image.title(), Limits.IMAGE_TITLE);
    }

    private void carousel(String at, Carousel carousel) {
        count(at + ".elements", carousel.cards(), Limits.CAROUSEL_CARDS);
        for (int i = 0; i < carousel.cards().size(); i++) {
            block(at + ".elements[" + i + "]", carousel.cards().get(i));
        }
    }

    private void card(String at, Card card) {
        card.heroImage().ifPresent(picture -> picture(at + ".hero_image", picture));
        card.icon().ifPresent(picture -> picture(at + ".icon", picture));
        text(at + ".title", card.title(), Limits.CARD_TITLE);
        text(at + ".subtitle", card.subtitle(), Limits.CARD_TITLE);
        text(at + ".body", card.body(), Limits.CARD_BODY);
        count(at + ".actions", card.actions(), Limits.CARD_BUTTONS);
        elements(at + ".actions", card.actions());
    }

    private void elements(String at, List<? extends Element> elements) {
        Set<String> actionIds = new HashSet<>();
        for (int i = 0; i < elements.size(); i++) {
            String path = at + "[" + i + "]";
            element(path, elements.get(i));
            actionId(elements.get(i))
                    .filter(id -> !actionIds.add(id))
                    .ifPresent(twice -> note(
                            path + ".action_id",
                            "is used by an earlier element of the block too; Slack wants it once."));
        }
    }

    private static Optional<String> actionId(Element element) {
        if (element instanceof Button button) {
            return Optional.of(button.actionId());
        }
        return element instanceof InputElement input ? Optional.of(input.actionId()) : Optional.empty();
    }

    private void element(String at, Element element) {
        length(at + ".action_id", actionId(element), Limits.ID);
        if (element instanceof Button button) {
            button(at, button);
        } else if (element instanceof Picture picture) {
            picture(at, picture);
        } else if (element instanceof StaticSelect select) {
            options(at, select.options(), Limits.OPTIONS);
            text(at + ".placeholder", select.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof MultiStaticSelect select) {
            options(at, select.options(), Limits.OPTIONS);
            text(at + ".placeholder", select.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof ExternalSelect select) {
            select.initialOption().ifPresent(option -> option(at + ".initial_option", option));
            text(at + ".placeholder", select.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof Checkboxes checkboxes) {
            options(at, checkboxes.options(), Limits.CHECKBOXES);
        } else if (element instanceof RadioButtons radios) {
            options(at, radios.options(), Limits.CHECKBOXES);
        } else if (element instanceof UsersSelect select) {
            text(at + ".placeholder", select.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof MultiUsersSelect select) {
            text(at + ".placeholder", select.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof DatePicker picker) {
            text(at + ".placeholder", picker.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof TimePicker picker) {
            text(at + ".placeholder", picker.placeholder(), Limits.PLACEHOLDER);
        } else if (element instanceof PlainTextInput input) {
            textInput(at, input);
        }
    }

    private void button(String at, Button button) {
        text(at + ".text", button.text(), Limits.BUTTON_TEXT);
        length(at + ".value", button.value(), Limits.BUTTON_VALUE);
        length(at + ".url", button.url(), Limits.BUTTON_URL);
        length(at + ".accessibility_label", button.accessibilityLabel(), Limits.BUTTON_TEXT);
        button.confirm().ifPresent(question -> {
            text(at + ".confirm.title", question.title(), Limits.CONFIRM_TITLE);
            text(at + ".confirm.text", question.text(), Limits.CONFIRM_TEXT);
            text(at + ".confirm.confirm", question.confirm(), Limits.CONFIRM_ANSWER);
            text(at + ".confirm.deny", question.deny(), Limits.CONFIRM_ANSWER);
        });
    }

    private void picture(String at, Picture picture) {
        length(at + ".image_url", picture.imageUrl(), Limits.IMAGE_URL);
        length(at + ".alt_text", picture.altText(), Limits.ALT_TEXT);
    }

    private void options(String at, List<Option> options, int max) {
        count(at + ".options", options, max);
        for (int i = 0; i < options.size(); i++) {
            option(at + ".options[" + i + "]", options.get(i));
        }
    }

    private void option(String at, Option option) {
        text(at + ".text", option.text(), Limits.OPTION_TEXT);
        length(at + ".value", option.value(), Limits.OPTION_VALUE);
        text(at + ".description", option.description(), Limits.OPTION_TEXT);
    }

    private void textInput(String at, PlainTextInput input) {
        text(at + ".placeholder", input.placeholder(), Limits.PLACEHOLDER);
        int takes = input.maxLength().orElse(Limits.INPUT_VALUE);
        if (takes > Limits.INPUT_VALUE) {
            note(at + ".max_length", "is %,d; Slack takes at most %,d.", takes, Limits.INPUT_VALUE);
        }
        length(at + ".initial_value", input.initialValue(), Math.min(takes, Limits.INPUT_VALUE));
    }

    private void text(String path, Optional<? extends Text> text, int max) {
        text.ifPresent(present -> text(path, present, max));
    }

    private void text(String path, Text text, int max) {
        length(path, text.text(), max);
    }

    private void length(String path, Optional<String> text, int max) {
        text.ifPresent(present -> length(path, present, max));
    }

    private void length(String path, String text, int max) {
        if (text.length() > max) {
            note(path, "has %,d characters; Slack takes at most %,d.", text.length(), max);
        }
    }

    private void count(String path, List<?> list, int max) {
        if (list.size() > max) {
            note(path, "has %,d entries; Slack takes at most %,d.", list.size(), max);
        }
    }

    private void note(String path, String sentence, Object... numbers) {
        found.add(new Violation(path, String.format(Locale.ENGLISH, sentence, numbers)));
    }
}
