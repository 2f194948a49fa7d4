package dev.lectern.slack;

import dev.lectern.slack.FileCalls.UploadPlace;
import dev.lectern.slack.FileMessage.NamedFile;
import dev.lectern.work.Delivery.Attempt;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Brings files into a conversation: uploaded each on its own, where nobody sees them, and then shown as one message. So a
 * try that ends in between leaves uploads that nobody sees, and no message. Any thread.
 *
 * @see <a href="https://docs.slack.dev/messaging/working-with-files">Slack: working with files</a>
 */
final class Uploads {
    /** The workspace does not let the app upload, now or ever. */
    private static final Set<String> NOT_ALLOWED = Set.of(
            "missing_scope",
            "no_permission",
            "file_uploads_disabled",
            "file_uploads_except_images_disabled",
            "file_type_not_allowed",
            "file_upload_size_restricted");

    private final Workspaces workspaces;
    private final PacedCalls calls;

    Uploads(Workspaces workspaces, PacedCalls calls) {
        this.workspaces = workspaces;
        this.calls = calls;
    }

    static boolean notAllowed(SlackFailure failure) {
        return NOT_ALLOWED.contains(failure.code());
    }

    /**
     * The files' ids with their titles.
     *
     * @throws SlackFailure that is never {@link SlackFailure#unknown}: nobody has seen anything yet
     */
    Map<String, String> upload(Attempt attempt, FileMessage message) throws SlackFailure {
        Map<String, String> titles = new LinkedHashMap<>();
        try {
            FileCalls slack = workspaces.of(attempt.group().team()).files();
            for (NamedFile file : message.files()) {
                UploadPlace place = calls.call(attempt, Pace.uploading(FileCalls.PLACE), () -> slack.place(file));
                calls.call(attempt, Pace.uploading(FileCalls.UPLOAD), () -> {
                    slack.upload(file, place);
                    return place;
                });
                titles.put(place.fileId(), file.title());
            }
        } catch (SlackFailure e) {
            throw e.harmless();
        }
        return titles;
    }

    void share(Attempt attempt, String channel, String text, Map<String, String> titles) throws SlackFailure {
        FileCalls slack = workspaces.of(attempt.group().team()).files();
        calls.call(attempt, Pace.sharing(channel), () -> {
            slack.share(channel, text, titles);
            return channel;
        });
    }
}
