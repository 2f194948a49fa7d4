package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A text in Slack's mrkdwn. It is always sent {@code verbatim}: Slack then honours links and mentions that are spelled
 * out ({@code <https://…|label>}, {@code <@U1>}) but makes none out of a bare {@code @here} or {@code #general}, which a
 * paper's title may well contain.
 */
@JsonTypeName("mrkdwn")
@JsonIgnoreProperties(value = "verbatim", allowGetters = true)
public record MrkdwnText(String text) implements Text {
    public MrkdwnText {
        Require.notBlank(text, "a text");
    }

    @JsonProperty("verbatim")
    boolean verbatim() {
        return true;
    }
}
