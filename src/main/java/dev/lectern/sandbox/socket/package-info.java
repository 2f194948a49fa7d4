/** Socket Mode as Slack has it: WebSockets that the app opens and over which it gets its requests. */
@NullMarked
package dev.lectern.sandbox.socket;

import org.jspecify.annotations.NullMarked;
