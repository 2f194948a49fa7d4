package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A block of a message, a modal, or Home; see {@code docs.slack.dev/reference/block-kit/blocks}. Constructors refuse
 * what has no meaning, such as a section without text; how long and how many is {@link Limits}' to say.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public sealed interface Block
        permits Header, Section, Context, Divider, Actions, Image, Card, Carousel, BarChart, Input {

    /** Comes back with every event of the block, and is unique in its message or view; Slack makes one up otherwise. */
    Optional<String> blockId();
}
