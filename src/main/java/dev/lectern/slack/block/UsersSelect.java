package dev.lectern.slack.block;

import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.lectern.group.UserId;
import java.util.Optional;

/** A menu of the workspace's members, one of whom is chosen. */
@JsonTypeName("users_select")
public record UsersSelect(String actionId, Optional<UserId> initialUser, Optional<PlainText> placeholder)
        implements InputElement {
    public UsersSelect {
        Require.notBlank(actionId, "a select's action id");
    }

    public UsersSelect choosing(UserId user) {
        return new UsersSelect(actionId, Optional.of(user), placeholder);
    }

    /** The same menu with a text shown while nobody is chosen. */
    public UsersSelect prompting(String text) {
        return new UsersSelect(actionId, initialUser, Optional.of(Text.plain(text)));
    }
}
