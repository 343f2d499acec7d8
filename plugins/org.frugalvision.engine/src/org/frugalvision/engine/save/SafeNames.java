// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.save;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of files or folders that are valid on Windows, macOS and Linux and that differ even where capitals do not
 * count, whatever a row ID or a class is called. One instance gives the names in one folder. Not thread-safe.
 */
public final class SafeNames {

    /** Bytes in UTF-8 before the extension: file systems allow 255 for all. */
    private static final int MOST_BYTES = 120;

    private static final Pattern FORBIDDEN = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{Cn}\\p{Co}<>:\"/\\\\|?*]");

    private static final Pattern RESERVED =
        Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00b9\u00b2\u00b3])( *\\..*)?");

    private final Set<String> m_used = new HashSet<>();

    /** The number last tried per name, so that a thousand equal names do not take a million tries. */
    private final Map<String, Integer> m_last = new HashMap<>();

    /**
     * A name that this instance has not given yet: the wanted one made safe, with " (2)", " (3)" and so on behind it
     * where that is taken.
     *
     * @param wanted any text
     * @param extension with its dot, or empty; used as it is
     * @return the name, with extension
     */
    public String unique(final String wanted, final String extension) {
        final String name = safe(wanted);
        final String key = key(name);
        String candidate = name;
        for (int i = m_last.getOrDefault(key, 1); !m_used.add(key(candidate)); i++) {
            candidate = "%s (%d)".formatted(name, i + 1);
            m_last.put(key, i + 1);
        }
        return candidate + extension;
    }

    /**
     * The text as a name: composed characters (Unicode NFC), forbidden characters and a dot in front replaced by "_",
     * no blanks around it, no dot at its end, "_" before names that Windows keeps for devices, cut to 120 bytes of
     * UTF-8, and "_" if nothing is left.
     *
     * @param wanted any text
     * @return the name; safe names stay as they are
     */
    public static String safe(final String wanted) {
        String name = FORBIDDEN.matcher(Normalizer.normalize(wanted, Normalizer.Form.NFC)).replaceAll("_").strip();
        if (name.startsWith(".")) {
            name = "_" + name.substring(1);
        }
        if (RESERVED.matcher(name).matches()) {
            name = "_" + name;
        }
        name = cut(name).replaceAll("[. ]+$", "");
        return name.isEmpty() ? "_" : name;
    }

    private static String cut(final String name) {
        int bytes = 0;
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            bytes += Character.toString(name.codePointAt(i)).getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES) {
                return name.substring(0, i);
            }
        }
        return name;
    }

    /** Upper case first: some letters have one capital but two small forms. */
    private static String key(final String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
