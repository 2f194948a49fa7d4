package dev.lectern.slack;

import static dev.lectern.slack.Incomplete.needed;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.BlockSuggestionRequest;
import com.slack.api.bolt.request.builtin.GlobalShortcutRequest;
import com.slack.api.bolt.request.builtin.MessageShortcutRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.model.view.View;
import dev.lectern.group.ChannelId;
import dev.lectern.group.GroupId;
import dev.lectern.group.TeamId;
import dev.lectern.group.UserId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads Slack's payloads as what somebody did. Any of Slack's fields may be missing: what an answer needs throws
 * {@link Incomplete}, the rest is done without.
 */
final class Incoming {
    /** Stands for the place of whatever happened in no channel. */
    static final ChannelId NO_CHANNEL = new ChannelId("D0");

    private Incoming() {}

    static Command command(SlashCommandRequest request) {
        SlashCommandPayload payload = request.getPayload();
        return Command.read(
                group(payload.getTeamId(), payload.getChannelId()),
                Objects.requireNonNullElse(payload.getChannelName(), ""),
                user(payload.getUserId()),
                RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString()),
                Objects.requireNonNullElse(payload.getText(), ""));
    }

    static BlockActionPayload.Action action(BlockActionPayload payload) {
        return needed(payload.getActions(), "actions").get(0);
    }

    static Click click(BlockActionRequest request, List<String> arguments) {
        BlockActionPayload payload = request.getPayload();
        BlockActionPayload.Action action = action(payload);
        return new Click(
                place(payload),
                user(payload),
                RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString(), action.getActionTs()),
                arguments,
                chosen(action),
                modal(payload.getView()).map(View::getId),
                metadata(payload.getView()));
    }

    /** The view, unless it is somebody's Home: that is no form, and nothing can be put on top of it. */
    static Optional<View> modal(@Nullable View view) {
        return Optional.ofNullable(view).filter(shown -> !"home".equals(shown.getType()));
    }

    static UserId user(BlockActionPayload payload) {
        return user(payload.getUser() == null ? null : payload.getUser().getId());
    }

    /** Where somebody clicked; a modal carries the group that it is about. */
    static GroupId place(BlockActionPayload payload) {
        return place(
                team(payload),
                payload.getChannel() == null ? null : payload.getChannel().getId(),
                payload.getView());
    }

    static TeamId team(BlockActionPayload payload) {
        return team(
                id(payload.getTeam(), BlockActionPayload.Team::getId),
                id(payload.getUser(), BlockActionPayload.User::getTeamId));
    }

    static Typeahead typing(BlockSuggestionRequest request) {
        BlockSuggestionPayload payload = request.getPayload();
        TeamId team = team(
                id(payload.getTeam(), BlockSuggestionPayload.Team::getId),
                id(payload.getUser(), BlockSuggestionPayload.User::getTeamId));
        return new Typeahead(
                place(team, id(payload.getChannel(), BlockSuggestionPayload.Channel::getId), payload.getView()),
                user(id(payload.getUser(), BlockSuggestionPayload.User::getId)),
                Objects.requireNonNullElse(payload.getValue(), ""));
    }

    static GroupId place(ViewSubmissionPayload payload) {
        TeamId team = team(
                id(payload.getTeam(), ViewSubmissionPayload.Team::getId),
                id(payload.getUser(), ViewSubmissionPayload.User::getTeamId));
        return place(team, null, payload.getView());
    }

    static Submission submission(ViewSubmissionRequest request) {
        ViewSubmissionPayload payload = request.getPayload();
        View view = needed(payload.getView(), "view");
        return new Submission(
                user(id(payload.getUser(), ViewSubmissionPayload.User::getId)),
                RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString(), view.getId(), view.getHash()),
                metadata(view),
                Entered.in(view));
    }

    static TeamId team(MessageShortcutPayload payload) {
        return team(
                id(payload.getTeam(), MessageShortcutPayload.Team::getId),
                id(payload.getUser(), MessageShortcutPayload.User::getTeamId));
    }

    static MessageShortcut shortcut(MessageShortcutRequest request) {
        MessageShortcutPayload payload = request.getPayload();
        String channel = id(payload.getChannel(), MessageShortcutPayload.Channel::getId);
        String text = payload.getMessage() == null ? null : payload.getMessage().getText();
        return new MessageShortcut(
                new GroupId(team(payload), channel(channel)),
                user(id(payload.getUser(), MessageShortcutPayload.User::getId)),
                RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString(), payload.getActionTs()),
                Objects.requireNonNullElse(text, ""));
    }

    static Shortcut shortcut(GlobalShortcutRequest request) {
        GlobalShortcutPayload payload = request.getPayload();
        return new Shortcut(
                team(
                        id(payload.getTeam(), GlobalShortcutPayload.Team::getId),
                        id(payload.getUser(), GlobalShortcutPayload.User::getTeamId)),
                user(id(payload.getUser(), GlobalShortcutPayload.User::getId)),
                RequestIds.of(payload.getTriggerId(), request.getRequestBodyAsString(), payload.getActionTs()));
    }

    static GroupId group(@Nullable String team, @Nullable String channel) {
        return new GroupId(team(team), channel(channel));
    }

    static TeamId team(@Nullable String id) {
        return needed(id, "team", TeamId::new);
    }

    static ChannelId channel(@Nullable String id) {
        return needed(id, "channel", ChannelId::new);
    }

    static UserId user(@Nullable String id) {
        return needed(id, "user", UserId::new);
    }

    /** Where an app is installed for a whole organization, Slack may name none but the person's own workspace. */
    private static TeamId team(@Nullable String team, @Nullable String ofUser) {
        return team(team == null ? ofUser : team);
    }

    private static GroupId place(TeamId team, @Nullable String channel, @Nullable View view) {
        if (channel != null) {
            return new GroupId(team, channel(channel));
        }
        try {
            return GroupId.parse(metadata(view).split(" ", 2)[0]);
        } catch (IllegalArgumentException e) {
            return new GroupId(team, NO_CHANNEL);
        }
    }

    private static String metadata(@Nullable View view) {
        return view == null ? "" : Objects.requireNonNullElse(view.getPrivateMetadata(), "");
    }

    private static String chosen(BlockActionPayload.Action action) {
        String value = action.getSelectedOption() == null
                ? action.getValue()
                : action.getSelectedOption().getValue();
        return Objects.requireNonNullElse(value, "");
    }

    private static <T> @Nullable String id(@Nullable T whose, Function<T, @Nullable String> id) {
        return whose == null ? null : id.apply(whose);
    }
}
