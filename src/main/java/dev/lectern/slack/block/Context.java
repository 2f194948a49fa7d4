package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;

/** Small grey texts and pictures in a row. */
@JsonTypeName("context")
public record Context(List<ContextElement> elements, Optional<String> blockId) implements Block {
    public Context {
        elements = Require.notEmpty(elements, "a context block's elements");
    }
}
