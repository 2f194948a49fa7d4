package dev.lectern.sandbox.delivery;

import dev.lectern.sandbox.workspace.Team;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * From where Slack sends something.
 *
 * @param everywhere whether the app is there by an installation in all of the organization
 * @see <a href="https://docs.slack.dev/enterprise/developing-for-enterprise-orgs">Slack: apps in organizations</a>
 */
public record Origin(Team team, BooleanSupplier everywhere) {

    /** The same, of an installation that may be gone by now. */
    Origin as(boolean installedEverywhere) {
        return new Origin(team, () -> installedEverywhere);
    }

    private Optional<Team.Organization> organization() {
        return team.organization();
    }

    /** What every event says around itself. */
    void putInto(ObjectNode envelope) {
        Optional<String> enterprise = organization().map(Team.Organization::id);
        envelope.put("team_id", team.id()).put("context_team_id", team.id());
        envelope.put("context_enterprise_id", enterprise.orElse(null));
        enterprise.ifPresent(id -> envelope.put("enterprise_id", id));
        envelope.putArray("authorizations")
                .addObject()
                .put("enterprise_id", enterprise.orElse(null))
                .put("team_id", team.id())
                .put("user_id", team.bot())
                .put("is_bot", true)
                .put("is_enterprise_install", everywhere.getAsBoolean());
    }

    /** What every interaction says of it. */
    void putIntoInteraction(ObjectNode payload) {
        ObjectNode workspace = payload.putObject("team").put("id", team.id()).put("domain", team.domain());
        organization()
                .ifPresentOrElse(
                        some -> {
                            workspace.put("enterprise_id", some.id()).put("enterprise_name", some.name());
                            payload.putObject("enterprise").put("id", some.id()).put("name", some.name());
                        },
                        () -> payload.putNull("enterprise"));
        payload.put("is_enterprise_install", everywhere.getAsBoolean());
    }
}
