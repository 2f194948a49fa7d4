package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** A text without formatting; {@code &} and {@code <} stand for themselves. */
@JsonTypeName("plain_text")
public record PlainText(String text) implements Text {
    public PlainText {
        Require.notBlank(text, "a text");
    }
}
