package dev.lectern.sandbox.api;

import dev.lectern.sandbox.blocks.Specimens;
import dev.lectern.sandbox.socket.Sockets;
import dev.lectern.sandbox.workspace.Team;
import dev.lectern.sandbox.workspace.Workspace;
import dev.lectern.sandbox.workspace.Workspaces;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The Web API without its HTTP: a method's name, a token and arguments in, Slack's answer out. Every call is logged.
 * Any thread may use it.
 */
public final class WebApi {
    private static final Pattern CARDS = Pattern.compile("\"type\"\\s*:\\s*\"(card|carousel|data_visualization)\"");

    private static final String PUBLISH = "views.publish";
    private static final String WHO = "auth.test";
    private static final Set<String> OF_THE_TOKEN = Set.of(OAuthMethods.REVOKE, OAuthMethods.UNINSTALL);

    private final Workspaces workspaces;
    private final Addressees addressees;
    private final Grants grants;
    private final Scopes scopes;
    private final OAuthMethods oauth;
    /** By workspace, then by name. */
    private final Map<String, Map<String, ApiMethod>> methods = new HashMap<>();

    private final RateLimits rateLimits = new RateLimits();
    private final CallLog calls;
    private final Faults faults;
    private final Sockets sockets;

    /**
     * @param urls where each workspace is reached, without a slash at the end
     * @param uninstalled tells the app who took it out
     */
    public WebApi(
            Workspaces workspaces,
            Function<Workspace, String> urls,
            Grants grants,
            Consumer<String> uninstalled,
            Scopes scopes,
            CallLog calls,
            Faults faults,
            Sockets sockets) {
        this.workspaces = workspaces;
        this.addressees = new Addressees(workspaces);
        this.grants = grants;
        this.scopes = scopes;
        this.oauth = new OAuthMethods(grants, scopes, workspaces, uninstalled);
        this.calls = calls;
        this.faults = faults;
        this.sockets = sockets;
        workspaces.all().forEach(workspace -> register(workspace, urls.apply(workspace)));
    }

    private void register(Workspace workspace, String url) {
        Map<String, ApiMethod> own = new HashMap<>();
        Stream.of(
                        new UserMethods(workspace, scopes, url).all(),
                        new ChatMethods(workspace, scopes, url).all(),
                        new ConversationMethods(workspace, scopes).all(),
                        new ViewMethods(workspace).all(),
                        new FileMethods(workspace, scopes, url).all())
                .flatMap(List::stream)
                .forEach(method -> own.put(method.name(), method));
        methods.put(workspace.team().id(), own);
    }

    /** What the token is good for, as Slack says with every answer; empty for one that is not good. */
    Optional<String> scopes(Optional<String> token) {
        try {
            var unused = owner(token);
            return Optional.of(scopes.toString());
        } catch (Refused notGood) {
            return Optional.empty();
        }
    }

    public ApiReply call(String method, Optional<String> token, Arguments arguments) {
        ApiReply reply = faults.next(method)
                .map(fault -> faulty(fault, method, token, arguments))
                .orElseGet(() -> answered(method, token, arguments));
        int status = reply.manner() == ApiReply.Manner.CUT ? 0 : reply.status();
        CallLog.Call made = new CallLog.Call(workspaces.first().now(), method, arguments.toLog(), reply.body(), status);
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
                OptionalInt wait =
                        rateLimits.take(name, Pace.TIER_2, workspaces.first().now());
                return wait.isPresent() ? ApiReply.rateLimited(wait.getAsInt()) : ApiReply.of(sockets.address(token));
            }
            if (name.equals(OAuthMethods.ACCESS)) {
                return ApiReply.of(oauth.access(arguments));
            }
            if (!OF_THE_TOKEN.contains(name) && !methodsOf(workspaces.first()).containsKey(name)) {
                throw new Refused("unknown_method");
            }
            String owner = owner(token);
            if (name.equals(OAuthMethods.REVOKE)) {
                return ApiReply.of(oauth.revoke(token.orElseThrow()));
            }
            return name.equals(OAuthMethods.UNINSTALL)
                    ? ApiReply.of(oauth.uninstall(owner))
                    : answered(name, owner, arguments);
        } catch (Refused refused) {
            return ApiReply.of(refused.answer());
        }
    }

    private ApiReply answered(String name, String owner, Arguments arguments) {
        Workspace workspace = addressees.of(owner, name, arguments);
        ApiMethod method = method(workspace, name);
        String bucket = owner + " " + method.pace().bucket(name, arguments);
        OptionalInt wait = rateLimits.take(bucket, method.pace(), workspace.now());
        if (wait.isPresent()) {
            return ApiReply.rateLimited(wait.getAsInt());
        }
        ObjectNode answer = method.answer().apply(arguments);
        if (name.equals(PUBLISH)) {
            // Somebody's Home is one in all of an organization.
            for (Workspace other : workspaces.of(owner)) {
                if (other != workspace) {
                    var unused = method(other, name).answer().apply(arguments);
                }
            }
        } else if (name.equals(WHO)) {
            workspaces.organization(owner).ifPresent(some -> everywhere(some, answer));
        }
        return ApiReply.of(answer);
    }

    private ApiMethod method(Workspace workspace, String name) {
        return Objects.requireNonNull(methodsOf(workspace).get(name), name);
    }

    private Map<String, ApiMethod> methodsOf(Workspace workspace) {
        return Objects.requireNonNull(methods.get(workspace.team().id()));
    }

    private static void everywhere(Team.Organization organization, ObjectNode answer) {
        answer.put("team", organization.name()).put("team_id", organization.id());
        answer.put("enterprise_id", organization.id()).put("is_enterprise_install", true);
    }

    private static ObjectNode apiTest(Arguments arguments) {
        if (arguments.text("error").isPresent()) {
            throw new Refused(arguments.required("error"));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("ok", true);
        answer.set("args", arguments.toLog());
        return answer;
    }

    private String owner(Optional<String> token) {
        if (token.isEmpty()) {
            throw new Refused("not_authed");
        }
        return grants.owner(token.get());
    }
}
