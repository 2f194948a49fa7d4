package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;

/** The app's Home tab as one person sees it. Slack wants the list of blocks even if it is empty. */
@JsonTypeName("home")
public record Home(
        @JsonInclude(JsonInclude.Include.ALWAYS) @JsonSetter(nulls = Nulls.AS_EMPTY)
        List<Block> blocks) implements View {
    public Home {
        blocks = List.copyOf(blocks);
    }
}
