/** Reading groups: their settings, their members, and who may do what. */
@NullMarked
package dev.lectern.group;

import org.jspecify.annotations.NullMarked;
