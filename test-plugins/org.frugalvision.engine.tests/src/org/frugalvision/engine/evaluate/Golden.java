// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers of other libraries, made by the script beside them.
 *
 * @param name what the numbers are
 * @param values the numbers
 */
record Golden(String name, double... values) {

    /** The lines of a file that begin with one of the names; all without a name. */
    static List<Golden> read(final String file, final String... names) throws IOException {
        try (InputStream in = Golden.class.getResourceAsStream("golden/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split(" "))
                .filter(words -> names.length == 0 || List.of(names).contains(words[0]))
                .map(words -> new Golden(words[0], Arrays.stream(words).skip(1).filter(word -> !isName(word))
                    .mapToDouble(Double::parseDouble).toArray())).toList();
        }
    }

    private static boolean isName(final String word) {
        return word.matches("[a-z]\\w*");
    }

    int whole(final int i) {
        return (int)values[i];
    }
}
