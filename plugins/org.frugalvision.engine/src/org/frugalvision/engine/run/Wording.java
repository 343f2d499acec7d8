// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How numbers, rows and files are written in messages, the same on every machine whatever its language. */
public final class Wording {

    private static final int SHOWN = 5;

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
     * @param names names
     * @return the first five in quotes, and how many there are more: {@code "a", "b" and 3 more}
     */
    public static String list(final List<String> names) {
        final String shown = names.stream().limit(SHOWN).map(Wording::value).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + value(names.size() - SHOWN) + " more";
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
