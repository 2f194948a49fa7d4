package dev.lectern.slack;

import dev.lectern.group.UserId;
import dev.lectern.work.RequestId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A modal that was sent off.
 *
 * @param metadata the modal's private metadata
 * @param values what was entered, by block id; several values for checkboxes and lists
 */
public record Submission(UserId user, RequestId request, String metadata, Map<String, List<String>> values) {

    public Optional<String> value(String blockId) {
        return values(blockId).stream().findFirst();
    }

    public List<String> values(String blockId) {
        return values.getOrDefault(blockId, List.of());
    }
}
