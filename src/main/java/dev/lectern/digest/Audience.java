package dev.lectern.digest;

import dev.lectern.group.UserId;
import java.time.LocalDate;
import java.util.Optional;

/**
 * For whom a digest is: a group's channel, or one of its members.
 *
 * @param member empty for the channel
 */
record Audience(Optional<UserId> member) {
    static final Audience CHANNEL = new Audience(Optional.empty());

    static Audience of(UserId member) {
        return new Audience(Optional.of(member));
    }

    /** What tells one digest of a group from all others: {@code 2026-03-30}, or {@code U0ADA/2026-03-30}. */
    record Issue(Audience audience, LocalDate day) {
        static Issue parse(String text) {
            int slash = text.indexOf('/');
            return new Issue(
                    slash < 0 ? CHANNEL : of(new UserId(text.substring(0, slash))),
                    LocalDate.parse(text.substring(slash + 1)));
        }

        @Override
        public String toString() {
            return audience.member().map(member -> member + "/").orElse("") + day;
        }
    }

    Issue on(LocalDate day) {
        return new Issue(this, day);
    }

    /** The name of this audience's own of a group's keys. */
    String own(String name) {
        return name + member.map(user -> ":" + user).orElse("");
    }
}
