package dev.lectern.app;

import com.google.gson.annotations.SerializedName;
import dev.lectern.redis.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes JSON that the SDK's model can say: each field by its name and type, and by chance. */
final class Filled {
    private static final int DEEPEST = 5;
    private static final List<String> ODD =
            List.of("", " ", "🦜", "<!channel>", "null", "T1:C1", "a/b/c", "x".repeat(300));
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;
    private final double missing;

    /** @param missing how often a field is left out, from 0 to 1 */
    Filled(long seed, double missing) {
        this.random = new Random(seed);
        this.missing = missing;
    }

    ObjectNode make(Class<?> type) {
        return object(type, 0);
    }

    private ObjectNode object(Class<?> type, int depth) {
        ObjectNode made = Json.MAPPER.createObjectNode();
        Optional<Object> instance = instance(type);
        for (Class<?> each = type; each != null && each != Object.class; each = each.getSuperclass()) {
            for (Field field : each.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    value(field, instance, depth).ifPresent(value -> made.set(name(field), value));
                }
            }
        }
        return made;
    }

    private static Optional<Object> instance(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of(constructor.newInstance());
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private static String name(Field field) {
        SerializedName given = field.getAnnotation(SerializedName.class);
        return given == null ? field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT) : given.value();
    }

    /** What is final, such as an event's type, is what the class says. */
    private Optional<JsonNode> value(Field field, Optional<Object> instance, int depth) {
        if (Modifier.isFinal(field.getModifiers())) {
            field.setAccessible(true);
            return instance.map(object -> read(field, object));
        }
        if (random.nextDouble() < missing) {
            return random.nextInt(4) == 0 ? Optional.of(NODES.nullNode()) : Optional.empty();
        }
        String name = field.getName().equals("id") ? field.getDeclaringClass().getSimpleName() : field.getName();
        return value(name, field.getGenericType(), depth + 1);
    }

    private static JsonNode read(Field field, Object object) {
        try {
            return Json.MAPPER.valueToTree(field.get(object));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<JsonNode> value(String name, Type type, int depth) {
        if (type instanceof ParameterizedType generic) {
            return container(name, generic, depth);
        }
        if (!(type instanceof Class<?> plain) || depth > DEEPEST) {
            return Optional.empty();
        }
        if (plain == String.class) {
            return Optional.of(NODES.stringNode(text(name.toLowerCase(Locale.ROOT))));
        }
        if (plain == boolean.class || plain == Boolean.class) {
            return Optional.of(NODES.booleanNode(random.nextBoolean()));
        }
        if (plain.isPrimitive() || Number.class.isAssignableFrom(plain)) {
            return Optional.of(NODES.numberNode(random.nextInt(100)));
        }
        boolean isOfTheModel = plain.getName().startsWith("com.slack.api");
        return isOfTheModel && !plain.isInterface() && !plain.isEnum()
                ? Optional.of(object(plain, depth))
                : Optional.empty();
    }

    private Optional<JsonNode> container(String name, ParameterizedType type, int depth) {
        Type[] of = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            ArrayNode list = NODES.arrayNode();
            for (int i = random.nextInt(3); i >= 0; i--) {
                value(name, of[0], depth + 1).ifPresent(list::add);
            }
            return Optional.of(list);
        }
        if (type.getRawType() == Map.class) {
            ObjectNode map = Json.MAPPER.createObjectNode();
            value(name, of[1], depth + 1).ifPresent(item -> map.set("key" + random.nextInt(9), item));
            return Optional.of(map);
        }
        return Optional.empty();
    }

    private String text(String name) {
        if (random.nextInt(12) == 0) {
            return ODD.get(random.nextInt(ODD.size()));
        }
        if (name.contains("url")) {
            return "http://127.0.0.1:1/nowhere";
        }
        if (name.contains("trigger")) {
            return random.nextInt(1000) + ".1." + random.nextInt(1000);
        }
        if (name.endsWith("ts")) {
            return (1_774_000_000 + random.nextInt(1000)) + ".000100";
        }
        if (name.contains("enterprise")) {
            return "E0GRID";
        }
        if (name.contains("team")) {
            return "T0LECTERN";
        }
        if (name.contains("channel") || name.contains("conversation")) {
            return People.READING;
        }
        if (name.contains("user")) {
            return People.ALL.get(random.nextInt(People.ALL.size()));
        }
        if (name.contains("metadata")) {
            return "T0LECTERN:" + People.READING + " 2026-03-30";
        }
        return name + random.nextInt(100);
    }
}
