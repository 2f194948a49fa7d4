package dev.lectern.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.group.Rights.Act;
import dev.lectern.slack.Account;
import dev.lectern.slack.Standing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table: what somebody is in the workspace and in the group, and all that they may do. */
class RightsTest {
    @ParameterizedTest
    @CsvSource({
        "PERSON,   -,                READ JOIN BE_LISTED BE_ORGANIZER",
        "PERSON,   member,           READ JOIN BE_LISTED BE_ORGANIZER ASK VOTE PRESENT",
        "PERSON,   organizer,        READ JOIN BE_LISTED BE_ORGANIZER ORGANIZE",
        "PERSON,   member organizer, READ JOIN BE_LISTED BE_ORGANIZER ASK VOTE PRESENT ORGANIZE",
        "ADMIN,    -,                READ JOIN BE_LISTED BE_ORGANIZER ORGANIZE",
        "ADMIN,    member,           READ JOIN BE_LISTED BE_ORGANIZER ASK VOTE PRESENT ORGANIZE",
        "GUEST,    -,                READ BE_LISTED ASK",
        "GUEST,    member,           READ BE_LISTED ASK VOTE PRESENT",
        "GUEST,    member organizer, READ BE_LISTED ASK VOTE PRESENT ORGANIZE",
        "STRANGER, -,                READ BE_LISTED ASK",
        "STRANGER, member,           READ BE_LISTED ASK VOTE PRESENT",
        "APP,      -,                ''",
        "APP,      member organizer, ''",
        "GONE,     -,                ''",
        "GONE,     member organizer, ''",
    })
    void one_may_do_what_the_table_says_and_nothing_else(Rank rank, String inGroup, String acts) {
        Set<Act> allowed = Arrays.stream(acts.split(" "))
                .filter(act -> !act.isEmpty())
                .map(Act::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
        for (Act act : Act.values()) {
            assertThat(Rights.may(rank, inGroup.contains("member"), inGroup.contains("organizer"), act))
                    .as("%s, %s: %s", rank, inGroup, act)
                    .isEqualTo(allowed.contains(act));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PERSON,      false, false, false, PERSON",
        "PERSON,      true,  false, false, ADMIN",
        "PERSON,      false, true,  false, GUEST",
        "PERSON,      false, false, true,  STRANGER",
        "PERSON,      true,  false, true,  STRANGER",
        "BOT,         true,  false, false, APP",
        "DEACTIVATED, true,  false, false, GONE",
        "UNKNOWN,     false, false, false, PERSON",
    })
    void what_slack_tells_of_an_account_is_a_rank(
            Standing standing, boolean admin, boolean guest, boolean stranger, Rank rank) {
        assertThat(RightsText.rank(new Account(standing, admin, guest, stranger)))
                .isEqualTo(rank);
    }
}
