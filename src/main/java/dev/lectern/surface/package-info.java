/** Where people meet Lectern as a whole: help, Home, mentions, direct messages, and the first word in a channel. */
@NullMarked
package dev.lectern.surface;

import org.jspecify.annotations.NullMarked;
