package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/** A picture as a block of its own, with the words that stand for it where it is not seen. */
@JsonTypeName("image")
public record Image(String imageUrl, String altText, Optional<PlainText> title, Optional<String> blockId)
        implements Block {
    public Image {
        Require.notBlank(imageUrl, "an image's url");
        Require.notBlank(altText, "an image's alt text");
    }

    /** The same image with a title above it. */
    public Image titled(String title) {
        return new Image(imageUrl, altText, Optional.of(Text.plain(title)), blockId);
    }
}
