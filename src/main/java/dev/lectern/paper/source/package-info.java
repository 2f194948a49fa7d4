/** Where papers come from: one reader for each kind of file or site. */
@NullMarked
package dev.lectern.paper.source;

import org.jspecify.annotations.NullMarked;
