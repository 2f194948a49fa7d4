package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** A field to type in: one line, or several. */
@JsonTypeName("plain_text_input")
public record PlainTextInput(
        String actionId,
        boolean multiline,
        Optional<String> initialValue,
        Optional<PlainText> placeholder,
        Optional<Integer> maxLength)
        implements InputElement {
    public PlainTextInput {
        Require.notBlank(actionId, "a text input's action id");
        if (maxLength.isPresent() && maxLength.get() < 1) {
            throw new IllegalArgumentException("a text input takes one character or more, not " + maxLength.get());
        }
    }

    /** The same field, for more than one line. */
    public PlainTextInput tall() {
        return new PlainTextInput(actionId, true, initialValue, placeholder, maxLength);
    }

    /** The same field with this text in it already; a blank text leaves it empty. */
    public PlainTextInput holding(String value) {
        Optional<String> held = Optional.of(value).filter(text -> !text.isBlank());
        return new PlainTextInput(actionId, multiline, held, placeholder, maxLength);
    }

    /** The same field with a text shown while it is empty. */
    public PlainTextInput prompting(String text) {
        return new PlainTextInput(actionId, multiline, initialValue, Optional.of(Text.plain(text)), maxLength);
    }

    /** The same field, taking no more than so many characters. */
    public PlainTextInput atMost(int characters) {
        return new PlainTextInput(actionId, multiline, initialValue, placeholder, Optional.of(characters));
    }
}
