/** How people come to papers in Slack besides the digest: lists, search, and cards for links. */
@NullMarked
package dev.lectern.discover;

import org.jspecify.annotations.NullMarked;
