package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Optional;

/**
 * A field whose options the app is asked for while somebody types in it, one of which is chosen.
 *
 * @param minQueryLength how many characters must be typed before the app is asked; 0 asks when the list opens, and
 *     where nothing is said Slack waits for three
 * @param initialOption chosen at first; one that the app would offer, which Slack does not check
 * @see <a href="https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element">Slack: select menu of
 *     external data source</a>
 */
@JsonTypeName("external_select")
public record ExternalSelect(
        String actionId,
        Optional<Integer> minQueryLength,
        Optional<Option> initialOption,
        Optional<PlainText> placeholder)
        implements InputElement {
    public ExternalSelect {
        Require.notBlank(actionId, "a select's action id");
        if (minQueryLength.filter(length -> length < 0).isPresent()) {
            throw new IllegalArgumentException("a negative length of a query: " + actionId);
        }
    }

    /** The same field, asking the app from that many characters on. */
    public ExternalSelect askingFrom(int characters) {
        return new ExternalSelect(actionId, Optional.of(characters), initialOption, placeholder);
    }

    /** The same field with this option chosen at first. */
    public ExternalSelect choosing(Option option) {
        return new ExternalSelect(actionId, minQueryLength, Optional.of(option), placeholder);
    }

    /** The same field with a text shown while nothing is chosen. */
    public ExternalSelect prompting(String text) {
        return new ExternalSelect(actionId, minQueryLength, initialOption, Optional.of(Text.plain(text)));
    }
}
