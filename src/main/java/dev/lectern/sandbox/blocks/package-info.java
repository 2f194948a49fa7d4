/** Slack's rules for blocks and views, and the values that people give to their elements. Pure. */
@NullMarked
package dev.lectern.sandbox.blocks;

import org.jspecify.annotations.NullMarked;
