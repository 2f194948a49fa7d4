package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** A picture as part of a block, with the words that stand for it where it is not seen. */
@JsonTypeName("image")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Picture(String imageUrl, String altText) implements Element, ContextElement {
    public Picture {
        Require.notBlank(imageUrl, "a picture's url");
        Require.notBlank(altText, "a picture's alt text");
    }
}
