package dev.lectern.sandbox.workspace;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The workspaces that the sandbox plays, the first of which is always there. Any thread may use it. */
public record Workspaces(List<Workspace> all) {

    public Workspaces {
        all = List.copyOf(all);
    }

    public Workspace first() {
        return all.get(0);
    }

    /** Where an installation of that workspace's, or organization's, is good. */
    public List<Workspace> of(String owner) {
        return all.stream().filter(one -> one.team().isIn(owner)).toList();
    }

    public Optional<Team.Organization> organization(String id) {
        return all.stream()
                .flatMap(one -> one.team().organization().stream())
                .filter(one -> one.id().equals(id))
                .findFirst();
    }

    /** Whoever may install the app: each workspace, then each organization. */
    public List<String> owners() {
        return Stream.concat(
                        all.stream().map(one -> one.team().id()),
                        all.stream()
                                .flatMap(one -> one.team().organization().stream())
                                .map(Team.Organization::id)
                                .distinct())
                .toList();
    }

    /** What a workspace or organization is called. */
    public String name(String owner) {
        return organization(owner)
                .map(Team.Organization::name)
                .orElseGet(() -> of(owner).get(0).team().name());
    }
}
