/** What the sandbox sends to the app: signed requests with commands, interactions and events. */
@NullMarked
package dev.lectern.sandbox.delivery;

import org.jspecify.annotations.NullMarked;
