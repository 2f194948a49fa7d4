package dev.lectern.slack.socket;

import dev.lectern.slack.SlackFailure;
import java.net.URI;

/** Asks Slack where to open the next socket; an address is good once, and soon. */
@FunctionalInterface
public interface Addresses {
    URI next() throws SlackFailure;
}
