package io.tactus.lead;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Reads numbers as people write them. */
public final class PhoneNumbers {
    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
    private static final PhoneNumberToTimeZonesMapper ZONES = PhoneNumberToTimeZonesMapper.getInstance();
    private static final int LONGEST = 40;

    /** A number that can be dialled. @param zones all zones that it may be in; empty when unknown */
    public record Phone(String number, String kind, List<String> zones) {
        /** Copies the list. */
        public Phone {
            zones = List.copyOf(zones);
        }

        /** The same number, known to be in this zone. */
        public Phone in(ZoneId zone) {
            return new Phone(number, kind, List.of(zone.getId()));
        }
    }

    /** Why a text is not a number. */
    public static final class NotANumber extends Exception {
        private static final long serialVersionUID = 1L;

        NotANumber(String message) {
            super(message);
        }

        /** Always there. */
        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private PhoneNumbers() {}

    /** Reads a number; one without a country code belongs to the region. */
    public static Phone read(String text, String region) throws NotANumber {
        if (text.length() > LONGEST) {
            throw new NotANumber("is longer than " + LONGEST + " characters");
        }
        PhoneNumber number;
        try {
            number = NUMBERS.parse(text, region);
        } catch (NumberParseException e) {
            throw new NotANumber(
                    switch (e.getErrorType()) {
                        case INVALID_COUNTRY_CODE -> "has no known country code";
                        case TOO_SHORT_NSN, TOO_SHORT_AFTER_IDD -> "is too short for a telephone number";
                        case TOO_LONG -> "is too long for a telephone number";
                        case NOT_A_NUMBER -> "is not a telephone number";
                    });
        }
        if (!NUMBERS.isValidNumber(number)) {
            throw new NotANumber(
                    "is not a number that exists in " + NUMBERS.getRegionCodeForCountryCode(number.getCountryCode()));
        }
        List<String> zones = ZONES.getTimeZonesForNumber(number).stream()
                .filter(zone -> !zone.equals(PhoneNumberToTimeZonesMapper.getUnknownTimeZone()))
                .toList();
        return new Phone(
                NUMBERS.format(number, PhoneNumberFormat.E164),
                NUMBERS.getNumberType(number).name().toLowerCase(Locale.ROOT),
                zones);
    }

    /** The number in E.164. */
    public static String normalise(String text, String region) throws NotANumber {
        return read(text, region).number();
    }

    /** Reads a time zone. */
    public static ZoneId readZone(String text) throws NotANumber {
        try {
            if (ZoneId.getAvailableZoneIds().contains(text)) {
                return ZoneId.of(text);
            }
        } catch (DateTimeException e) {
            throw new NotANumber("is not a time zone: " + e.getMessage());
        }
        throw new NotANumber("is not an IANA time zone such as America/New_York");
    }
}
