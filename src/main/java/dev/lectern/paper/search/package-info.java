/** Finding papers: the index, the vectors, and how their answers are joined. */
@NullMarked
package dev.lectern.paper.search;

import org.jspecify.annotations.NullMarked;
