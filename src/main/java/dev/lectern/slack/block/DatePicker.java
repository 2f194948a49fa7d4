package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalDate;
import java.util.Optional;

/** A calendar to pick a day from. */
@JsonTypeName("datepicker")
public record DatePicker(String actionId, Optional<LocalDate> initialDate, Optional<PlainText> placeholder)
        implements InputElement {
    public DatePicker {
        Require.notBlank(actionId, "a date picker's action id");
    }

    public DatePicker choosing(LocalDate day) {
        return new DatePicker(actionId, Optional.of(day), placeholder);
    }

    /** The same picker with a text shown while no day is chosen. */
    public DatePicker prompting(String text) {
        return new DatePicker(actionId, initialDate, Optional.of(Text.plain(text)));
    }
}
