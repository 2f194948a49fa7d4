package dev.lectern.sandbox.api;

import dev.lectern.sandbox.blocks.Specimens;
import dev.lectern.sandbox.socket.Sockets;
import dev.lectern.sandbox.workspace.Workspace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Web API without its HTTP: a method's name, a token and arguments in, Slack's answer out. Every call is logged.
 * Any thread may use it.
 */
public final class WebApi {
    private static final Pattern CARDS = Pattern.compile("\"type\"\\s*:\\s*\"(card|carousel|data_visualization)\"");

    private static final Set<String> OF_THE_TOKEN = Set.of(OAuthMethods.REVOKE, OAuthMethods.UNINSTALL);

    private final Workspace workspace;
    private final Grants grants;
    private final Scopes scopes;
    private final OAuthMethods oauth;
    private final Map<String, ApiMethod> methods = new HashMap<>();
    private final RateLimits rateLimits = new RateLimits();
    private final CallLog calls;
    private final Faults faults;
    private final Sockets sockets;

    /**
     * @param uninstalled tells the app that it was taken out
     * @param url where the sandbox is reached, without a slash at the end
     */
    public WebApi(
            Workspace workspace,
            Grants grants,
            Runnable uninstalled,
            Scopes scopes,
            String url,
            CallLog calls,
            Faults faults,
            Sockets sockets) {
        this.workspace = workspace;
        this.grants = grants;
        this.scopes = scopes;
        this.oauth = new OAuthMethods(grants, scopes, uninstalled);
        this.calls = calls;
        this.faults = faults;
        this.sockets = sockets;
        register(new UserMethods(workspace, scopes, url).all());
        register(new ChatMethods(workspace, scopes, url).all());
        register(new ConversationMethods(workspace, scopes).all());
        register(new ViewMethods(workspace).all());
        register(new FileMethods(workspace, scopes, url).all());
    }

    /** What the token is good for, as Slack says with every answer; empty for one that is not good. */
    Optional<String> scopes(Optional<String> token) {
        try {
            authenticate(token);
            return Optional.of(scopes.toString());
        } catch (Refused notGood) {
            return Optional.empty();
        }
    }

    private void register(List<ApiMethod> some) {
        some.forEach(method -> methods.put(method.name(), method));
    }

    public ApiReply call(String method, Optional<String> token, Arguments arguments) {
        ApiReply reply = faults.next(method)
                .map(fault -> faulty(fault, method, token, arguments))
                .orElseGet(() -> answered(method, token, arguments));
        int status = reply.manner() == ApiReply.Manner.CUT ? 0 : reply.status();
        CallLog.Call made = new CallLog.Call(workspace.now(), method, arguments.toLog(), reply.body(), status);
        calls.add(made);
        if (reply.body().path("ok").asBoolean(false)) {
            Specimens.ofCall(made.arguments());
        }
        return reply;
    }

    private ApiReply faulty(Faults.Fault fault, String method, Optional<String> token, Arguments arguments) {
        return switch (fault.kind()) {
            case RATELIMITED -> ApiReply.rateLimited(1);
            case HTTP_500 -> ApiReply.broken();
            case INTERNAL_ERROR -> ApiReply.of(new Refused("internal_error").answer());
            case REFUSED -> ApiReply.of(new Refused(fault.error()).answer());
            case FATAL_ERROR -> fatal(method, token, arguments);
            case NO_CARDS ->
                CARDS.matcher(arguments.toLog().path("blocks").toString()).find()
                        ? ApiReply.of(new Refused("invalid_blocks").answer())
                        : answered(method, token, arguments);
            case SLOW -> answered(method, token, arguments).in(ApiReply.Manner.LATE);
            case DROP_BEFORE -> ApiReply.withheld();
            case DROP_AFTER -> answered(method, token, arguments).in(ApiReply.Manner.CUT);
        };
    }

    private ApiReply fatal(String method, Optional<String> token, Arguments arguments) {
        ApiReply reply = answered(method, token, arguments);
        return reply.body().path("ok").asBoolean() ? ApiReply.of(new Refused("fatal_error").answer()) : reply;
    }

    private ApiReply answered(String name, Optional<String> token, Arguments arguments) {
        try {
            if (name.equals("api.test")) {
                return ApiReply.of(apiTest(arguments));
            }
            if (name.equals("apps.connections.open")) {
                OptionalInt wait = rateLimits.take(name, Pace.TIER_2, workspace.now());
                return wait.isPresent() ? ApiReply.rateLimited(wait.getAsInt()) : ApiReply.of(sockets.address(token));
            }
            if (name.equals(OAuthMethods.ACCESS)) {
                return ApiReply.of(oauth.access(arguments));
            }
            ApiMethod method = methods.get(name);
            if (method == null && !OF_THE_TOKEN.contains(name)) {
                throw new Refused("unknown_method");
            }
            authenticate(token);
            if (method == null) {
                return ApiReply.of(
                        name.equals(OAuthMethods.REVOKE) ? oauth.revoke(token.orElseThrow()) : oauth.uninstall());
            }
            OptionalInt wait = rateLimits.take(method.pace().bucket(name, arguments), method.pace(), workspace.now());
            return wait.isPresent()
                    ? ApiReply.rateLimited(wait.getAsInt())
                    : ApiReply.of(method.answer().apply(arguments));
        } catch (Refused refused) {
            return ApiReply.of(refused.answer());
        }
    }

    private static ObjectNode apiTest(Arguments arguments) {
        if (arguments.text("error").isPresent()) {
            throw new Refused(arguments.required("error"));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.set("args", arguments.toLog());
        return answer;
    }

    private void authenticate(Optional<String> token) {
        if (token.isEmpty()) {
            throw new Refused("not_authed");
        }
        grants.check(token.get());
    }
}
