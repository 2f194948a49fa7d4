package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A time of day to pick, in whole minutes. */
@JsonTypeName("timepicker")
public record TimePicker(
        String actionId,
        @JsonFormat(pattern = "HH:mm") Optional<LocalTime> initialTime,
        Optional<PlainText> placeholder)
        implements InputElement {
    public TimePicker {
        Require.notBlank(actionId, "a time picker's action id");
        initialTime = initialTime.map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    }

    public TimePicker choosing(LocalTime time) {
        return new TimePicker(actionId, Optional.of(time), placeholder);
    }

    /** The same picker with a text shown while no time is chosen. */
    public TimePicker prompting(String text) {
        return new TimePicker(actionId, initialTime, Optional.of(Text.plain(text)));
    }
}
