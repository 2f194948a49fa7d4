/** Series of meetings, their timeline, and the rotation of presenters. */
@NullMarked
package dev.lectern.meeting;

import org.jspecify.annotations.NullMarked;
