package dev.lectern.ballot;

import static dev.lectern.Samples.ADA;
import static dev.lectern.Samples.BEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class VoterTest {
    @Test
    void a_voter_is_the_member_and_a_hidden_one_nobody_s() {
        assertThat(Voter.of(ADA).member()).contains(ADA);
        assertThat(Voter.hidden(ADA, "secret").member()).isEmpty();
        assertThat(Voter.hidden(ADA, "secret").value()).doesNotContain(ADA.value());
    }

    @Test
    void a_hidden_name_is_the_same_for_the_same_member_and_secret_only() {
        assertThat(Voter.hidden(ADA, "secret")).isEqualTo(Voter.hidden(ADA, "secret"));
        assertThat(Voter.hidden(ADA, "secret")).isNotEqualTo(Voter.hidden(BEN, "secret"));
        assertThat(Voter.hidden(ADA, "secret")).isNotEqualTo(Voter.hidden(ADA, "other"));
    }

    /** By {@code printf U0ADA | openssl dgst -sha256 -hmac secret -binary | basenc --base64url}. */
    @Test
    void a_hidden_name_is_an_hmac() {
        assertThat(Voter.hidden(ADA, "secret").value()).isEqualTo("?S_z-9BfjSJ0fUawiP8wUNqToFAXL3f2yVR4u7Oy4L4M");
    }

    @Test
    void a_voter_has_a_name() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Voter(" "));
    }
}
