package dev.lectern.slack;

import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody entered in a modal, by block id. */
final class Entered {
    private Entered() {}

    static Map<String, List<String>> in(View view) {
        ViewState state = view.getState();
        Map<String, List<String>> values = new HashMap<>();
        if (state != null && state.getValues() != null) {
            state.getValues()
                    .forEach((block, actions) -> actions.values().forEach(value -> values.put(block, values(value))));
        }
        return values;
    }

    private static List<String> values(ViewState.@Nullable Value value) {
        if (value == null) {
            return List.of();
        }
        if (value.getSelectedUsers() != null) {
            return value.getSelectedUsers();
        }
        if (value.getSelectedOptions() != null) {
            return value.getSelectedOptions().stream()
                    .map(ViewState.SelectedOption::getValue)
                    .toList();
        }
        String option = value.getSelectedOption() == null
                ? null
                : value.getSelectedOption().getValue();
        return Stream.of(
                        value.getValue(),
                        option,
                        value.getSelectedUser(),
                        value.getSelectedDate(),
                        value.getSelectedTime())
                .filter(Objects::nonNull)
                .toList();
    }
}
