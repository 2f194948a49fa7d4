package dev.lectern.slack;

import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest.FileDetails;
import dev.lectern.slack.FileMessage.NamedFile;
import java.io.IOException;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The calls to Slack that bring a file into a conversation, in this order; they need {@code files:write}. Any thread. */
final class FileCalls {
    static final String PLACE = "files.getUploadURLExternal";
    /** Of no method: the address is another one each time. */
    static final String UPLOAD = "files.upload";

    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final TokenCalls calls;

    FileCalls(TokenCalls calls) {
        this.calls = calls;
    }

    /** A place for one file, which is seen by nobody before it is {@linkplain #share shared}. */
    record UploadPlace(String fileId, String url) {}

    UploadPlace place(NamedFile file) throws SlackFailure {
        var answer = calls.call(
                PLACE,
                methods -> methods.filesGetUploadURLExternal(
                        r -> r.filename(file.name()).length(file.bytes().length)));
        return new UploadPlace(answer.getFileId(), answer.getUploadUrl());
    }

    void upload(NamedFile file, UploadPlace place) throws SlackFailure {
        Request request = new Request.Builder()
                .url(place.url())
                .post(RequestBody.create(file.bytes(), BYTES))
                .build();
        try (Response answer = calls.line()
                .slack()
                .getHttpClient()
                .getOkHttpClient()
                .newCall(request)
                .execute()) {
            if (!answer.isSuccessful()) {
                throw SlackFailure.status(UPLOAD, answer.code());
            }
        } catch (IOException e) {
            throw SlackFailure.unreachable(UPLOAD, e);
        }
    }

    /** Shows uploaded files in a conversation, as one message with this text. */
    void share(String channel, String mrkdwn, Map<String, String> titlesByFileId) throws SlackFailure {
        var files = titlesByFileId.entrySet().stream()
                .map(file -> FileDetails.builder()
                        .id(file.getKey())
                        .title(file.getValue())
                        .build())
                .toList();
        calls.call(
                "files.completeUploadExternal",
                methods -> methods.filesCompleteUploadExternal(
                        r -> r.channelId(channel).initialComment(mrkdwn).files(files)));
    }
}
