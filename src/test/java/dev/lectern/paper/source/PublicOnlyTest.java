package dev.lectern.paper.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:192.168.1.1",
                "::127.0.0.1",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::1",
                "2001:db8::1"
            })
    void no_address_of_a_private_network_is_public(String address) throws UnknownHostException {
        assertThat(PublicOnly.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.169.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2a00:1450:4001:800::200e",
                "2606:4700::1111",
                "64:ff9b::1.1.1.1"
            })
    void an_address_of_the_web_is(String address) throws UnknownHostException {
        assertThat(PublicOnly.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void one_private_address_among_a_names_public_ones_is_enough_to_refuse_it() {
        PublicOnly dns =
                new PublicOnly(host -> List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1")));

        assertThatThrownBy(() -> dns.lookup("example.org")).isInstanceOf(PublicOnly.Private.class);
    }
}
