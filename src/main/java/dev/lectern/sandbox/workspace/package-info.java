/** The workspace's state: people, channels, messages, views, triggers; and how it is kept. */
@NullMarked
package dev.lectern.sandbox.workspace;

import org.jspecify.annotations.NullMarked;
