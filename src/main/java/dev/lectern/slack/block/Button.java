package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * A button.
 *
 * @param value what the handler gets with the click
 * @param url a page that the click opens; the handler is called all the same
 * @param accessibilityLabel read aloud instead of the text
 */
@JsonTypeName("button")
public record Button(
        PlainText text,
        String actionId,
        Optional<String> value,
        Optional<Style> style,
        Optional<String> url,
        Optional<String> accessibilityLabel,
        Optional<Confirm> confirm)
        implements Element {

    /** A button's colour, where it is not the plain one. */
    public enum Style {
        @JsonProperty("primary")
        PRIMARY,
        @JsonProperty("danger")
        DANGER
    }

    public Button {
        Require.notBlank(actionId, "a button's action id");
    }

    Button(PlainText text, String actionId, Optional<String> value) {
        this(text, actionId, value, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Button primary() {
        return new Button(text, actionId, value, Optional.of(Style.PRIMARY), url, accessibilityLabel, confirm);
    }

    public Button danger() {
        return new Button(text, actionId, value, Optional.of(Style.DANGER), url, accessibilityLabel, confirm);
    }

    /** The same button, opening a page as well. */
    public Button opening(String page) {
        return new Button(text, actionId, value, style, Optional.of(page), accessibilityLabel, confirm);
    }

    /** The same button with a longer description for screen readers, as much of it as Slack takes. */
    public Button spokenAs(String label) {
        Optional<String> spoken = Optional.of(Shorten.plain(label, Limits.BUTTON_TEXT));
        return new Button(text, actionId, value, style, url, spoken, confirm);
    }

    /** The same button, asking back before it acts. */
    public Button asking(Confirm question) {
        return new Button(text, actionId, value, style, url, accessibilityLabel, Optional.of(question));
    }
}
