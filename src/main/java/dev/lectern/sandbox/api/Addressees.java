package dev.lectern.sandbox.api;

import dev.lectern.sandbox.workspace.Workspace;
import dev.lectern.sandbox.workspace.Workspaces;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which workspace a call is about. The token of a workspace's installation says so; that of an organization's is good in
 * several, so the call's arguments do.
 *
 * @see <a href="https://docs.slack.dev/enterprise/developing-for-enterprise-orgs">Slack: lists take a {@code team_id}</a>
 */
final class Addressees {
    private static final Set<String> OF_ONE_TEAM = Set.of("conversations.list", "users.list");

    private final Workspaces workspaces;

    Addressees(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    /** @throws Refused where the call has to name a workspace of the organization and does not */
    Workspace of(String owner, String method, Arguments arguments) {
        List<Workspace> possible = workspaces.of(owner);
        if (workspaces.organization(owner).isEmpty()) {
            return possible.get(0);
        }
        if (OF_ONE_TEAM.contains(method)) {
            String team = arguments.required("team_id");
            return first(possible, one -> one.team().id().equals(team))
                    .orElseThrow(() -> new Refused("team_access_not_granted"));
        }
        return named(possible, arguments).orElse(possible.get(0));
    }

    private static Optional<Workspace> named(List<Workspace> possible, Arguments arguments) {
        Optional<String> channel = arguments.text("channel").or(() -> arguments.text("channel_id"));
        return by(
                        arguments.text("trigger_id"),
                        possible,
                        (id, one) -> one.triggers().knows(id))
                .or(() -> by(
                        arguments.text("view_id"),
                        possible,
                        (id, one) -> one.views().find(id).isPresent()))
                .or(() -> by(
                        channel,
                        possible,
                        (id, one) -> one.conversations().channel(id).isPresent()));
    }

    @FunctionalInterface
    private interface Knows {
        boolean test(String id, Workspace workspace);
    }

    private static Optional<Workspace> by(Optional<String> id, List<Workspace> possible, Knows knows) {
        return id.flatMap(some -> first(possible, one -> knows.test(some, one)));
    }

    private static Optional<Workspace> first(List<Workspace> possible, Predicate<Workspace> which) {
        return possible.stream().filter(which).findFirst();
    }
}
