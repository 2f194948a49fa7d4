package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collection;
import java.util.List;

/** Boxes to tick. Those ticked at first must be among the options. */
@JsonTypeName("checkboxes")
public record Checkboxes(
        String actionId,
        List<Option> options,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Option> initialOptions) implements InputElement {
    public Checkboxes {
        Require.notBlank(actionId, "the checkboxes' action id");
        options = Require.notEmpty(options, "the checkboxes' options");
        initialOptions = List.copyOf(initialOptions);
        if (!options.containsAll(initialOptions)) {
            throw new IllegalArgumentException("an initial option is not among the options of " + actionId);
        }
    }

    /** The same boxes with those of these values ticked; values that no option has are passed over. */
    public Checkboxes ticking(Collection<String> values) {
        List<Option> ticked = options.stream()
                .filter(option -> values.contains(option.value()))
                .toList();
        return new Checkboxes(actionId, options, ticked);
    }
}
