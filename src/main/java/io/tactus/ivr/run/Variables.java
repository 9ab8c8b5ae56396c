package io.tactus.ivr.run;

import io.tactus.ivr.flow.Limits;
import io.tactus.ivr.flow.Template;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The values of a walk's variables. What has none is empty. */
final class Variables {
    private static final String UNRESERVED = "-._~";

    private final Map<String, String> values = new TreeMap<>();

    /** Longer values are cut at {@link Limits#LONGEST_TEXT} characters. */
    void set(String name, String value) {
        values.put(name, cut(value));
    }

    String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** A text with its values, cut as every value is. */
    String text(Template template) {
        return cut(template.with(this::get));
    }

    /** An address; what a caller brought cannot leave its place in it. */
    String address(Template template) {
        return template.with(name -> encoded(get(name)));
    }

    private static String cut(String text) {
        return text.length() <= Limits.LONGEST_TEXT ? text : text.substring(0, Limits.LONGEST_TEXT);
    }

    /** As RFC 3986, section 2 has it. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "%%%02X", (int) c));
        }
        return encoded.toString();
    }
}
