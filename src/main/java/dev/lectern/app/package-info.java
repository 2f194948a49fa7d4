/** Main, the command line, configuration, and the one place where objects are put together. */
@NullMarked
package dev.lectern.app;

import org.jspecify.annotations.NullMarked;
