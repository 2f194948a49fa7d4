package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;

/**
 * A window in front of Slack. A modal with input blocks needs a submit button.
 *
 * @param callbackId names the modal to the handler of its submission
 * @param privateMetadata comes back with the submission; the person does not see it
 */
@JsonTypeName("modal")
public record Modal(
        String callbackId,
        PlainText title,
        Optional<PlainText> submit,
        Optional<PlainText> close,
        Optional<String> privateMetadata,

        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Block> blocks)
        implements View {
    public Modal {
        Require.notBlank(callbackId, "a modal's callback id");
        blocks = List.copyOf(blocks);
    }

    public static Modal of(String callbackId, String title, Block... blocks) {
        return of(callbackId, title, List.of(blocks));
    }

    public static Modal of(String callbackId, String title, List<? extends Block> blocks) {
        return new Modal(
                callbackId,
                Text.plain(title),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.copyOf(blocks));
    }

    public Modal submit(String label) {
        return new Modal(callbackId, title, Optional.of(Text.plain(label)), close, privateMetadata, blocks);
    }

    public Modal close(String label) {
        return new Modal(callbackId, title, submit, Optional.of(Text.plain(label)), privateMetadata, blocks);
    }

    public Modal privateMetadata(String value) {
        return new Modal(callbackId, title, submit, close, Optional.of(value), blocks);
    }
}
