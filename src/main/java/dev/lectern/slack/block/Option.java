package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * One of the answers to choose from: the text that is shown and the value that comes back.
 *
 * @param description a line below the text
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Option(PlainText text, String value, Optional<PlainText> description) {
    public Option {
        Require.notBlank(value, "an option's value");
    }

    /** The same option with a line below it; nothing for a blank text. */
    public Option describedAs(String line) {
        return new Option(
                text, value, Optional.of(line).filter(some -> !some.isBlank()).map(Text::plain));
    }
}
