/**
 * How votes become a result: each method a pure function from ballots to a winner, a ranking and the steps between, and
 * the files by which anybody can count again. Knows alternatives by their ids only, be they papers or cities.
 */
@NullMarked
package dev.lectern.ballot.count;

import org.jspecify.annotations.NullMarked;
