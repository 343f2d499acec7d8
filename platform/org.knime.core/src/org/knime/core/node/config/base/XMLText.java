// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.config.base;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Escapes characters that XML cannot hold, or would change, as %% and five decimal digits. */
final class XMLText {

    private static final Pattern ESCAPED = Pattern.compile("%%(\\d{5})");

    private XMLText() {
    }

    static String encode(final String text) {
        final StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (isForbidden(text, i) || c == '%' && startsPercent(text, i + 1)) {
                encoded.append(String.format("%%%%%05d", (int)c));
            } else {
                encoded.append(c);
            }
        }
        return encoded.toString();
    }

    static String decode(final String text) {
        if (!text.contains("%%")) {
            return text;
        }
        return ESCAPED.matcher(text).replaceAll(match -> {
            final int code = Integer.parseInt(match.group(1));
            final String c = code <= Character.MAX_VALUE ? Character.toString((char)code) : match.group();
            return Matcher.quoteReplacement(c);
        });
    }

    /** A percent sign in front of another one would read as an escape, so the first of them is escaped itself. */
    private static boolean startsPercent(final String text, final int i) {
        return i < text.length() && (text.charAt(i) == '%' || isForbidden(text, i));
    }

    private static boolean isForbidden(final String text, final int i) {
        final char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < ' ' || c >= 0x7F && c < 0xA0 || c >= 0xFFFE;
    }
}
