package io.tactus.floor.journal;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the records of a sealed interface as text and reads them back exactly. Example:
 * {@code Answered(7)} and {@code Detected(7,MACHINE,"LONGGREETING")}.
 *
 * <p>It knows {@code long}, {@code int}, {@code double}, {@code boolean}, {@code String}, enums, records, lists and optionals of these: what
 * inputs and effects are made of; an optional is written as a list of one or none. A record with anything else is refused when the codec is built, not when the first one is written.
 *
 * @param <T> the sealed interface
 */
public final class RecordCodec<T> {
    private final Map<String, Class<?>> byName = new HashMap<>();
    private final Map<Class<?>, RecordComponent[]> components = new HashMap<>();
    private final Class<T> root;

    /** A codec for all records below the sealed interface. */
    public RecordCodec(Class<T> root) {
        this.root = root;
        collect(root);
    }

    private void collect(Class<?> type) {
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted != null) {
            for (Class<?> sub : permitted) {
                collect(sub);
            }
        } else if (byName.put(type.getSimpleName(), type) != null) {
            throw new IllegalArgumentException("two records are named " + type.getSimpleName());
        } else {
            describe(type);
        }
    }

    private void describe(Class<?> record) {
        if (!record.isRecord()) {
            throw new IllegalArgumentException(record.getName() + " is not a record");
        }
        if (components.containsKey(record)) {
            return;
        }
        RecordComponent[] parts = record.getRecordComponents();
        for (RecordComponent part : parts) {
            part.getAccessor().setAccessible(true);
            check(part.getGenericType(), record);
        }
        components.put(record, parts);
    }

    private void check(Type type, Class<?> owner) {
        if (type instanceof ParameterizedType list
                && (list.getRawType() == List.class || list.getRawType() == Optional.class)) {
            check(list.getActualTypeArguments()[0], owner);
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            describe(plain);
        } else if (!(type instanceof Class<?> plain) || !(plain.isEnum() || scalar(plain))) {
            throw new IllegalArgumentException(
                    owner.getName() + " holds a " + type + ", which the journal cannot keep");
        }
    }

    private static boolean scalar(Class<?> type) {
        return type == long.class
                || type == Long.class
                || type == int.class
                || type == double.class
                || type == Double.class
                || type == boolean.class
                || type == String.class;
    }

    /** The record as one line of text without a line break. */
    public String write(T value) {
        StringBuilder out = new StringBuilder(64);
        writeRecord(value, out);
        return out.toString();
    }

    private void writeRecord(Object value, StringBuilder out) {
        out.append(value.getClass().getSimpleName()).append('(');
        RecordComponent[] parts = components.get(value.getClass());
        if (parts == null) {
            throw new IllegalArgumentException(value.getClass().getName() + " does not belong to " + root.getName());
        }
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            try {
                writeValue(parts[i].getAccessor().invoke(value), out);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + parts[i], e);
            }
        }
        out.append(')');
    }

    private void writeValue(Object value, StringBuilder out) {
        switch (value) {
            case String text -> quote(text, out);
            case List<?> list -> {
                out.append('[');
                for (int i = 0; i < list.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    writeValue(list.get(i), out);
                }
                out.append(']');
            }
            case Optional<?> optional -> writeValue(optional.stream().toList(), out);
            case Record record -> writeRecord(record, out);
            case Enum<?> constant -> out.append(constant.name());
            default -> out.append(value);
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || c > '~') {
                out.append("\\u").append("%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws JournalFormatException when the text is not one whole record; the message says where
     */
    public T read(String line) {
        Reader reader = new Reader(line);
        Object value = reader.record(null);
        reader.end();
        return root.cast(value);
    }

    private final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Object record(@Nullable Class<?> expected) {
            String name = word();
            Class<?> type = expected == null ? byName.get(name) : expected;
            if (type == null || !type.getSimpleName().equals(name)) {
                throw broken("a known record, not '" + name + "'");
            }
            RecordComponent[] parts = components.get(type);
            if (parts == null) {
                throw broken("a known record, not '" + name + "'");
            }
            expect('(');
            Object[] values = new Object[parts.length];
            for (int i = 0; i < parts.length; i++) {
                if (i > 0) {
                    expect(',');
                }
                values[i] = value(parts[i].getGenericType());
            }
            expect(')');
            return build(type, parts, values);
        }

        private Object build(Class<?> type, RecordComponent[] parts, Object[] values) {
            try {
                Class<?>[] types =
                        Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
                Constructor<?> constructor = type.getDeclaredConstructor(types);
                constructor.setAccessible(true);
                return constructor.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new JournalFormatException(
                        "the values of " + type.getSimpleName() + " are out of range: " + text, e);
            }
        }

        private Object value(Type type) {
            if (type instanceof ParameterizedType some) {
                List<Object> items = list(some.getActualTypeArguments()[0]);
                return some.getRawType() == List.class ? items : optional(items);
            }
            Class<?> plain = (Class<?>) type;
            if (plain.isRecord()) {
                return record(plain);
            }
            if (plain == String.class) {
                return string();
            }
            String word = word();
            try {
                if (plain.isEnum()) {
                    return constant(plain, word);
                }
                if (plain == int.class) {
                    return Integer.valueOf(word);
                }
                if (plain == double.class || plain == Double.class) {
                    return Double.valueOf(word);
                }
                if (plain == boolean.class) {
                    return Boolean.valueOf(word);
                }
                return Long.valueOf(word);
            } catch (IllegalArgumentException e) {
                throw broken("a " + plain.getSimpleName() + ", not '" + word + "'");
            }
        }

        private Optional<Object> optional(List<Object> items) {
            if (items.size() > 1) {
                throw broken("at most one value");
            }
            return items.stream().findFirst();
        }

        private Object constant(Class<?> type, String name) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            throw broken("a constant of " + type.getSimpleName() + ", not '" + name + "'");
        }

        private List<Object> list(Type of) {
            List<Object> items = new ArrayList<>();
            expect('[');
            while (peek() != ']') {
                if (!items.isEmpty()) {
                    expect(',');
                }
                items.add(value(of));
            }
            expect(']');
            return items;
        }

        private String string() {
            expect('"');
            StringBuilder out = new StringBuilder();
            while (peek() != '"') {
                char c = text.charAt(at++);
                if (c == '\\') {
                    if (at + 5 > text.length()) {
                        throw broken("four hexadecimal digits");
                    }
                    out.append((char) Integer.parseInt(text, at + 1, at + 5, 16));
                    at += 5;
                } else {
                    out.append(c);
                }
            }
            expect('"');
            return out.toString();
        }

        private String word() {
            int start = at;
            while (at < text.length() && "(),[]\"".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(start, at);
        }

        private char peek() {
            if (at >= text.length()) {
                throw broken("more text");
            }
            return text.charAt(at);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw broken("'" + c + "'");
            }
            at++;
        }

        void end() {
            if (at != text.length()) {
                throw broken("the end of the line");
            }
        }

        private JournalFormatException broken(String expected) {
            return new JournalFormatException("expected " + expected + " at column " + (at + 1) + " of: " + text, null);
        }
    }
}
