package dev.lectern.sandbox.page;

import dev.lectern.sandbox.delivery.Events;
import dev.lectern.sandbox.workspace.Channel;
import dev.lectern.sandbox.workspace.Draft;
import dev.lectern.sandbox.workspace.Message;
import dev.lectern.sandbox.workspace.Person;
import dev.lectern.sandbox.workspace.View;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** People post messages and open the app's Home; the app hears of it as events. */
final class Posts {
    private final Workspace workspace;
    private final Lookup lookup;
    private final Events events;

    Posts(Workspace workspace, Events events) {
        this.workspace = workspace;
        this.lookup = new Lookup(workspace);
        this.events = events;
    }

    ObjectNode post(Body body) {
        Person person = lookup.person(body.required("user"));
        Channel channel = lookup.channelOf(person, body.required("channel"));
        String text = new Typed(workspace.members()).toSlack(body.required("text"));
        Optional<String> thread = body.text("thread_ts")
                .map(ts -> lookup.message(channel, person, ts))
                .map(parent -> parent.threadTs().orElse(parent.ts()));
        Message message = workspace.conversations().post(Draft.typed(channel.id(), person.id(), text, thread));
        events.posted(channel, message);
        return JsonNodeFactory.instance.objectNode().put("ok", true).put("ts", message.ts());
    }

    ObjectNode openHome(Body body) {
        Person person = lookup.person(body.required("user"));
        Channel direct = workspace.conversations().openDirect(person.id());
        String ts = workspace.now().getEpochSecond() + ".000000";
        events.homeOpened(person.id(), direct, workspace.views().home(person.id()), ts);
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        return home(answer, workspace.views().home(person.id()));
    }

    static ObjectNode home(ObjectNode answer, Optional<View> home) {
        home.ifPresentOrElse(view -> answer.set("home", view.toSlack()), () -> answer.putNull("home"));
        return answer;
    }
}
