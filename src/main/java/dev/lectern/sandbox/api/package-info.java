/** Slack's Web API, as the sandbox plays it. */
@NullMarked
package dev.lectern.sandbox.api;

import org.jspecify.annotations.NullMarked;
