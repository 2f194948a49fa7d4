package dev.lectern.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.Cookie;
import java.net.URI;
import org.junit.jupiter.api.Test;

class InstallRoutesTest {
    @Test
    void behind_a_proxy_the_cookie_is_given_back_below_the_path_that_the_browser_sees() {
        Cookie cookie = InstallRoutes.cookie("unguessable", URI.create("https://example.org/lectern"));
        assertThat(cookie.getPath()).isEqualTo("/lectern/slack");
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
    }

    @Test
    void at_a_host_of_its_own_only_the_two_pages_see_it() {
        assertThat(InstallRoutes.cookie("unguessable", URI.create("http://127.0.0.1:3001"))
                        .getPath())
                .isEqualTo("/slack");
    }
}
