/** A Slack workspace in a box, for the demo and for tests. */
@NullMarked
package dev.lectern.sandbox;

import org.jspecify.annotations.NullMarked;
