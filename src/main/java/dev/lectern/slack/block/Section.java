package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A paragraph, or short fields in two columns, or both; with an element at its side, if there is one.
 *
 * @param accessory any element but a text input, which Slack takes in input blocks only
 */
@JsonTypeName("section")
public record Section(
        Optional<Text> text,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Text> fields,
        Optional<Element> accessory,
        Optional<String> blockId)
        implements Block {
    public Section {
        fields = List.copyOf(fields);
        if (text.isEmpty() && fields.isEmpty()) {
            throw new IllegalArgumentException("a section needs a text or fields");
        }
        if (accessory.isPresent() && accessory.get() instanceof PlainTextInput) {
            throw new IllegalArgumentException("a text input belongs into an input block, not beside a section");
        }
    }

    /** The same section with an element at its side. */
    public Section with(Element element) {
        return new Section(text, fields, Optional.of(element), blockId);
    }

    /** The same section with these short mrkdwn texts below it, in two columns. */
    public Section fields(String... mrkdwn) {
        List<Text> texts = Arrays.stream(mrkdwn).<Text>map(Text::mrkdwn).toList();
        return new Section(text, texts, accessory, blockId);
    }

    public Section id(String id) {
        return new Section(text, fields, accessory, Optional.of(id));
    }
}
