package dev.lectern.slack.block;

import java.util.List;
import java.util.Optional;

/** {@link Fitting}'s part for the elements inside blocks. */
final class FittingElement {
    private FittingElement() {}

    static Element of(Element element) {
        if (element instanceof Button button) {
            return button(button);
        } else if (element instanceof Picture picture) {
            return picture(picture);
        }
        return input((InputElement) element);
    }

    static Picture picture(Picture picture) {
        return new Picture(picture.imageUrl(), Shorten.plain(picture.altText(), Limits.ALT_TEXT));
    }

    static Button button(Button button) {
        return new Button(
                Fitting.text(button.text(), Limits.BUTTON_TEXT),
                button.actionId(),
                button.value(),
                button.style(),
                button.url(),
                button.accessibilityLabel().map(label -> Shorten.plain(label, Limits.BUTTON_TEXT)),
                button.confirm().map(FittingElement::confirm));
    }

    private static Confirm confirm(Confirm question) {
        return new Confirm(
                Fitting.text(question.title(), Limits.CONFIRM_TITLE),
                Fitting.text(question.text(), Limits.CONFIRM_TEXT),
                Fitting.text(question.confirm(), Limits.CONFIRM_ANSWER),
                Fitting.text(question.deny(), Limits.CONFIRM_ANSWER));
    }

    static InputElement input(InputElement element) {
        if (element instanceof StaticSelect select) {
            return select(select);
        } else if (element instanceof MultiStaticSelect select) {
            return multiSelect(select);
        } else if (element instanceof ExternalSelect select) {
            return new ExternalSelect(
                    select.actionId(),
                    select.minQueryLength(),
                    select.initialOption().map(FittingElement::option),
                    prompt(select.placeholder()));
        } else if (element instanceof Checkboxes checkboxes) {
            return checkboxes(checkboxes);
        } else if (element instanceof RadioButtons radios) {
            return radioButtons(radios);
        } else if (element instanceof UsersSelect select) {
            return new UsersSelect(select.actionId(), select.initialUser(), prompt(select.placeholder()));
        } else if (element instanceof MultiUsersSelect select) {
            return new MultiUsersSelect(select.actionId(), select.initialUsers(), prompt(select.placeholder()));
        } else if (element instanceof DatePicker picker) {
            return new DatePicker(picker.actionId(), picker.initialDate(), prompt(picker.placeholder()));
        } else if (element instanceof TimePicker picker) {
            return new TimePicker(picker.actionId(), picker.initialTime(), prompt(picker.placeholder()));
        }
        return textInput((PlainTextInput) element);
    }

    private static StaticSelect select(StaticSelect select) {
        List<Option> options = options(select.options(), Limits.OPTIONS);
        return new StaticSelect(
                select.actionId(),
                options,
                select.initialOption().map(FittingElement::option).filter(options::contains),
                prompt(select.placeholder()));
    }

    private static MultiStaticSelect multiSelect(MultiStaticSelect select) {
        List<Option> options = options(select.options(), Limits.OPTIONS);
        return new MultiStaticSelect(
                select.actionId(), options, stillThere(select.initialOptions(), options), prompt(select.placeholder()));
    }

    private static Checkboxes checkboxes(Checkboxes checkboxes) {
        List<Option> options = options(checkboxes.options(), Limits.CHECKBOXES);
        return new Checkboxes(checkboxes.actionId(), options, stillThere(checkboxes.initialOptions(), options));
    }

    private static RadioButtons radioButtons(RadioButtons radios) {
        List<Option> options = options(radios.options(), Limits.CHECKBOXES);
        return new RadioButtons(
                radios.actionId(),
                options,
                radios.initialOption().map(FittingElement::option).filter(options::contains));
    }

    static List<Option> options(List<Option> options, int max) {
        return options.stream().limit(max).map(FittingElement::option).toList();
    }

    private static List<Option> stillThere(List<Option> chosen, List<Option> options) {
        return chosen.stream()
                .map(FittingElement::option)
                .filter(options::contains)
                .toList();
    }

    private static Option option(Option option) {
        return new Option(
                Fitting.text(option.text(), Limits.OPTION_TEXT),
                option.value(),
                option.description().map(line -> Fitting.text(line, Limits.OPTION_TEXT)));
    }

    private static PlainTextInput textInput(PlainTextInput input) {
        Optional<Integer> maxLength = input.maxLength().map(max -> Math.min(max, Limits.INPUT_VALUE));
        int takes = maxLength.orElse(Limits.INPUT_VALUE);
        return new PlainTextInput(
                input.actionId(),
                input.multiline(),
                input.initialValue().map(value -> Shorten.plain(value, takes)),
                prompt(input.placeholder()),
                maxLength);
    }

    private static Optional<PlainText> prompt(Optional<PlainText> placeholder) {
        return placeholder.map(text -> Fitting.text(text, Limits.PLACEHOLDER));
    }
}
