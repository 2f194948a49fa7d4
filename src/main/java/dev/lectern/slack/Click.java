package dev.lectern.slack;

import dev.lectern.group.GroupId;
import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A click on a button.
 *
 * @param group the team and the channel in which it was clicked, or that the modal is about; in a direct message not a
 *     reading group's
 * @param arguments what the action id carries after its name and version
 * @param value the button's value
 * @param viewId the modal in which it was clicked
 * @param metadata that modal's private metadata; empty elsewhere
 */
public record Click(
        GroupId group,
        UserId user,
        RequestId request,
        List<String> arguments,
        String value,
        Optional<String> viewId,
        String metadata) {

    /**
     * The button's value, as what it stands for.
     *
     * @throws OutdatedButton when {@code parse} does not take it: no button that this Lectern makes has such a value
     */
    public <T> T value(Function<String, T> parse) {
        return read(value, parse);
    }

    /** What the action id carries first after its name and version; otherwise like {@link #value(Function)}. */
    public <T> T argument(Function<String, T> parse) {
        return argument(0, parse);
    }

    /** @param place from 0 on; like {@link #argument(Function)} otherwise */
    public <T> T argument(int place, Function<String, T> parse) {
        return read(place < arguments.size() ? arguments.get(place) : "", parse);
    }

    /**
     * The group that the button is about: the one that its action id names, as in a direct message; otherwise that where
     * it was clicked.
     */
    public GroupId subject() {
        return arguments.isEmpty() ? group : argument(GroupId::parse);
    }

    private static <T> T read(String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw new OutdatedButton(e);
        }
    }
}
