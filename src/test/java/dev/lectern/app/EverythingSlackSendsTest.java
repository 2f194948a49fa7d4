package dev.lectern.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.slack.api.app_backend.dialogs.payload.DialogCancellationPayload;
import com.slack.api.app_backend.dialogs.payload.DialogSubmissionPayload;
import com.slack.api.app_backend.dialogs.payload.DialogSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.AttachmentActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockSuggestionPayload;
import com.slack.api.app_backend.interactive_components.payload.GlobalShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.interactive_components.payload.WorkflowStepEditPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewClosedPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.payload.WorkflowStepSavePayload;
import com.slack.api.model.event.Event;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lectern.redis.Json;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every event and payload that the SDK's model can say, full or with fields missing, from Slack, signed or over a socket:
 * it is answered, or nothing is done about it; never an error of ours.
 */
@ParameterizedClass
@EnumSource(Demo.Way.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // JUnit and the first method set them
class EverythingSlackSendsTest {
    private static final int SAMPLES = 12;

    @Parameter
    private Demo.Way way;

    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private DemoWorld world;
    private WayIn wayIn;

    @BeforeParameterizedClassInvocation
    void a_group(Demo.Way chosen, @TempDir Path folder) {
        world = DemoWorld.begin(folder, chosen);
        wayIn = chosen == Demo.Way.HTTP
                ? WayIn.overHttp(new Door(world.port()), world.people())
                : WayIn.overSockets(world.people());
    }

    @AfterParameterizedClassInvocation
    void stop() {
        world.close();
    }

    @BeforeEach
    void listen() {
        logged.list.clear();
        logged.start();
        root().addAppender(logged);
    }

    @AfterEach
    void nothing_went_wrong() {
        root().detachAppender(logged);
        assertThat(logged.list.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR))
                        .map(event -> event.getLoggerName() + ": " + event.getFormattedMessage() + " "
                                + (event.getThrowableProxy() == null
                                        ? ""
                                        : event.getThrowableProxy().getMessage())))
                .as("errors in the log")
                .isEmpty();
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger("dev.lectern");
    }

    private static void taken(String what, WayIn.Answer answer) {
        assertThat(answer.isTaken()).as(what).isTrue();
    }

    /** The first is full; of the others, more and more is missing. */
    private static Stream<Filled> fillings(Class<?> type) {
        return Stream.iterate(0, i -> i + 1)
                .limit(SAMPLES)
                .map(i -> new Filled(31L * type.getName().hashCode() + i, i / (double) SAMPLES));
    }

    static Stream<Class<?>> events() {
        return new ClassFileImporter()
                .importPackages("com.slack.api.model.event").stream()
                        .filter(found -> found.isAssignableTo(Event.class))
                        .map(JavaClass::reflect)
                        .filter(found -> !Modifier.isAbstract(found.getModifiers()))
                        .sorted((one, other) -> one.getName().compareTo(other.getName()))
                        .map(found -> (Class<?>) found);
    }

    @Test
    void the_model_has_events_enough_for_the_test_below_to_mean_something() {
        assertThat(events()).hasSizeGreaterThan(90);
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event(Class<?> type) {
        fillings(type).forEach(filling -> {
            ObjectNode event = filling.make(type);
            taken(type.getSimpleName() + ": " + event, wayIn.event(envelope(event)));
            event.put("bot_id", "B0SOMEBOT");
            taken(type.getSimpleName() + " of a bot: " + event, wayIn.event(envelope(event)));
        });
    }

    private static ObjectNode envelope(ObjectNode event) {
        ObjectNode envelope = Json.MAPPER.createObjectNode();
        envelope.put("type", "event_callback").put("team_id", "T0LECTERN").put("api_app_id", "A0LECTERN");
        envelope.put("event_id", "Ev" + Math.abs((long) event.hashCode())).put("event_time", 1_774_000_000);
        envelope.set("event", event);
        return envelope;
    }

    static Stream<Class<?>> payloads() {
        return Stream.of(
                AttachmentActionPayload.class,
                BlockActionPayload.class,
                BlockSuggestionPayload.class,
                GlobalShortcutPayload.class,
                MessageShortcutPayload.class,
                WorkflowStepEditPayload.class,
                WorkflowStepSavePayload.class,
                ViewSubmissionPayload.class,
                ViewClosedPayload.class,
                DialogSubmissionPayload.class,
                DialogCancellationPayload.class,
                DialogSuggestionPayload.class);
    }

    @ParameterizedTest
    @MethodSource("payloads")
    void a_payload(Class<?> type) {
        fillings(type).forEach(filling -> {
            ObjectNode payload = filling.make(type);
            interaction(type, payload);
            interaction(type, payload.put("is_enterprise_install", true).putNull("team"));
        });
    }

    private void interaction(Class<?> type, ObjectNode payload) {
        taken(type.getSimpleName() + ": " + payload, wayIn.interaction(payload));
    }

    @Test
    void a_command_with_any_of_its_fields_missing() {
        fillings(SlashCommandPayload.class).forEach(filling -> {
            Map<String, String> fields = new LinkedHashMap<>();
            filling.make(SlashCommandPayload.class).properties().stream()
                    .filter(field ->
                            field.getValue().isValueNode() && !field.getValue().isNull())
                    .forEach(
                            field -> fields.put(field.getKey(), field.getValue().asString()));
            fields.put("command", "/papers");
            taken("a command: " + fields, wayIn.command(fields));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"app_rate_limited\",\"team_id\":\"T0LECTERN\",\"minute_rate_limited\":1774000000}",
                "{\"type\":\"event_callback\",\"team_id\":\"T0LECTERN\",\"event\":{\"type\":\"from_the_future\"}}",
                "{\"type\":\"event_callback\",\"event\":{\"type\":\"app_home_opened\",\"user\":\"U0ADA\"}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T0LECTERN\",\"event\":{}}",
                "{\"type\":\"event_callback\",\"team_id\":\"T0LECTERN\"}",
                "{\"type\":\"event_callback\",\"team_id\":null,\"enterprise_id\":\"E0GRID\",\"event\":"
                        + "{\"type\":\"link_shared\",\"channel\":\"C0READING\",\"links\":[]}}",
                "{\"type\":\"something_new\",\"team_id\":\"T0LECTERN\"}"
            })
    void what_comes_as_json(String body) {
        taken(body, wayIn.event((ObjectNode) Json.MAPPER.readTree(body)));
    }

    /** Where the app is installed for a whole organization, Slack may leave out the workspace but in who clicks. */
    @Test
    void a_click_in_an_organization_is_answered_like_any_other() {
        String click = """
                {"type":"block_actions","team":null,"enterprise":{"id":"E0GRID","name":"grid"},
                 "is_enterprise_install":true,"user":{"id":"U0BEN","team_id":"T0LECTERN"},"trigger_id":"5.5.5",
                 "channel":{"id":"C0READING"},"actions":[{"type":"button","action_id":"no.such/9","action_ts":"1.0"}]}""";
        long before = told();
        taken("a click", wayIn.interaction((ObjectNode) Json.MAPPER.readTree(click)));
        assertThat(told()).as("what was said to the person").isEqualTo(before + 1);
    }

    private long told() {
        return world.people().calls().stream()
                .filter(call -> call.method().equals("chat.postEphemeral"))
                .count();
    }

    @Test
    void each_unknown_form_is_said_to_be_outdated_and_nothing_else() {
        String view = """
                {"type":"view_submission","team":{"id":"T0LECTERN"},"user":{"id":"U0ADA"},
                 "view":{"id":"V1","type":"modal","callback_id":"no.such/9","private_metadata":"garbage","state":{"values":{}}}}""";
        WayIn.Answer answer = wayIn.interaction((ObjectNode) Json.MAPPER.readTree(view));
        taken("a form", answer);
        assertThat(answer.body()).contains("another version of Lectern");
    }
}
