package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;

/** Cards side by side, to scroll through. */
@JsonTypeName("carousel")
public record Carousel(@JsonProperty("elements") List<Card> cards, Optional<String> blockId) implements Block {
    public Carousel {
        cards = Require.notEmpty(cards, "a carousel's cards");
    }

    public Carousel id(String id) {
        return new Carousel(cards, Optional.of(id));
    }
}
