package dev.lectern.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.webhook.WebhookResponse;
import dev.lectern.redis.Json;
import dev.lectern.slack.block.BlockJson;
import dev.lectern.slack.block.Limits;
import dev.lectern.slack.block.Message;
import java.io.IOException;

/** The connections to Slack, for any number of tokens. Any thread. */
public final class SlackLine implements AutoCloseable {
    private static final int CALL_MILLIS = 5_000;
    private static final String METHODS = "api/";

    private final String apiUrl;
    private final Slack slack;

    /** @param apiUrl where Slack's methods are, such as {@code https://slack.com/api/} */
    public SlackLine(String apiUrl) {
        this.apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(this.apiUrl);
        config.setHttpClientCallTimeoutMillis(CALL_MILLIS);
        config.setHttpClientReadTimeoutMillis(CALL_MILLIS);
        config.setFailOnUnknownProperties(false);
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(
                config,
                new SlackHttpClient(SlackHttpClient.buildOkHttpClient(config)
                        .newBuilder()
                        .addInterceptor(new SentOnce())
                        .build()));
    }

    Slack slack() {
        return slack;
    }

    String url(String method) {
        return apiUrl + method;
    }

    /** The page on which somebody allows an app: beside the methods, at Slack and in the sandbox. */
    String authorizeUrl() {
        String base = apiUrl.endsWith(METHODS) ? apiUrl.substring(0, apiUrl.length() - METHODS.length()) : apiUrl;
        return base + "oauth/v2/authorize";
    }

    /** Answers whoever did something, and nobody else; the address is all that it takes. */
    void respond(String responseUrl, Message message) throws SlackFailure {
        Limits.require(message);
        try {
            WebhookResponse answer = slack.send(
                    responseUrl,
                    "{\"response_type\":\"ephemeral\",\"replace_original\":false,\"text\":" + Json.write(message.text())
                            + ",\"blocks\":" + BlockJson.write(message.blocks()) + "}");
            if (answer.getCode() != 200) {
                throw SlackFailure.status("response_url", answer.getCode());
            }
        } catch (IOException e) {
            throw SlackFailure.unreachable("response_url", e);
        }
    }

    @Override
    public void close() throws Exception {
        slack.close();
    }
}
