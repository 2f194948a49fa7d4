package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Optional;

/** Options of which one is picked; a picked one can be exchanged, but not taken back. */
@JsonTypeName("radio_buttons")
public record RadioButtons(String actionId, List<Option> options, Optional<Option> initialOption)
        implements InputElement {
    public RadioButtons {
        Require.notBlank(actionId, "the radio buttons' action id");
        options = Require.notEmpty(options, "the radio buttons' options");
        if (initialOption.isPresent() && !options.contains(initialOption.get())) {
            throw new IllegalArgumentException("the initial option is not among the options of " + actionId);
        }
    }

    /** The same buttons with the option of this value picked; a value that no option has picks none. */
    public RadioButtons choosing(String value) {
        return new RadioButtons(
                actionId,
                options,
                options.stream().filter(option -> option.value().equals(value)).findFirst());
    }
}
