package dev.lectern.app;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lectern.Chromium;
import dev.lectern.paper.search.BgeSmall;
import dev.lectern.redis.Redis;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer meets it: Lectern itself behind the sandbox's page. The tests tell one story in pieces. */
class DemoBrowserTest {
    @TempDir
    static Path data;

    private static Chromium chromium;
    private static Redis redis;
    private static Demo demo;

    private Page page;

    @BeforeAll
    static void start() {
        chromium = new Chromium();
        redis = Redis.open(Optional.empty(), Optional.empty(), data);
        demo = Demo.start(redis, data, new BgeSmall(data.resolve("natives")), Outside.NOBODY, 0, 0, Demo.Way.HTTP);
    }

    @AfterAll
    static void stop() {
        demo.close();
        redis.close();
        chromium.close();
    }

    @BeforeEach
    void visit() {
        page = chromium.browser()
                .newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.navigate(demo.page() + "/#/channels/C0READING?as=U0FATIMA");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator message(String text) {
        return page.locator("#messages .message").filter(new Locator.FilterOptions().setHasText(text)).last();
    }

    @Test
    void a_visitor_watches_a_vote_votes_and_sees_who_presents() {
        assertThat(message("Papers for Monday 6 April")).isVisible();

        button("Others act").click();
        assertThat(page.getByText("nominates a paper")).isVisible();
        button("Next event").click();
        assertThat(message("Which paper next?")).containsText("0 of 6 voted");

        button("Others act").click();
        assertThat(message("Which paper next?")).containsText("5 of 6 voted");
        message("Which paper next?")
                .locator("button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Vote$")))
                .first()
                .click();
        assertThat(message("Which paper next?")).containsText("6 of 6 voted");
        assertThat(message("Which paper next?")).containsText("Fatima Haddad");

        button("+1 day").click();
        button("+1 day").click();
        assertThat(message("The vote is closed")).containsText("6 of 6 voted");
        assertThat(message("We read")).isVisible();
        button("Others act").click();
        assertThat(message("presents")).containsText("@Ada Moreau");
    }
}
