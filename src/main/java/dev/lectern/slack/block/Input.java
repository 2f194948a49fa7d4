package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * A field of a form, in a modal or Home. Its block id names the answer: there it is found among the submitted values,
 * and there errors are shown.
 */
@JsonTypeName("input")
public record Input(
        PlainText label, InputElement element, Optional<PlainText> hint, boolean optional, Optional<String> blockId)
        implements Block {

    /** The same field, which may be left empty. */
    public Input mayBeEmpty() {
        return new Input(label, element, hint, true, blockId);
    }

    /** The same field with a line of help below it. */
    public Input hint(String text) {
        return new Input(label, element, Optional.of(Text.plain(text)), optional, blockId);
    }
}
