/** Bolt wiring, delivery, and helpers for mrkdwn and blocks. */
@NullMarked
package dev.lectern.slack;

import org.jspecify.annotations.NullMarked;
