/** Durable work: what is due when, leases, and the outbox. */
@NullMarked
package dev.lectern.work;

import org.jspecify.annotations.NullMarked;
