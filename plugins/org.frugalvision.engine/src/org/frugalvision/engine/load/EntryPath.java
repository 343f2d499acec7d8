// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/**
 * A path in an archive or a list, in one of all the ways to write it: slashes as on Unix, none in front, none doubled,
 * no {@code .} for the folder itself and no {@code ..} for the one around it.
 *
 * @param text the path, e.g. {@code cat/1.png}
 * @param leadsOut whether it leads to a folder above the archive, as only forged archives do; then it keeps its dots
 */
record EntryPath(String text, boolean leadsOut) {

    /** The names of old zip archives, of systems without Unicode. */
    static final Charset OF_DOS = Charset.forName("IBM437");

    static EntryPath of(final String written) {
        final var parts = Arrays.stream(written.replace('\\', '/').split("/"))
            .filter(part -> !part.isEmpty() && !part.equals(".")).toList();
        final var folders = new ArrayList<String>();
        for (final var part : parts) {
            if (!part.equals("..")) {
                folders.add(part);
            } else if (folders.isEmpty()) {
                return new EntryPath(String.join("/", parts), true);
            } else {
                folders.remove(folders.size() - 1);
            }
        }
        return new EntryPath(String.join("/", folders), false);
    }

    /** The characters of a name whose encoding nobody tells: UTF-8 if it is valid, else one in which all bytes are. */
    static String decode(final byte[] name, final Charset otherwise) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
        } catch (final CharacterCodingException e) {
            return new String(name, otherwise);
        }
    }
}
