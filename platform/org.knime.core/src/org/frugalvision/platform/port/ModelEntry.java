// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.platform.port;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.knime.core.node.ModelContent;
import org.knime.core.node.ModelContentRO;

/** Model content as one XML entry of a zip stream, which stays open. */
public final class ModelEntry {

    private ModelEntry() {
    }

    /** Writes the content as the next entry. */
    public static void write(final ZipOutputStream zip, final String name, final ModelContent content)
        throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        content.saveToXML(new FilterOutputStream(zip) {
            @Override
            public void write(final byte[] bytes, final int offset, final int length) throws IOException {
                out.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                flush(); // the XML writer closes its stream, but further entries may follow
            }
        });
        zip.closeEntry();
    }

    /**
     * Reads the next entry.
     *
     * @throws IOException if there is none, it has another name, or it holds no settings
     */
    public static ModelContentRO read(final ZipInputStream zip, final String name) throws IOException {
        expect(zip, name);
        return ModelContent.loadFromXML(new FilterInputStream(zip) {
            @Override
            public void close() {
                // further entries may follow
            }
        });
    }

    /**
     * Goes to the next entry.
     *
     * @throws IOException if there is none, or it has another name
     */
    public static void expect(final ZipInputStream zip, final String name) throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null) {
            throw new IOException("Entry \"" + name + "\" is missing: the data is truncated or of another kind.");
        }
        if (!entry.getName().equals(name)) {
            throw new IOException("Expected entry \"" + name + "\", but got \"" + entry.getName() + "\".");
        }
    }

    /** Copies the rest of the current entry. */
    public static void copy(final ZipInputStream zip, final OutputStream out) throws IOException {
        zip.transferTo(out);
    }
}
