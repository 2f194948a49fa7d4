package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A menu of fixed options, several of which may be chosen. The options chosen at first must be among them. */
@JsonTypeName("multi_static_select")
public record MultiStaticSelect(
        String actionId,
        List<Option> options,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Option> initialOptions,
        Optional<PlainText> placeholder)
        implements InputElement {
    public MultiStaticSelect {
        Require.notBlank(actionId, "a select's action id");
        options = Require.notEmpty(options, "a select's options");
        initialOptions = List.copyOf(initialOptions);
        if (!options.containsAll(initialOptions)) {
            throw new IllegalArgumentException("an initial option is not among the options of " + actionId);
        }
    }

    /** The same menu with the options of these values chosen; values that no option has are passed over. */
    public MultiStaticSelect choosing(Collection<String> values) {
        List<Option> chosen = options.stream()
                .filter(option -> values.contains(option.value()))
                .toList();
        return new MultiStaticSelect(actionId, options, chosen, placeholder);
    }

    /** The same menu with a text shown while nothing is chosen. */
    public MultiStaticSelect prompting(String text) {
        return new MultiStaticSelect(actionId, options, initialOptions, Optional.of(Text.plain(text)));
    }
}
