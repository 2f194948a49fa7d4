/** Socket Mode: Slack's requests over WebSockets that we open, where nobody can reach us from outside. */
@NullMarked
package dev.lectern.slack.socket;

import org.jspecify.annotations.NullMarked;
