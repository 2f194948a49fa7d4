package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** A line across. */
@JsonTypeName("divider")
public record Divider(Optional<String> blockId) implements Block {}
