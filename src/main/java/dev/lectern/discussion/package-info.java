/** What happens before, at and after a meeting: reminders, questions, notes, ratings, and what is remembered of it. */
@NullMarked
package dev.lectern.discussion;

import org.jspecify.annotations.NullMarked;
