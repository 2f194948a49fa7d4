package dev.lectern.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;

/** Authorizes requests from what we know, where Bolt would ask Slack on every one of them. */
final class KnownInstallation implements Middleware {
    private final Installation installation;

    KnownInstallation(Installation installation) {
        this.installation = installation;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        String team = request.getContext().getTeamId();
        if (team != null && !team.equals(installation.team().value())) {
            return Response.builder().statusCode(401).body("").build();
        }
        request.getContext().setBotToken(installation.botToken());
        request.getContext().setBotUserId(installation.botUserId());
        request.getContext().setBotId(installation.botId());
        return chain.next(request);
    }
}
