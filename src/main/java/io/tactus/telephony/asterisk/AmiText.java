package io.tactus.telephony.asterisk;

import java.util.regex.Pattern;

/**
 * The one gate for text on its way to Asterisk. A line break in a field would begin an AMI action of its own, a blank or a quote an
 * AGI argument, a comma a dialplan argument, so each kind of value has a strict pattern, and every field passes {@link #field}.
 */
final class AmiText {
    /** Asterisk cuts a line of AMI at 1,024 bytes. */
    static final int LONGEST = 900;

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{2,20}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,79}");
    private static final Pattern SOUND =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}(/[A-Za-z0-9][A-Za-z0-9_-]{0,79}){0,5}");
    private static final Pattern DIGITS = Pattern.compile("[0-9*#A-D]{1,32}");
    private static final Pattern AMD = Pattern.compile("[0-9]{0,6}(,[0-9]{0,6}){0,8}");
    private static final Pattern FOLDER = Pattern.compile("(/[A-Za-z0-9_.-]{1,100}){1,20}");

    private AmiText() {}

    /** Any field's value: no control character, not too long. */
    static String field(String name, String value) {
        if (value.length() > LONGEST) {
            throw new RefusedValueException(
                    name + " has " + value.length() + " characters, at most " + LONGEST + " fit into a field");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < 0x20 || c > 0x7e) {
                throw new RefusedValueException(
                        "%s has the character U+%04X at %d; printable ASCII is expected".formatted(name, (int) c, i));
            }
        }
        return value;
    }

    /** A telephone number: digits, perhaps after a plus sign. */
    static String number(String name, String value) {
        return matching(NUMBER, name, value, "2 to 20 digits, perhaps after a plus sign");
    }

    /** The name of a trunk or of an agent's phone. */
    static String endpoint(String name, String value) {
        return matching(NAME, name, value, "letters, digits and _ . -");
    }

    /** The name of a sound without ending. */
    static String sound(String name, String value) {
        return matching(SOUND, name, value, "names of letters, digits, _ and - parted by /");
    }

    /** Keys of a telephone. */
    static String digits(String value) {
        field("keys", value);
        if (!DIGITS.matcher(value).matches()) {
            // Not shown: keys may be the number of a card.
            throw new RefusedValueException("keys: expected 1 to 32 of 0 to 9, *, # and A to D");
        }
        return value;
    }

    /** Arguments of AMD, commas escaped: AMI splits variables at bare ones. */
    static String amdArguments(String value) {
        return matching(AMD, "AMD parameters", value, "up to nine numbers parted by commas")
                .replace(",", "\\,");
    }

    /** An absolute folder, as Asterisk sees it. */
    static String folder(String name, String value) {
        String folder = matching(FOLDER, name, value, "an absolute path of letters, digits and _ . -");
        if (folder.contains("/..")) {
            throw new RefusedValueException(name + " must not hold '..', got '" + shown(folder) + "'");
        }
        return folder;
    }

    private static String matching(Pattern pattern, String name, String value, String expected) {
        field(name, value);
        if (!pattern.matcher(value).matches()) {
            throw new RefusedValueException(name + ": expected " + expected + ", got '" + shown(value) + "'");
        }
        return value;
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "..." : value;
    }
}
