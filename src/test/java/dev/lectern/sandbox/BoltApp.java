package dev.lectern.sandbox;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A real Bolt app behind a real HTTP server, talking to a sandbox. */
final class BoltApp implements AutoCloseable {
    /** A request as it came over the wire. */
    record Received(Map<String, String> headers, byte[] body) {}

    final App app;
    final Slack slack;
    final List<Received> received = new CopyOnWriteArrayList<>();
    private final SlackRequestParser parser;
    private final Javalin server;

    BoltApp(Sandbox sandbox, Consumer<App> listeners) {
        SlackConfig slackConfig = new SlackConfig();
        slackConfig.setMethodsEndpointUrlPrefix(sandbox.apiUrl());
        slackConfig.setFailOnUnknownProperties(false);
        this.slack = Slack.getInstance(slackConfig);
        AppConfig config = AppConfig.builder()
                .singleTeamBotToken(sandbox.botToken())
                .signingSecret(sandbox.signingSecret())
                .slack(slack)
                .build();
        this.app = new App(config);
        listeners.accept(app);
        this.parser = new SlackRequestParser(config);
        this.server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.routes.post("/slack/events", this::handle);
        });
        server.start("127.0.0.1", 0);
        sandbox.connect(URI.create("http://127.0.0.1:" + server.port() + "/slack/events"));
    }

    private void handle(Context context) throws Exception {
        received.add(new Received(context.headerMap(), context.bodyAsBytes()));
        Map<String, List<String>> headers = new HashMap<>();
        context.headerMap().forEach((name, value) -> headers.put(name, List.of(value)));
        var request = SlackRequestParser.HttpRequest.builder()
                .requestUri(context.path())
                .queryString(new HashMap<>(context.queryParamMap()))
                .headers(new RequestHeaders(headers))
                .requestBody(context.body())
                .remoteAddress("127.0.0.1")
                .build();
        Response response = app.run(parser.parse(request));
        context.status(response.getStatusCode());
        context.result(response.getBody() == null ? "" : response.getBody());
        if (response.getContentType() != null) {
            context.contentType(response.getContentType());
        }
    }

    List<Received> received() {
        return new ArrayList<>(received);
    }

    @Override
    public void close() {
        server.stop();
        app.stop();
    }
}
