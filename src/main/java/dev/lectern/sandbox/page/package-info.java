/** The JSON calls for the sandbox's page and for tests: what people see, and what they do. */
@NullMarked
package dev.lectern.sandbox.page;

import org.jspecify.annotations.NullMarked;
