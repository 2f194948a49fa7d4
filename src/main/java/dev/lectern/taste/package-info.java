/** What a group or a person likes to read, learned from what they did, and how well a paper fits it. */
@NullMarked
package dev.lectern.taste;

import org.jspecify.annotations.NullMarked;
