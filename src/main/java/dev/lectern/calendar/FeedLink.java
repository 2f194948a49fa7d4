package dev.lectern.calendar;

import java.time.Instant;

/**
 * What is kept of a feed's link: nothing from which the link itself could be told without {@link FeedTokens}' key.
 *
 * @param seed of which the token is made
 * @param digest of the token, by which the feed is found
 * @param request that asked for the link, so that the same request makes no second one
 */
record FeedLink(String seed, String digest, String request, Instant since) {}
