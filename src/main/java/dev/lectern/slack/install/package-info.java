/** How Lectern gets into workspaces, and out of them: installations, their tokens, and what is asked for. */
@NullMarked
package dev.lectern.slack.install;

import org.jspecify.annotations.NullMarked;
