/**
 * What is sent to Slack, as immutable values: messages, modals, Home, and the blocks in them. Any Jackson mapper writes
 * these as Slack's own JSON and reads them back, so that a message waiting in the outbox is the message that is sent.
 *
 * <p>Start at {@link dev.lectern.slack.block.Blocks}; put text from outside through {@link
 * dev.lectern.slack.block.Mrkdwn}; send only what {@link dev.lectern.slack.block.Limits} lets pass.
 */
@NullMarked
package dev.lectern.slack.block;

import org.jspecify.annotations.NullMarked;
