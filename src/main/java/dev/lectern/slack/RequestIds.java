package dev.lectern.slack;

import dev.lectern.work.RequestId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * Tells one request from another, and knows the same one when it is delivered again.
 *
 * <p>Slack generates a {@code trigger_id} for each interaction, and takes it in exchange for a view once only. Its page
 * on {@code view_submission} does not promise one, so where it is missing the whole body stands for the request: the
 * same envelope has the same bytes.
 *
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads/shortcuts-interaction-payload">Slack: a
 *     trigger_id is generated for the interaction</a>
 * @see <a href="https://docs.slack.dev/reference/methods/views.open">Slack: exchanged_trigger_id</a>
 * @see <a href="https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload">Slack:
 *     view_submission</a>
 */
final class RequestIds {
    private RequestIds() {}

    /** @param more what else Slack tells the request apart by, such as a click's {@code action_ts} */
    static RequestId of(@Nullable String triggerId, String body, @Nullable String... more) {
        if (triggerId == null || triggerId.isBlank()) {
            return new RequestId(DigestUtils.sha256Hex(body));
        }
        return new RequestId(Stream.concat(Stream.of(triggerId), Stream.of(more))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("/")));
    }
}
