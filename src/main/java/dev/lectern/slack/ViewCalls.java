package dev.lectern.slack;

import dev.lectern.group.UserId;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.View;

/** The calls to Slack that show modals and Homes, each checked against Slack's limits before it is made. Any thread. */
final class ViewCalls {
    private final TokenCalls calls;

    ViewCalls(TokenCalls calls) {
        this.calls = calls;
    }

    void open(String triggerId, View view) throws SlackFailure {
        String json = json(view);
        calls.call(
                "views.open",
                methods -> methods.viewsOpen(r -> r.triggerId(triggerId).viewAsString(json)));
    }

    /** On top of the modal that was clicked in, which comes back when this one is closed. */
    void push(String triggerId, View view) throws SlackFailure {
        String json = json(view);
        calls.call(
                "views.push",
                methods -> methods.viewsPush(r -> r.triggerId(triggerId).viewAsString(json)));
    }

    void update(String viewId, View view) throws SlackFailure {
        String json = json(view);
        calls.call(
                "views.update",
                methods -> methods.viewsUpdate(r -> r.viewId(viewId).viewAsString(json)));
    }

    void publishHome(UserId user, View view) throws SlackFailure {
        String json = json(view);
        calls.call(
                "views.publish",
                methods -> methods.viewsPublish(r -> r.userId(user.value()).viewAsString(json)));
    }

    private static String json(View view) {
        Limits.require(view);
        return BlockJson.write(view);
    }
}
