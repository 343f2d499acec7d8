// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.frugalvision.engine.run.SettingsException;
import org.frugalvision.engine.run.Wording;

/** One number per class as a user types it: {@code cat=0.2, dog=0.8}. */
public final class ClassValues {

    private static final String EXAMPLE = "Write for example: cat=0.2, dog=0.8";

    private ClassValues() {
    }

    /**
     * @param title visible name of the setting
     * @param text parts separated by commas; in each the last "=" parts the class from its number
     * @return the numbers by class, in the order of the text; all at least 0 and finite, at least one above 0
     * @throws SettingsException if the text is anything else or names a class twice
     */
    public static Map<String, Double> parse(final String title, final String text) {
        if (text == null || text.isBlank()) {
            throw new SettingsException(title, "must name classes with their numbers", "", EXAMPLE);
        }
        final var values = new LinkedHashMap<String, Double>();
        for (final String part : text.split(",", -1)) {
            final int sign = part.lastIndexOf('=');
            if (sign < 0) {
                throw new SettingsException(title, "must hold parts such as \"cat=0.2\"", part.strip(), EXAMPLE);
            }
            final String name = ClassName.of(part.substring(0, sign));
            if (values.put(name, number(title, name, part.substring(sign + 1).strip())) != null) {
                throw new SettingsException(title, "must name each class once", text.strip(),
                    "Remove one of the parts with \"%s\".".formatted(name));
            }
        }
        if (values.values().stream().allMatch(value -> value == 0)) {
            throw new SettingsException(title, "must have a number above 0", text.strip(), EXAMPLE);
        }
        return values;
    }

    /**
     * @param title visible name of the setting
     * @param values as {@link #parse} gives them
     * @param classes of a network
     * @return the numbers in the order of the classes
     * @throws SettingsException if they are not the numbers of exactly these classes
     */
    public static double[] inOrder(final String title, final Map<String, Double> values, final List<String> classes) {
        for (final String name : values.keySet()) {
            if (!classes.contains(name)) {
                throw new SettingsException(title, "must name classes of the network", name,
                    "Its classes are %s.".formatted(Wording.some(classes)));
            }
        }
        for (final String name : classes) {
            if (!values.containsKey(name)) {
                throw new SettingsException(title, "must name every class of the network, also \"%s\""
                    .formatted(name), String.join(", ", values.keySet()), "Add \"%s=0\" or more.".formatted(name));
            }
        }
        return classes.stream().mapToDouble(values::get).toArray();
    }

    private static double number(final String title, final String name, final String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (final NumberFormatException e) {
            // refused below, like other numbers that are none
            value = Double.NaN;
        }
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new SettingsException(title, "must give \"%s\" a number of at least 0".formatted(name), text,
                EXAMPLE);
        }
        return value;
    }
}
