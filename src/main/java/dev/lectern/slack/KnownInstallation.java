package dev.lectern.slack;

import com.slack.api.bolt.middleware.Middleware;
import com.slack.api.bolt.middleware.MiddlewareChain;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.response.Response;
import dev.lectern.group.TeamId;
import java.util.Optional;

/** Authorizes requests from what we know, where Bolt would ask Slack on every one of them. */
final class KnownInstallation implements Middleware {
    private final Workspaces workspaces;
    private final Strangers strangers;

    KnownInstallation(Workspaces workspaces, Strangers strangers) {
        this.workspaces = workspaces;
        this.strangers = strangers;
    }

    @Override
    @SuppressWarnings("rawtypes") // as Bolt declares it
    public Response apply(Request request, Response response, MiddlewareChain chain) throws Exception {
        String team = request.getContext().getTeamId();
        if (team == null) {
            return chain.next(request);
        }
        Optional<Installation> installation;
        try {
            installation = workspaces.find(
                    Incoming.team(team), TeamId.read(request.getContext().getEnterpriseId()));
        } catch (RuntimeException e) {
            return strangers.failed(request, Incoming.team(team), e);
        }
        if (installation.isEmpty()) {
            return Farewells.isOne(request) ? chain.next(request) : strangers.answer(request, Incoming.team(team));
        }
        request.getContext().setBotToken(installation.get().botToken());
        request.getContext().setBotUserId(installation.get().botUserId());
        request.getContext().setBotId(installation.get().botId());
        return chain.next(request);
    }
}
