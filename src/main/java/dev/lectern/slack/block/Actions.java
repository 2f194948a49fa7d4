package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;

/** Buttons and menus in a row. Takes neither pictures nor text inputs. */
@JsonTypeName("actions")
public record Actions(List<Element> elements, Optional<String> blockId) implements Block {
    public Actions {
        elements = Require.notEmpty(elements, "an actions block's elements");
        if (elements.stream().anyMatch(element -> element instanceof Picture || element instanceof PlainTextInput)) {
            throw new IllegalArgumentException("an actions block takes neither pictures nor text inputs");
        }
    }

    public Actions id(String id) {
        return new Actions(elements, Optional.of(id));
    }
}
