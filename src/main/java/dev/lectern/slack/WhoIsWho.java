package dev.lectern.slack;

import dev.lectern.group.UserId;
import java.util.function.Function;

/**
 * What Slack knows of people. Asking may take a moment, and throws where Slack can't be asked just now.
 *
 * @param names how they are called, for what is drawn on its way to Slack
 * @param handles how they are called after an {@code @}
 * @param standing what they are in the workspace now
 */
public record WhoIsWho(
        Function<UserId, String> names, Function<UserId, String> handles, Function<UserId, Standing> standing) {}
