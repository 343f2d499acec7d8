// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.load;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that may hold an image.
 *
 * @param id its path below the folder that was read, with slashes on every system; unique
 * @param file where it is
 * @param label its label; empty if it has none
 * @param group what it belongs to (an animal, a camera, a video); empty if it has none
 * @param bytes its size
 */
public record FoundFile(String id, Path file, Optional<String> label, Optional<String> group, long bytes) {

    /** The same, of another size. */
    FoundFile ofSize(final long size) {
        return new FoundFile(id, file, label, group, size);
    }
}
