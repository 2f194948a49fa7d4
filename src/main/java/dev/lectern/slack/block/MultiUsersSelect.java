package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.Nulls;
import dev.lectern.group.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A menu of the workspace's members, several of whom may be chosen. */
@JsonTypeName("multi_users_select")
public record MultiUsersSelect(
        String actionId, @JsonSetter(nulls = Nulls.AS_EMPTY) List<UserId> initialUsers, Optional<PlainText> placeholder)
        implements InputElement {
    public MultiUsersSelect {
        Require.notBlank(actionId, "a select's action id");
        initialUsers = List.copyOf(initialUsers);
    }

    public MultiUsersSelect choosing(Collection<UserId> users) {
        return new MultiUsersSelect(actionId, List.copyOf(users), placeholder);
    }

    /** The same menu with a text shown while nobody is chosen. */
    public MultiUsersSelect prompting(String text) {
        return new MultiUsersSelect(actionId, initialUsers, Optional.of(Text.plain(text)));
    }
}
