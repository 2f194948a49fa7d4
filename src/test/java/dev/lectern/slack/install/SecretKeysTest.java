package dev.lectern.slack.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretKeysTest {
    private static final String OLD = "11".repeat(32);
    private static final String NEW = Base64.getEncoder().encodeToString(new byte[32]);
    private static final String TOKEN = "xoxb-not-a-real-token";

    @Test
    void what_is_sealed_opens_again_and_shows_nothing() {
        SecretKeys keys = SecretKeys.read(OLD);
        String sealed = keys.seal(TOKEN, "T1/bot");
        assertThat(sealed).doesNotContain("xoxb");
        assertThat(keys.open(sealed, "T1/bot")).contains(TOKEN);
        assertThat(keys).hasToString("SecretKeys[1]");
    }

    @Test
    void the_same_value_is_never_sealed_alike() {
        SecretKeys keys = SecretKeys.read(OLD);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            assertThat(seen.add(keys.seal(TOKEN, "T1/bot"))).isTrue();
        }
    }

    @Test
    void a_value_moved_to_another_workspace_or_place_does_not_open() {
        SecretKeys keys = SecretKeys.read(OLD);
        String sealed = keys.seal(TOKEN, "T1/bot");
        assertThat(keys.open(sealed, "T2/bot")).isEmpty();
        assertThat(keys.open(sealed, "T1/renewal")).isEmpty();
    }

    @Test
    void after_a_change_of_keys_the_old_one_still_opens_and_the_new_one_seals() {
        String sealed = SecretKeys.read(OLD).seal(TOKEN, "T1/bot");
        SecretKeys both = SecretKeys.read(NEW + ", " + OLD);
        assertThat(both.open(sealed, "T1/bot")).contains(TOKEN);
        assertThat(both.isUnderOlderKey(sealed)).isTrue();
        String anew = both.seal(TOKEN, "T1/bot");
        assertThat(both.isUnderOlderKey(anew)).isFalse();
        assertThat(SecretKeys.read(OLD).open(anew, "T1/bot")).isEmpty();
        assertThat(SecretKeys.read(NEW).open(anew, "T1/bot")).contains(TOKEN);
    }

    @Test
    void whatever_is_changed_or_cut_does_not_open() {
        SecretKeys keys = SecretKeys.read(OLD);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String sealed = keys.seal(TOKEN, "T1/bot");
            int at = random.nextInt(sealed.length());
            String cut = sealed.substring(0, at);
            assertThat(keys.open(cut, "T1/bot")).isEmpty();
            char other = sealed.charAt(at) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, at) + other + sealed.substring(at + 1);
            // The last digit of base64 may hold bits that stand for nothing.
            if (at < sealed.length() - 1) {
                assertThat(keys.open(changed, "T1/bot")).isEmpty();
            }
        }
        for (String none : new String[] {"", ".", "..", "1..", "2.abcd.ef", "xoxb-plain", "1.zz.%%%"}) {
            assertThat(keys.open(none, "T1/bot")).isEmpty();
        }
    }

    @Test
    void a_key_that_is_none_is_refused_with_the_way_out_and_without_the_key() {
        for (String none : new String[] {"", "secret", "11".repeat(31), "zz".repeat(32), OLD + "," + "11".repeat(16)}) {
            assertThatThrownBy(() -> SecretKeys.read(none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContainingAll("32 bytes", "openssl rand -base64 32")
                    .hasMessageNotContaining("1111");
        }
    }
}
