/** Words that people type. */
@NullMarked
package dev.lectern.text;

import org.jspecify.annotations.NullMarked;
