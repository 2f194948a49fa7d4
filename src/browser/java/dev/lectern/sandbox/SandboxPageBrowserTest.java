package dev.lectern.sandbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.lectern.Chromium;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sandbox's page in a real browser, with the real sandbox and a tiny app behind it. */
class SandboxPageBrowserTest {
    private static final String READING = "C0READING";

    private static Chromium chromium;

    private Sandbox sandbox;
    private TinyApp app;
    private BrowserContext context;
    private Page page;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> failures = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void launch() {
        chromium = new Chromium();
    }

    @AfterAll
    static void quit() {
        chromium.close();
    }

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxConfiguration.of("xoxb-page-test", "page-test-secret"));
        app = TinyApp.behind(sandbox);
        visitWith(1280, 900);
    }

    @AfterEach
    void stop() {
        context.close();
        app.close();
        sandbox.close();
        assertThat(failures).as("errors in the page's scripts").isEmpty();
    }

    private void visitWith(int width, int height) {
        context = chromium.browser().newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        page = context.newPage();
        page.onRequest(request -> asked.add(request.url()));
        page.onPageError(failures::add);
    }

    private void openAs(String member) {
        page.navigate(sandbox.url() + "/#/channels/" + READING + "?as=" + member);
        assertThat(page.locator("#place-name")).hasText("# reading-group");
    }

    private void type(String text) {
        page.getByLabel("Message #reading-group").fill(text);
        page.keyboard().press("Enter");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private Locator messages() {
        return page.locator("#messages .message");
    }

    @Test
    void a_message_shows_in_its_channel_with_its_markup_and_nothing_of_html() {
        app.post(
                READING,
                "Papers",
                """
                [{"type": "section", "text": {"type": "mrkdwn",
                  "text": "*Bold* for <@U0ADA>: &lt;img src=x&gt; <b>at</b> <https://arxiv.org/abs/2401.12345|a paper>"}}]""");
        openAs("U0ADA");

        assertThat(messages()).hasCount(1);
        assertThat(messages().locator(".author")).hasText("Lectern");
        assertThat(messages().locator(".badge")).hasText("App");
        assertThat(messages().locator(".section")).containsText("Bold for @Ada Moreau: <img src=x>");
        assertThat(messages().locator("strong").last()).hasText("Bold");
        assertThat(messages().locator("img, b")).hasCount(0);
        assertThat(messages().locator("a")).hasAttribute("href", "https://arxiv.org/abs/2401.12345");
    }

    @Test
    void an_answer_to_a_command_shows_to_the_one_who_typed_it_alone() {
        openAs("U0ADA");

        type("/papers good morning");

        assertThat(messages()).hasCount(1);
        assertThat(messages()).containsText("Only visible to you");
        assertThat(messages().locator("strong").last()).hasText("good morning");

        page.getByLabel("You are").selectOption("U0BEN");
        assertThat(page.locator("#empty")).containsText("/papers setup");
        assertThat(messages()).hasCount(0);

        page.getByLabel("You are").selectOption("U0ADA");
        assertThat(messages()).hasCount(1);
    }

    @Test
    void a_click_redraws_the_message_and_keeps_the_focus_on_its_button() {
        app.post(READING, "Not yet", TinyApp.counter("Not yet"));
        openAs("U0ADA");

        button("Count").focus();
        page.keyboard().press("Enter");

        assertThat(messages().locator(".section")).hasText("Clicked 1");
        assertThat(messages()).containsText("(edited)");
        assertThat(button("Count")).isFocused();
        page.keyboard().press("Enter");
        assertThat(messages().locator(".section")).hasText("Clicked 2");
    }

    @Test
    void a_refused_form_says_so_beside_the_field_and_keeps_what_was_typed() {
        openAs("U0ADA");
        type("/papers form");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        Locator topic = dialog.getByLabel("Topic");

        assertThat(topic).isFocused();
        topic.fill("nothing");
        dialog.getByLabel("People").click();
        dialog.getByLabel("Ben Okafor").check();
        button("Save").click();

        assertThat(dialog).containsText("Name a topic.");
        assertThat(topic).hasValue("nothing");
        assertThat(topic).isFocused();
        assertThat(topic).hasAttribute("aria-invalid", "true");

        topic.fill("robots");
        button("Save").click();
        assertThat(dialog).hasCount(0);
        assertThat(messages()).containsText("robots for U0ADA U0BEN");
    }

    @Test
    void a_field_offers_what_the_app_knows_while_one_types_and_the_keyboard_chooses() {
        openAs("U0ADA");
        type("/papers city");
        Locator field = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("City"));
        Locator offers = page.locator("dialog [role=option]");

        field.pressSequentially("b");
        assertThat(offers).hasCount(0);
        field.pressSequentially("er");
        assertThat(offers).hasCount(2);
        page.keyboard().press("Escape");
        assertThat(offers.first()).isHidden();
        assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();

        page.keyboard().press("ArrowDown");
        assertThat(offers).hasCount(2);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(field).hasValue("Bergen");
        button("Go").click();

        assertThat(messages()).containsText("To Bergen");
    }

    @Test
    void escape_closes_a_form_without_sending_it() {
        openAs("U0ADA");
        type("/papers form");
        Locator dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();

        page.keyboard().press("Escape");

        assertThat(dialog).hasCount(0);
        page.reload();
        assertThat(page.locator("#empty")).isVisible();
        assertThat(dialog).hasCount(0);
    }

    @Test
    void a_carousel_walks_by_the_keyboard() {
        app.post(READING, "Cards", cards(6));
        openAs("U0ADA");
        Locator count = page.locator(".carousel-count");
        assertThat(count).hasText("1–2 of 6");

        page.locator(".carousel-track").focus();
        page.keyboard().press("ArrowRight");
        assertThat(count).hasText("2–3 of 6");
        page.keyboard().press("End");
        assertThat(count).hasText("5–6 of 6");
        assertThat(button("Next cards")).hasAttribute("aria-disabled", "true");
        page.keyboard().press("Home");
        assertThat(count).hasText("1–2 of 6");
    }

    @Test
    void what_happens_elsewhere_shows_at_once_and_leaves_a_half_typed_text_alone() {
        openAs("U0ADA");
        Locator field = page.getByLabel("Message #reading-group");
        field.fill("I was about to say");

        app.post(READING, "News", TinyApp.counter("News"));

        assertThat(messages()).containsText("News");
        assertThat(field).hasValue("I was about to say");
        assertThat(field).isFocused();
    }

    @Test
    void a_direct_message_shows_as_unread_to_its_member_only() {
        openAs("U0ADA");
        app.post("U0BEN", "Will you present?", TinyApp.counter("Will you present?"));

        assertThat(page.locator("#member option[value=U0BEN]")).containsText("1 new");
        assertThat(page.locator(".unread")).hasCount(0);

        page.getByLabel("You are").selectOption("U0BEN");
        page.locator(".unread").click();
        assertThat(messages()).containsText("Will you present?");
        assertThat(page.locator(".unread")).hasCount(0);
    }

    @Test
    void a_week_passes_at_a_click() {
        openAs("U0ADA");
        String before = page.locator("#clock-now").getAttribute("datetime");

        button("+1 week").click();

        assertThat(button("+1 week")).isEnabled();
        String after = page.locator("#clock-now").getAttribute("datetime");
        assertThat(Duration.between(Instant.parse(before), Instant.parse(after)))
                .isGreaterThanOrEqualTo(Duration.ofDays(7));
    }

    @Test
    void nothing_scrolls_sideways_on_a_phone() {
        context.close();
        visitWith(390, 844);
        app.post(READING, "Cards", cards(6));
        app.post(READING, "Long", TinyApp.counter("https://example.org/" + "long".repeat(60)));
        openAs("U0ADA");
        assertThat(messages()).hasCount(2);

        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        assertThat(page.evaluate("() => document.querySelector('#scroller').scrollWidth"
                        + " <= document.querySelector('#scroller').clientWidth"))
                .isEqualTo(true);
        button("Channels and messages").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("general"))
                .click();
        assertThat(page.locator("#place-name")).hasText("# general");
        assertThat(page.locator("#sidebar")).not().isInViewport();
    }

    @Test
    void nothing_is_asked_of_any_other_address() {
        app.post(
                READING,
                "Picture",
                """
                [{"type": "image", "image_url": "https://example.org/plot.png", "alt_text": "A plot of votes"}]""");
        openAs("U0ADA");
        assertThat(page.getByLabel("A plot of votes")).isVisible();

        assertThat(asked).isNotEmpty().allMatch(url -> URI.create(url).getHost().equals("127.0.0.1"));
    }

    private static String cards(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(
                        """
                        {"type": "card", "title": {"type": "mrkdwn", "text": "Paper %1$d"},
                         "body": {"type": "mrkdwn", "text": "What paper %1$d says."},
                         "actions": [{"type": "button", "action_id": "count", "value": "%1$d",
                                      "text": {"type": "plain_text", "text": "Count"}}]}"""
                                ::formatted)
                .collect(Collectors.joining(",", "[{\"type\": \"carousel\", \"elements\": [", "]}]"));
    }
}
