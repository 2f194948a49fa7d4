package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** A line in large type. */
@JsonTypeName("header")
public record Header(PlainText text, Optional<String> blockId) implements Block {}
