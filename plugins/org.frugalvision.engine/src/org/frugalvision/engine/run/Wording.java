// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How numbers, rows and files are written in messages, the same on every machine whatever its language. */
public final class Wording {

    private static final int MOST_NAMES = 3;

    private static final int LONGEST_NAME = 40;

    private Wording() {
    }

    /**
     * A value as people read it: whole numbers with thousands separators (5,000), other numbers in full (0.001), text
     * in quotes.
     *
     * @param value anything; {@code null} reads "missing"
     * @return the wording
     */
    public static String value(final Object value) {
        if (value == null) {
            return "missing";
        }
        if (value instanceof Integer || value instanceof Long) {
            return String.format(Locale.ROOT, "%,d", value);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        return '"' + value.toString() + '"';
    }

    /**
     * @param count how many
     * @param singular the noun for one of them
     * @param plural the noun for several of them, or none
     * @return "1 image", "1,200 images"
     */
    public static String count(final long count, final String singular, final String plural) {
        return value(count) + " " + (count == 1 ? singular : plural);
    }

    /**
     * Names that may be many and long, in a sentence that stays short.
     *
     * @param names names, at least one
     * @return the first three of them in quotes, those above 40 characters cut, and how many more there are:
     *         {@code "a", "b", "c" and 7 more}
     */
    public static String some(final List<String> names) {
        final int shown = Math.min(names.size(), MOST_NAMES);
        final String first = names.stream().limit(shown).map(Wording::cut).collect(Collectors.joining(", "));
        return names.size() == shown ? first : "%s and %s more".formatted(first, value(names.size() - shown));
    }

    private static String cut(final String name) {
        return value(name.codePointCount(0, name.length()) <= LONGEST_NAME ? name
            : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME - 1)) + "\u2026");
    }

    /**
     * @param id a row key
     * @return {@code Row "id"}
     */
    public static String row(final String id) {
        return "Row \"" + id + '"';
    }

    /**
     * @param folder a folder
     * @return {@code Folder "path"}, with the path made absolute so that nobody has to guess
     */
    public static String folder(final Path folder) {
        return "Folder \"" + folder.toAbsolutePath().normalize() + '"';
    }

    /**
     * @param file a file
     * @return {@code File "path"}, with the path made absolute so that nobody has to guess
     */
    public static String file(final Path file) {
        return "File \"" + file.toAbsolutePath().normalize() + '"';
    }
}
