// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

import java.nio.file.Path;

/**
 * Where an array of NumPy is.
 *
 * @param file a file of one array (.npy), packed with gzip or not, or an archive of some (.npz)
 * @param member the name of the entry in an archive; empty if the file is the array
 */
public record ArrayFile(Path file, String member) {

    /** @param file a file of one array */
    public ArrayFile(final Path file) {
        this(file, "");
    }
}
