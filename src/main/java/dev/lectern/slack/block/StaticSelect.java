package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;

/** A menu of fixed options, one of which is chosen. The option chosen at first must be one of them. */
@JsonTypeName("static_select")
public record StaticSelect(
        String actionId, List<Option> options, Optional<Option> initialOption, Optional<PlainText> placeholder)
        implements InputElement {
    public StaticSelect {
        Require.notBlank(actionId, "a select's action id");
        options = Require.notEmpty(options, "a select's options");
        if (initialOption.isPresent() && !options.contains(initialOption.get())) {
            throw new IllegalArgumentException("the initial option is not among the options of " + actionId);
        }
    }

    /** The same menu with the option of this value chosen; a value that no option has chooses none. */
    public StaticSelect choosing(String value) {
        Optional<Option> chosen =
                options.stream().filter(option -> option.value().equals(value)).findFirst();
        return new StaticSelect(actionId, options, chosen, placeholder);
    }

    /** The same menu with a text shown while nothing is chosen. */
    public StaticSelect prompting(String text) {
        return new StaticSelect(actionId, options, initialOption, Optional.of(Text.plain(text)));
    }
}
