// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;

import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Wording;

/** An IDX file of labels (magic 0x00000801), packed with gzip or not. */
public final class IdxLabels {

    private IdxLabels() {
    }

    /**
     * Reads all labels.
     *
     * @param file the file
     * @return one label (0..255) per item
     * @throws DataException if the file is missing, unreadable, empty, too short, too long or no IDX file of labels
     */
    public static int[] read(final Path file) {
        try (var source = ByteSource.open(file)) {
            final int count = IdxHeader.read(source, "labels", 1).items();
            final var bytes = source.next(count);
            if (bytes.length < count) {
                throw new DataException(Wording.file(file), "the header announces %s, but the data end after %s."
                    .formatted(Wording.count(count, "label", "labels"), Wording.value(bytes.length)),
                    "Copy or download the file again.");
            }
            if (source.next(1).length > 0) {
                throw new DataException(Wording.file(file), "more data follow after the %s that the header announces."
                    .formatted(Wording.count(count, "label", "labels")), "Copy or download the file again.");
            }
            final var labels = new int[count];
            for (int i = 0; i < count; i++) {
                labels[i] = bytes[i] & 0xFF;
            }
            return labels;
        }
    }
}
