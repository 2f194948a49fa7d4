package dev.lectern.slack;

import com.google.gson.JsonParseException;
import com.slack.api.Slack;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.files.FilesCompleteUploadExternalRequest;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.model.File;
import com.slack.api.model.Message;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import dev.lectern.group.ChannelId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.View;
import dev.lectern.work.Delivery.Receipt;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The calls to Slack that Lectern makes, each checked against Slack's limits before it is sent. Any thread. */
public final class SlackApi implements AutoCloseable {
    /** The same in every workspace, and not marked as a bot. */
    private static final String SLACKBOT = "USLACKBOT";

    static final String METADATA_TYPE = "lectern_message";
    private static final int HISTORY_PAGE = 100;
    /** Of no method: the address is another one each time. */
    static final String UPLOAD = "files.upload";

    /** What Slack says of a token, and not of the call. */
    static final Set<String> TOKEN_REFUSED =
            Set.of("token_expired", "token_revoked", "invalid_auth", "account_inactive");

    private static final MediaType BYTES = MediaType.get("application/octet-stream");

    private final SlackLine line;
    private final Renewal renewal;
    private volatile Session session;
    private volatile MethodsClient methods;
    private volatile String self = "";

    /** The token that calls are made with, and what they are made on. */
    private record Session(String token, MethodsClient methods) {}

    /** What to do when Slack does not take a token, or does not any more. */
    @FunctionalInterface
    public interface Renewal {
        /** There is no other token than the one. */
        Renewal NONE = (token, code) -> Optional.empty();

        /**
         * Another token, with which the call is made once more; empty where there is none.
         *
         * @param code what Slack said, such as {@code token_expired}
         */
        Optional<String> after(String token, String code);
    }

    /** On a line of its own; @param apiUrl where Slack's methods are, such as {@code https://slack.com/api/} */
    public SlackApi(String apiUrl, String botToken) {
        this(new SlackLine(apiUrl), botToken, Renewal.NONE);
    }

    /** On a line that it shares with others, who close it. */
    public static SlackApi of(SlackLine line, String botToken, String botUserId, Renewal renewal) {
        SlackApi api = new SlackApi(line, botToken, renewal);
        api.self = botUserId;
        return api;
    }

    SlackApi(SlackLine line, String botToken, Renewal renewal) {
        this.line = line;
        this.renewal = renewal;
        this.session = new Session(botToken, line.slack().methods(botToken));
        this.methods = session.methods();
    }

    Slack slack() {
        return line.slack();
    }

    SlackLine line() {
        return line;
    }

    /** From now on calls are made with that token. */
    public void use(String token) {
        if (!session.token().equals(token)) {
            Session next = new Session(token, line.slack().methods(token));
            methods = next.methods();
            session = next;
        }
    }

    /** What the workspace granted the app; empty where Slack does not say. */
    public Optional<Set<String>> scopes() throws SlackFailure {
        return Optional.ofNullable(whoAmI().getHttpResponseHeaders())
                .map(headers -> headers.get("x-oauth-scopes"))
                .map(values -> String.join(",", values))
                .map(text -> Stream.of(text.split(","))
                        .map(String::strip)
                        .filter(scope -> !scope.isEmpty())
                        .collect(Collectors.toSet()));
    }

    AuthTestResponse whoAmI() throws SlackFailure {
        AuthTestResponse me = call("auth.test", () -> methods.authTest(r -> r));
        self = me.getUserId();
        return me;
    }

    /**
     * Posts, under a mark by which the message can be found again should the answer get lost.
     *
     * @param thread the message below which it is posted; empty for one by itself
     */
    Receipt post(String channel, dev.lectern.slack.block.Message message, Mark mark, Optional<Receipt> thread)
            throws SlackFailure {
        Limits.require(message);
        Message.Metadata metadata = Message.Metadata.builder()
                .eventType(METADATA_TYPE)
                .eventPayload(mark.payload())
                .build();
        var answer = call(
                "chat.postMessage",
                () -> methods.chatPostMessage(r -> r.channel(channel)
                        .threadTs(thread.map(Receipt::ts).orElse(null))
                        .text(message.text())
                        .blocksAsString(blocks(message))
                        .metadata(metadata)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return new Receipt(answer.getChannel(), answer.getTs());
    }

    /** @return where it stood before, and stands now */
    Receipt update(Receipt place, dev.lectern.slack.block.Message message) throws SlackFailure {
        Limits.require(message);
        call(
                "chat.update",
                () -> methods.chatUpdate(r -> r.channel(place.channel())
                        .ts(place.ts())
                        .text(message.text())
                        .blocksAsString(blocks(message))));
        return place;
    }

    /** Shows blocks below the links of a message; what was shown there before is replaced. Needs {@code links:write}. */
    Receipt unfurl(String channel, String ts, Unfurls unfurls) throws SlackFailure {
        call(
                "chat.unfurl",
                () -> methods.chatUnfurl(r -> r.channel(channel).ts(ts).rawUnfurls(unfurls.json())));
        return new Receipt(channel, ts);
    }

    /** A place for one file, which is seen by nobody before it is {@linkplain #share shared}. */
    record UploadPlace(String fileId, String url) {}

    /** Needs {@code files:write}. */
    UploadPlace uploadPlace(FileMessage.NamedFile file) throws SlackFailure {
        var answer = call(
                "files.getUploadURLExternal",
                () -> methods.filesGetUploadURLExternal(
                        r -> r.filename(file.name()).length(file.bytes().length)));
        return new UploadPlace(answer.getFileId(), answer.getUploadUrl());
    }

    void upload(FileMessage.NamedFile file, UploadPlace place) throws SlackFailure {
        Request request = new Request.Builder()
                .url(place.url())
                .post(RequestBody.create(file.bytes(), BYTES))
                .build();
        try (Response answer =
                slack().getHttpClient().getOkHttpClient().newCall(request).execute()) {
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
                .map(file -> FilesCompleteUploadExternalRequest.FileDetails.builder()
                        .id(file.getKey())
                        .title(file.getValue())
                        .build())
                .toList();
        call(
                "files.completeUploadExternal",
                () -> methods.filesCompleteUploadExternal(
                        r -> r.channelId(channel).initialComment(mrkdwn).files(files)));
    }

    void postEphemeral(ChannelId channel, UserId user, dev.lectern.slack.block.Message message) throws SlackFailure {
        Limits.require(message);
        call(
                "chat.postEphemeral",
                () -> methods.chatPostEphemeral(r -> r.channel(channel.value())
                        .user(user.value())
                        .text(message.text())
                        .blocksAsString(blocks(message))));
    }

    /** Answers a click to the person who made it, and nobody else. */
    void respond(String responseUrl, dev.lectern.slack.block.Message message) throws SlackFailure {
        line.respond(responseUrl, message);
    }

    /** The conversation for direct messages to a member. */
    String directMessagesWith(UserId user) throws SlackFailure {
        return call("conversations.open", () -> methods.conversationsOpen(r -> r.users(List.of(user.value()))))
                .getChannel()
                .getId();
    }

    /** The newest messages of a conversation, or the page where another one said to go on. Needs the history scope. */
    HistoryPage history(String channel, Optional<String> cursor) throws SlackFailure {
        var answer = call(
                "conversations.history",
                () -> methods.conversationsHistory(r -> r.channel(channel)
                        .cursor(cursor.orElse(null))
                        .limit(HISTORY_PAGE)
                        .includeAllMetadata(true)));
        return page(answer.getMessages(), Optional.ofNullable(answer.getResponseMetadata()));
    }

    /** The first messages of a thread, oldest first, or the page where another one said to go on. Needs the history scope. */
    HistoryPage replies(Receipt thread, Optional<String> cursor) throws SlackFailure {
        var answer = call(
                "conversations.replies",
                () -> methods.conversationsReplies(r -> r.channel(thread.channel())
                        .ts(thread.ts())
                        .cursor(cursor.orElse(null))
                        .limit(HISTORY_PAGE)
                        .includeAllMetadata(true)));
        return page(answer.getMessages(), Optional.ofNullable(answer.getResponseMetadata()));
    }

    private static HistoryPage page(List<Message> messages, Optional<ResponseMetadata> more) {
        return new HistoryPage(
                messages.stream()
                        .map(message -> new HistoryPage.Entry(message.getTs(), payload(message), files(message)))
                        .toList(),
                more.map(ResponseMetadata::getNextCursor).filter(text -> !text.isEmpty()));
    }

    private static Map<String, Object> payload(Message message) {
        return Optional.ofNullable(message.getMetadata())
                .filter(metadata -> METADATA_TYPE.equals(metadata.getEventType()))
                .map(Message.Metadata::getEventPayload)
                .orElse(Map.of());
    }

    private static Set<String> files(Message message) {
        return Stream.ofNullable(message.getFiles())
                .flatMap(List::stream)
                .map(File::getName)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    void openView(String triggerId, View view) throws SlackFailure {
        Limits.require(view);
        call("views.open", () -> methods.viewsOpen(r -> r.triggerId(triggerId).viewAsString(BlockJson.write(view))));
    }

    /** On top of the modal that was clicked in, which comes back when this one is closed. */
    void pushView(String triggerId, View view) throws SlackFailure {
        Limits.require(view);
        call("views.push", () -> methods.viewsPush(r -> r.triggerId(triggerId).viewAsString(BlockJson.write(view))));
    }

    void updateView(String viewId, View view) throws SlackFailure {
        Limits.require(view);
        call("views.update", () -> methods.viewsUpdate(r -> r.viewId(viewId).viewAsString(BlockJson.write(view))));
    }

    void publishHome(UserId user, View view) throws SlackFailure {
        Limits.require(view);
        call(
                "views.publish",
                () -> methods.viewsPublish(r -> r.userId(user.value()).viewAsString(BlockJson.write(view))));
    }

    People.Profile profile(UserId user) throws SlackFailure {
        User found = call(
                        "users.info",
                        () -> methods.usersInfo(r -> r.user(user.value()).includeLocale(true)))
                .getUser();
        return new People.Profile(
                Objects.requireNonNullElse(found.getRealName(), found.getName()),
                Objects.requireNonNullElse(found.getName(), ""),
                Objects.requireNonNullElse(found.getTz(), "UTC"),
                Objects.requireNonNullElse(found.getLocale(), ""));
    }

    Standing standing(UserId user) throws SlackFailure {
        return standing(info(user));
    }

    private User info(UserId user) throws SlackFailure {
        return call("users.info", () -> methods.usersInfo(r -> r.user(user.value())))
                .getUser();
    }

    private static Standing standing(User found) {
        return found.isDeleted()
                ? Standing.DEACTIVATED
                : found.isBot() || SLACKBOT.equals(found.getId()) ? Standing.BOT : Standing.PERSON;
    }

    /** @param team the workspace that this is about: who belongs to no workspace of its organization is a stranger there */
    Account account(UserId user, TeamId team) throws SlackFailure {
        User found = info(user);
        boolean elsewhere = found.getTeamId() != null
                && !found.getTeamId().equals(team.value())
                && found.getEnterpriseUser() == null;
        return new Account(
                standing(found),
                found.isAdmin() || found.isOwner() || found.isPrimaryOwner(),
                found.isRestricted() || found.isUltraRestricted(),
                found.isStranger() || elsewhere);
    }

    /** The first thousand. */
    People.Roster roster(ChannelId channel) throws SlackFailure {
        List<String> members = call(
                        "conversations.members",
                        () -> methods.conversationsMembers(
                                r -> r.channel(channel.value()).limit(1000)))
                .getMembers();
        List<UserId> people = members.stream()
                .filter(member -> !member.equals(self))
                .map(UserId::new)
                .toList();
        return new People.Roster(people, members.contains(self));
    }

    /** Where a socket may be opened now, once. Needs an app-level token with {@code connections:write}. */
    public URI socketAddress() throws SlackFailure {
        String method = "apps.connections.open";
        try {
            return URI.create(
                    call(method, () -> methods.appsConnectionsOpen(r -> r)).getUrl());
        } catch (IllegalArgumentException e) {
            throw SlackFailure.unreadable(method);
        }
    }

    /** What a channel is called, without its {@code #}. Needs {@code channels:read}, of a private one {@code groups:read}. */
    String channelName(ChannelId channel) throws SlackFailure {
        return call("conversations.info", () -> methods.conversationsInfo(r -> r.channel(channel.value())))
                .getChannel()
                .getName();
    }

    private static String blocks(dev.lectern.slack.block.Message message) {
        return BlockJson.write(message.blocks());
    }

    @FunctionalInterface
    interface Call<T> {
        T make() throws IOException, SlackApiException;
    }

    /** Made once more where Slack did not take the token and there is another one. */
    private <T extends SlackApiTextResponse> T call(String method, Call<T> call) throws SlackFailure {
        String token = session.token();
        try {
            return made(method, call);
        } catch (SlackFailure refused) {
            Optional<String> other = refused.isOfTheToken() ? renewal.after(token, refused.code()) : Optional.empty();
            if (other.isEmpty()) {
                throw refused;
            }
            use(other.get());
            return made(method, call);
        }
    }

    static <T extends SlackApiTextResponse> T made(String method, Call<T> call) throws SlackFailure {
        try {
            T answer = call.make();
            if (answer == null) {
                throw SlackFailure.unreadable(method);
            }
            if (!answer.isOk()) {
                throw SlackFailure.refused(method, Objects.requireNonNullElse(answer.getError(), "unknown"));
            }
            return answer;
        } catch (SlackApiException e) {
            int status = e.getResponse().code();
            throw status == 429 ? SlackFailure.rateLimited(method, retryAfter(e)) : SlackFailure.status(method, status);
        } catch (JsonParseException e) {
            throw SlackFailure.unreadable(method);
        } catch (IOException e) {
            throw SlackFailure.unreachable(method, e);
        }
    }

    private static Duration retryAfter(SlackApiException e) {
        String seconds = e.getResponse().header("Retry-After", "1");
        return Duration.ofSeconds(seconds.matches("\\d{1,6}") ? Math.max(1, Long.parseLong(seconds)) : 1);
    }

    @Override
    public void close() throws Exception {
        line.close();
    }
}
