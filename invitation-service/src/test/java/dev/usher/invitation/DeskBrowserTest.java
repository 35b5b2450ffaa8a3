package dev.usher.invitation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The page, in a real Chromium: the conversation typed, the card looked at, a line edited, the mail sent. */
@Tag("browser")
class DeskBrowserTest extends Stage {

    private static final Path SHOTS = Path.of("target", "screenshots");

    private static Path chromium() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(dir -> Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of(dir, name)))
                .filter(path -> path.toFile().canExecute())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no chromium on the PATH"));
    }

    private static Browser launch(Playwright playwright) {
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    private void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    @Test
    void aCsmInvitesEditsAndSendsInTheBrowser() {
        tell(event().setName("2027 Customer Success Summit").build());
        tell(customer().setName("DataFlow").build());
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = launch(playwright)) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 860));
            List<String> errors = new ArrayList<>();
            page.onPageError(errors::add);
            page.onConsoleMessage(message -> errors.add(message.type() + " " + message.text()));
            page.navigate("http://127.0.0.1:" + port + "/");
            assertThat(page.locator("#live")).hasText("live");
            shoot(page, "hello-1280");
            say(page, "Invite " + customerId + " to " + eventId);

            assertThat(page.locator(".lines .usher h3").first()).hasText("Event details", waitLonger());
            assertThat(page.locator("#list button").first()).containsText("Maria Santos · DataFlow");
            shoot(page, "chat-1280");
            page.locator(".lines .presses button", new Page.LocatorOptions().setHasText("Edit"))
                    .click();
            assertThat(page.locator("#card h3")).hasText("Maria Santos at DataFlow");
            assertThat(page.frameLocator("#card iframe").locator("h1")).hasText("2027 Customer Success Summit");
            assertThat(page.frameLocator("#card iframe").locator("body")).hasAttribute("contenteditable", "true");
            page.locator(".subject").fill("You're invited, Maria");
            page.locator(".deeds button", new Page.LocatorOptions().setHasText("Save"))
                    .click();
            assertThat(page.locator("#toast"))
                    .hasText("Saved. The sentences in your own words are yours; the rest checks.");
            shoot(page, "card-1280");

            say(page, "Send");
            assertThat(page.locator(".lines > li").last()).containsText("This changed since I showed it to you");
            say(page, "Send");
            assertThat(page.locator(".lines > li").last()).hasText("Event invitation sent to Maria at DataFlow!");
            assertThat(errors).as("errors on the page").isEmpty();
            assertThat(page.locator("#card .pill").first()).hasText("sent");
            shoot(page, "sent-1280");
            lookAtThePhone(browser);
        }
    }

    @Test
    void theStreamComesBackAfterARefusalAndAnUnsavedEditIsKept() {
        JsonNode i = drafted();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = launch(playwright)) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 860));
            page.route(
                    "**/api/invitations/stream",
                    route -> route.fulfill(new Route.FulfillOptions().setStatus(503)),
                    new Page.RouteOptions().setTimes(1));
            page.navigate("http://127.0.0.1:" + port + "/");
            assertThat(page.locator("#live")).hasText("reconnecting");
            assertThat(page.locator("#live")).hasText("live", waitLonger());

            say(page, "Invite " + customerId + " to " + eventId);
            assertThat(page.locator("#card h3")).hasText("Maria Santos at DataFlow " + tag);
            page.locator(".deeds button", new Page.LocatorOptions().setHasText("Edit"))
                    .click();
            page.locator(".subject").fill("Half written");
            say(page, "status of " + customerId);
            say(page, "Invite " + customerId + " to " + eventId);
            assertThat(page.locator(".subject")).hasValue("Half written");
            assertThat(invitation(text(i, "/id")).at("/revision").asInt()).isEqualTo(1);
        }
    }

    @Test
    void aDraftThatWasNotReadyComesToTheChatByItself() {
        matchingAnswers = false;
        summitAndDataFlow();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = launch(playwright)) {
            Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1280, 860));
            page.navigate("http://127.0.0.1:" + port + "/");
            assertThat(page.locator("#live")).hasText("live", waitLonger());
            say(page, "Invite " + customerId + " to " + eventId);
            Locator last = page.locator(".lines > li").last();
            assertThat(last).containsText("is being drafted");
            String id = text(awaitInvitations(1).get(0), "/id");
            offer(announced()
                    .setReason(dev.usher.contracts.avro.InviteReason.CSM_REQUEST)
                    .setInvitationId(id)
                    .build());
            assertThat(last)
                    .containsText(
                            "The draft is ready now",
                            new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                    .setTimeout(20_000));
            assertThat(page.locator(".lines .me")).hasCount(1);
            assertThat(last.locator(".presses button")).hasCount(2);
        }
    }

    private void lookAtThePhone(Browser browser) {
        String second = "acme-" + tag;
        tell(customer().setId(second).setName("Acme").build());
        post("/api/events/" + eventId + "/invite", Map.of("customerIds", List.of(second)));
        Page phone = browser.newPage(
                new Browser.NewPageOptions().setViewportSize(390, 844).setColorScheme(ColorScheme.DARK));
        phone.navigate("http://127.0.0.1:" + port + "/");
        shoot(phone, "hello-390-dark");
        phone.locator("[data-go=desk]").click();
        Locator line = phone.locator("#list button", new Page.LocatorOptions().setHasText("Acme"));
        line.first().click();
        assertThat(phone.locator("#card h3")).containsText("Acme");
        shoot(phone, "card-390-dark");
        phone.locator("#card .mail").scrollIntoViewIfNeeded();
        shoot(phone, "mail-390-dark");
        int wide = (int) phone.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).as("nothing is wider than the phone").isLessThanOrEqualTo(390);
        mails(browser, second);
    }

    /** The mail itself, as a phone and as a desktop show it. */
    private void mails(Browser browser, String customer) {
        var items = get("/api/invitations?eventId=" + eventId + "&customerId=" + customer)
                .json()
                .at("/items");
        String html = text(items.get(0), "/draft/html");
        for (int width : new int[] {390, 1280}) {
            Page mail = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900));
            mail.setContent(html);
            mail.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve("mail-" + width + ".png")));
            assertThat((int) mail.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
        }
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions waitLonger() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions().setTimeout(20_000);
    }

    private static void say(Page page, String text) {
        int before = page.locator(".lines > li").count();
        page.locator("#text").fill(text);
        page.locator("#text").press("Enter");
        page.waitForCondition(
                () -> page.locator(".lines > li").count() > before
                        && page.locator(".lines .busy").count() == 0,
                new Page.WaitForConditionOptions().setTimeout(20_000));
    }
}
