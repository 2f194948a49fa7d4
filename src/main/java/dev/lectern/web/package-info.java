/** Javalin: Slack's endpoint and health. */
@NullMarked
package dev.lectern.web;

import org.jspecify.annotations.NullMarked;
