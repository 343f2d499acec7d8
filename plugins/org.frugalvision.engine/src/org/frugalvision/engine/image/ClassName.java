// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of classes. Names that look the same are the same class, wherever they were typed: macOS writes an accent
 * as a character of its own, a spreadsheet leaves a blank at the end.
 */
public final class ClassName {

    private static final Pattern BLANK = Pattern.compile("\\p{Zs}");

    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    private ClassName() {
    }

    /**
     * The name in its normal form: composed characters (Unicode NFC), every kind of blank as the ordinary one, nothing
     * invisible around it. Capitals count.
     *
     * @param text a label
     * @return the name of its class; may be empty; itself where it is in normal form
     */
    public static String of(final String text) {
        final var composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        return ENDS.matcher(BLANK.matcher(composed).replaceAll(" ")).replaceAll("");
    }

    /**
     * @param texts labels
     * @return the names of their classes, each once, in the order of the texts
     */
    public static List<String> distinct(final Collection<String> texts) {
        return texts.stream().map(ClassName::of).distinct().toList();
    }

    /**
     * Cost: O(classes).
     *
     * @param classes names of classes, each once
     * @return one sentence on the first two that differ in nothing but capitals, if there are such
     */
    public static Optional<String> alike(final Collection<String> classes) {
        final Map<String, String> known = new HashMap<>();
        for (final var name : classes) {
            final var other = known.put(name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), name);
            if (other != null && !other.equals(name)) {
                return Optional.of("Classes \"%s\" and \"%s\" differ in capitals only, but count as two."
                    .formatted(other, name));
            }
        }
        return Optional.empty();
    }
}
